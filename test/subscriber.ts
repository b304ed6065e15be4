import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One notification that has come. */
export interface Received {
  readonly path: string;
  readonly body: unknown;
}

/** An application's own HTTP listener, on loopback: it answers every notification with 204, and gives them in order. */
export class Subscriber implements AsyncDisposable {
  private readonly received: Received[] = [];
  private waiting: ((received: Received) => void) | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Subscriber> {
    const server = createServer();
    const subscriber = new Subscriber(server);
    server.on('request', (request, response) => {
      void textOf(request).then((text) => {
        response.writeHead(204).end();
        subscriber.receive({ path: request.url ?? '', body: JSON.parse(text) });
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return subscriber;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next that has come, or comes. */
  next(): Promise<Received> {
    const received = this.received.shift();
    if (received) return Promise.resolve(received);
    return new Promise((resolve) => (this.waiting = resolve));
  }

  private receive(received: Received): void {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) waiting(received);
    else this.received.push(received);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
