import { EventEmitter, once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** More than any takes to ask. */
const PATIENCE_MS = 30_000;

/** A request that a program has made, and what came. */
export interface Seen {
  readonly method: string;
  /** From the root of the gateway, without the query. */
  readonly path: string;
  readonly status: number;
}

/** Stands between programs and a gateway and sees what these are answered. Each has an address of its own, which is a path of a proxy. */
export class Witness implements AsyncDisposable {
  private readonly seen = new Map<string, Seen[]>();
  private readonly heard = new EventEmitter().setMaxListeners(0);

  private constructor(
    private readonly server: Server,
    private readonly gateway: URL,
  ) {}

  static async start(gateway: string): Promise<Witness> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const witness = new Witness(server, new URL(gateway));
    server.on('request', (incoming, outgoing) => {
      const [name, target] = witness.meant(incoming);
      const headers = { ...incoming.headers, host: witness.gateway.host };
      const { hostname, port } = witness.gateway;
      const asked = request({ hostname, port, method: incoming.method, headers, path: target }, (answer) => {
        witness.note(name, incoming, target, answer.statusCode ?? 0);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        outgoing.on('close', () => asked.destroy());
      });
      asked.on('error', () => outgoing.destroy());
      incoming.pipe(asked);
    });
    server.on('upgrade', (incoming: IncomingMessage, socket) => {
      const [name, target] = witness.meant(incoming);
      const { hostname, port, host } = witness.gateway;
      const through = connect({ host: hostname, port: Number(port) }, () => {
        const lines = Object.entries({ ...incoming.headers, host }).map(([key, value]) => `${key}: ${String(value)}`);
        through.write(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        through.once('data', (head: Buffer) => witness.note(name, incoming, target, Number(head.toString('latin1', 9, 12))));
        through.pipe(socket).pipe(through);
      });
      through.on('error', () => socket.destroy());
      socket.on('error', () => through.destroy());
    });
    return witness;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the program that was given `url` and this name has seen, in that order. */
  of(name: string): readonly Seen[] {
    return this.seen.get(name) ?? [];
  }

  /** Once the program of this name is answered so. @throws Error with what it has seen, when it is not */
  async sees(name: string, status: number): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      while (!this.of(name).some((one) => one.status === status)) await once(this.heard, name, { signal });
    } catch (cause) {
      throw new Error(`${name} was never answered ${status}: ${JSON.stringify(this.of(name))}`, { cause });
    }
  }

  private meant({ url = '' }: IncomingMessage): readonly [name: string, target: string] {
    const [, name = '', target = ''] = /^\/([^/]+)(.*)$/.exec(url) ?? [];
    return [name, target];
  }

  private note(name: string, { method = '' }: IncomingMessage, target: string, status: number): void {
    this.seen.set(name, [...this.of(name), { method, path: target.replace(/\?.*$/, ''), status }]);
    this.heard.emit(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }
}
