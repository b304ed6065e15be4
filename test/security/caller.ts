import { Agent, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { Agent as TlsAgent, request as requestByTls } from 'node:https';
import type { ConnectionOptions } from 'node:tls';

export interface Question {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** From the question to the whole answer, ms. */
  readonly ms: number;
}

export interface CallerOptions {
  /** How many questions at a time, each on a connection that it keeps; 8 unless given. */
  readonly atOnce?: number;
  /** From which address of this machine. */
  readonly localAddress?: string;
  /** Whom to trust, and the certificate to show. */
  readonly tls?: ConnectionOptions;
}

/** Asks to the letter, on connections that it keeps. */
export class Caller implements Disposable {
  private readonly agent: Agent;
  private readonly atOnce: number;

  constructor(
    private readonly url: string,
    { atOnce = 8, localAddress, tls }: CallerOptions = {},
  ) {
    this.atOnce = atOnce;
    const options = { keepAlive: true, maxSockets: atOnce, ...(localAddress === undefined ? {} : { localAddress }) };
    this.agent = url.startsWith('https:') ? new TlsAgent({ ...options, ...tls }) : new Agent(options);
  }

  /** @returns the answer, without a body where a WebSocket or a stream began, which is left at once */
  ask({ method, path, headers = {}, body }: Question): Promise<Answer> {
    const { hostname: host, port, protocol } = new URL(this.url);
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const done = ({ statusCode = 0, headers: answered }: IncomingMessage, text: string) =>
        resolve({ status: statusCode, headers: answered, text, ms: performance.now() - began });
      const options = { host, port, method, path, agent: this.agent, headers: { ...length, ...headers } };
      const asking = protocol === 'https:' ? requestByTls(options) : request(options);
      asking.once('error', reject);
      asking.once('upgrade', (response, socket) => {
        socket.destroy();
        done(response, '');
      });
      asking.once('response', (response) => void read(response).then((text) => done(response, text), reject));
      asking.end(body);
    });
  }

  /** Asks all of them, some at a time, and gives each answer to `look`. */
  async askAll<T extends Question>(questions: readonly T[], look: (question: T, answer: Answer) => void): Promise<void> {
    const waiting = questions.values();
    const worker = async () => {
      for (const question of waiting) look(question, await this.ask(question));
    };
    await Promise.all(Array.from({ length: this.atOnce }, worker));
  }

  [Symbol.dispose](): void {
    this.agent.destroy();
  }
}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) {
    if (response.headers['content-type']?.startsWith('multipart/')) break;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}
