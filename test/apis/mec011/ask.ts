import { randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** A request to the letter: fetch would not send a `Host`, nor ask for a WebSocket. */
export interface Question {
  readonly method: string;
  /** Path and query, exactly as they are to be sent. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes as they are, anything else as JSON. */
  readonly body?: unknown;
  /** The address to call from; this machine's own choice when absent. */
  readonly localAddress?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they were spelled. */
  readonly rawHeaders: readonly string[];
  readonly text: string;
}

/** @param url of the gateway */
export function ask(url: string, { method, path, headers = {}, body, localAddress }: Question): Promise<Answer> {
  const { hostname: host, port } = new URL(url);
  const text = body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const type = text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const asking = request({
      ...{ host, port, method, path, agent: false },
      ...(localAddress === undefined ? {} : { localAddress }),
      headers: { ...type, ...headers },
    });
    asking.once('error', reject);
    asking.once('response', (response) => void read(response).then(resolve, reject));
    asking.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(toAnswer(response, ''));
    });
    asking.end(text);
  });
}

/** What a client sends that wants a WebSocket. */
export function upgradeHeaders(): Record<string, string> {
  return {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
  };
}

/** @throws SyntaxError when it has no JSON body */
export function bodyOf({ text }: Answer): unknown {
  return JSON.parse(text);
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return toAnswer(response, Buffer.concat(parts).toString());
}

function toAnswer({ statusCode = 0, headers, rawHeaders }: IncomingMessage, text: string): Answer {
  return { status: statusCode, headers, rawHeaders, text };
}
