import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Target } from './configuration.js';

/** A batch that has come, and what may be done about it. */
export interface Asked {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  /** The lines, without compression. */
  readonly lines: string;
  /** Has a batch stored. @param lines others than those that came. @returns the real server's answer */
  readonly store: (lines?: string) => Promise<{ readonly status: number; readonly body: string }>;
}

/** What a server does with a batch. */
export type Behaviour = (asked: Asked) => Promise<void> | void;

export const honest: Behaviour = async ({ store, response }) => {
  const { status, body } = await store();
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
};

/** A server in front of a real one, that behaves as it is told. */
export class Upstream implements AsyncDisposable {
  /** Of every batch from now on, save the next ones that `next` says otherwise of. */
  always: Behaviour = honest;
  /** How many batches have come. */
  batches = 0;
  private readonly coming: Behaviour[] = [];
  private readonly server = http.createServer((request, response) => void this.answer(request, response));

  private constructor(private readonly behind: Target) {}

  static async start(behind: Target): Promise<Upstream> {
    const upstream = new Upstream(behind);
    upstream.server.listen(0, '127.0.0.1');
    await once(upstream.server, 'listening');
    return upstream;
  }

  /** Where readings are to be sent. */
  get target(): Target {
    const { token, org, bucket } = this.behind;
    return { url: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, token, org, bucket };
  }

  /** The next so many batches are met so. */
  next(behaviour: Behaviour, times = 1): void {
    for (let n = 0; n < times; n++) this.coming.push(behaviour);
  }

  /** How many of those are still to come. */
  get left(): number {
    return this.coming.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const body = await buffer(request).catch(() => undefined);
    if (!body) return; // whoever asked is gone
    const lines = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
    this.batches++;
    const behaviour = this.coming.shift() ?? this.always;
    try {
      await behaviour({ request, response, lines, store: (changed = lines) => this.store(request, changed) });
    } catch {
      response.destroy(); // the server behind is gone
    }
  }

  private async store({ url = '', headers: { authorization } }: http.IncomingMessage, lines: string) {
    const onward = http.request(this.behind.url + url, { method: 'POST', headers: { authorization: authorization ?? '' } });
    onward.end(lines);
    const [answer] = (await once(onward, 'response')) as [http.IncomingMessage];
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  }
}
