import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Access } from '../../../src/auth/access.js';
import { OpenGrants } from '../../../src/auth/grants.js';
import { type Clock, systemClock } from '../../../src/clock.js';
import type { Api } from '../../../src/http/api.js';
import { doors } from '../../../src/http/guard.js';
import { Limits } from '../../../src/http/limits/limits.js';
import { defaultLimits, type LimitOptions } from '../../../src/http/limits/options.js';
import { defaultPatience, type Patience } from '../../../src/http/limits/limited-server.js';
import { noProxies, Proxies, type ProxyOptions } from '../../../src/http/proxies.js';
import { Listener } from '../../../src/http/server.js';
import type { Tls } from '../../../src/http/tls/tls.js';
import { silent } from '../../../src/log.js';
import { thingsApi } from '../things-api.js';

interface Serving {
  readonly limits?: Partial<LimitOptions>;
  readonly patience?: Partial<Patience>;
  readonly descriptors?: number;
  readonly api?: Api;
  readonly clock?: Clock;
  readonly urgent?: readonly string[];
  readonly tls?: Tls;
  readonly proxies?: Partial<ProxyOptions>;
}

/** The API of things behind limits of its own, on a port of its own. */
export class Served implements AsyncDisposable {
  private constructor(
    readonly limits: Limits,
    private readonly listener: Listener,
    private readonly serving: AsyncDisposable,
  ) {}

  static async open(options: Serving = {}): Promise<Served> {
    const limits = new Limits({ ...defaultLimits, ...options.limits }, options.clock ?? systemClock, options.descriptors);
    const patience = { ...defaultPatience, ...options.patience };
    const listener = await Listener.open('127.0.0.1', 0, limits, patience, options.tls);
    const serving = listener.serve([options.api ?? thingsApi()], {
      doors: doors(listener.address, listener.url, [], ['https://panel.example']),
      proxies: new Proxies({ ...noProxies, ...options.proxies }),
      grants: new OpenGrants(),
      access: new Access(),
      files: () => false,
      log: silent,
      maxBodyBytes: 65_536,
      validateResponses: true,
      ...(options.urgent ? { urgent: options.urgent } : {}),
    });
    return new Served(limits, listener, serving);
  }

  get url(): string {
    return this.listener.url;
  }

  get port(): number {
    return this.listener.address.port;
  }

  /** The line that every request of HTTP/1.1 needs. */
  get host(): string {
    return `Host: 127.0.0.1:${this.port}\r\n`;
  }

  /** A connection from an address of this machine, when it stands. */
  async connect(localAddress = '127.0.0.1'): Promise<Socket> {
    const socket = connect({ port: this.port, host: '127.0.0.1', localAddress });
    await once(socket, 'connect');
    return socket;
  }

  /** Sends bytes as they are, and gives what comes back until the gateway closes the connection. */
  async raw(bytes: string, localAddress?: string): Promise<string> {
    const socket = await this.connect(localAddress);
    socket.write(bytes, 'latin1');
    return rest(socket);
  }

  get(path: string, headers = ''): string {
    return `GET /things/v1${path} HTTP/1.1\r\n${this.host}${headers}\r\n`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.serving[Symbol.asyncDispose]();
  }
}

/** What is still to come from it. */
export async function rest(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  socket.on('error', () => socket.destroy());
  if (!socket.closed) await once(socket, 'close');
  return text;
}

export interface Parsed {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** The answers in what came back, by their Content-Length. */
export function answersIn(text: string): Parsed[] {
  if (text === '') return [];
  const end = text.indexOf('\r\n\r\n') + 4;
  const headers = text.slice(0, end);
  const length = Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(headers)?.[1]);
  return [{ status, headers, body: text.slice(end, end + length) }, ...answersIn(text.slice(end + length))];
}
