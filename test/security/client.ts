import { Agent, type IncomingMessage, request } from 'node:http';
import type { Answer, Question } from '../apis/mec011/ask.js';

/** No answer that ends is longer; of a stream this much is read. */
const MOST_BYTES = 4_194_304;

/** Asks to the letter, many at once and on connections that it keeps. */
export class Client implements Disposable {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    private readonly atOnce = 16,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  }

  /** What does not end is answered with as much as came at first. */
  ask({ method, path, headers = {}, body }: Question): Promise<Answer> {
    const { hostname: host, port } = new URL(this.url);
    const text = body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const type = text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const asking = request({ host, port, method, path, agent: this.agent, headers: { ...type, ...headers } });
      asking.once('error', reject);
      asking.once('upgrade', (response, socket) => {
        socket.destroy();
        resolve(answerOf(response, ''));
      });
      asking.once('response', (response) => void read(response).then(resolve, reject));
      asking.end(text);
    });
  }

  /** Asks all of them, some at a time, and gives each answer to `look`. */
  async askAll<T extends Question>(
    questions: readonly T[],
    look: (question: T, answer: Answer, at: number) => void,
  ): Promise<void> {
    // making the questions may have taken longer than the gateway keeps an idle connection
    this.agent.destroy();
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < questions.length; at = next++) {
        const question = questions[at];
        if (question) look(question, await this.ask(question), at);
      }
    };
    await Promise.all(Array.from({ length: this.atOnce }, worker));
  }

  [Symbol.dispose](): void {
    this.agent.destroy();
  }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes > MOST_BYTES || response.headers['content-type']?.startsWith('multipart/')) break;
  }
  return answerOf(response, Buffer.concat(parts).toString());
}

function answerOf({ statusCode = 0, headers, rawHeaders }: IncomingMessage, text: string): Answer {
  return { status: statusCode, headers, rawHeaders, text };
}
