import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where nobody may be sent: it remembers whoever comes. */
export class Trap implements AsyncDisposable {
  /** The targets that were asked for. */
  readonly hits: string[] = [];

  private constructor(
    private readonly server: Server,
    /** What it answers with. */
    private content: string,
  ) {}

  static async open(): Promise<Trap> {
    const server = createServer((req, res) => {
      trap.hits.push(req.url ?? '');
      res.setHeader('Content-Type', 'application/json').end(trap.content);
    });
    const trap: Trap = new Trap(server, '{}');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return trap;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  answer(content: object): void {
    this.content = JSON.stringify(content);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
