import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { tempDirectory } from './temp-directory.js';
import { freePort } from './free-port.js';

const INFLUXD = '/usr/bin/influxd';

/** Whether there is an InfluxDB to test with; `apt-get install influxdb` brings one. */
export const hasInfluxDb = existsSync(INFLUXD);

/** What the next request is answered with instead of being passed on. */
interface Failure {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: string;
}

/** A real InfluxDB 1.6 that looks, to a writer, like an InfluxDB v2. */
export interface TestInfluxDb extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly org: string;
  readonly bucket: string;
  /** Statuses of all answers to writes, in order. */
  readonly answered: readonly number[];
  /** Rows of the first series of an InfluxQL query, by column, times in ms. */
  query(influxQl: string): Promise<Record<string, unknown>[]>;
  /** The next write is answered so, and stored nowhere; repeat for more. */
  failNext(status: number, headers?: http.OutgoingHttpHeaders, body?: string): void;
  /** From now on no token but this one is taken. */
  setToken(token: string): void;
  /** Ends every connection and refuses new ones, until `endOutage`. */
  beginOutage(): Promise<void>;
  endOutage(): Promise<void>;
  /** Ends the database itself, in the midst of what it does; what is asked of it has no answer until it is started again. */
  stopDaemon(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  startDaemon(): Promise<void>;
}

/** Starts one with an empty bucket `ruuvi`; check `hasInfluxDb` before. */
export async function startInfluxDb(): Promise<TestInfluxDb> {
  const daemon = await startDaemon();
  const bucket = 'ruuvi';
  await query(daemon.url, '', `CREATE DATABASE ${bucket}`);
  const facade = new Facade(daemon.url, bucket);
  await facade.listen();
  return Object.assign(facade, {
    query: (influxQl: string) => query(daemon.url, bucket, influxQl),
    stopDaemon: daemon.stop,
    startDaemon: daemon.start,
    async [Symbol.asyncDispose]() {
      await facade.close();
      await daemon[Symbol.asyncDispose]();
    },
  });
}

async function startDaemon() {
  const dir = tempDirectory();
  const [httpPort, rpcPort] = [await freePort(), await freePort()];
  await writeFile(join(dir.path, 'influxdb.conf'), daemonConfig(dir.path, httpPort, rpcPort));
  let stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  const start = async () => {
    const daemon = spawn(INFLUXD, ['-config', join(dir.path, 'influxdb.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    const exit = once(daemon, 'exit');
    stop = async (signal) => {
      daemon.kill(signal);
      await exit;
    };
    await listening(daemon.stderr);
  };
  await start();
  return {
    url: `http://127.0.0.1:${httpPort}`,
    start,
    stop: (signal?: 'SIGTERM' | 'SIGKILL') => stop(signal),
    async [Symbol.asyncDispose]() {
      await stop();
      dir[Symbol.dispose]();
    },
  };
}

function daemonConfig(dir: string, httpPort: number, rpcPort: number): string {
  return `
reporting-disabled = true
bind-address = "127.0.0.1:${rpcPort}"
[meta]
  dir = "${dir}/meta"
[data]
  dir = "${dir}/data"
  wal-dir = "${dir}/wal"
  index-version = "inmem"
  query-log-enabled = false
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:${httpPort}"
  log-enabled = false
`;
}

/** Reads the daemon's log until it says that it listens, and throws it away from then on. */
function listening(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface(log)
      .on('line', (line) => {
        lines.push(line);
        if (line.includes('Listening on HTTP')) resolve();
        if (lines.length > 100) lines.shift();
      })
      .on('close', () => reject(new Error(`influxd did not start:\n${lines.join('\n')}`)));
  });
}

async function query(url: string, database: string, influxQl: string): Promise<Record<string, unknown>[]> {
  const parameters = new URLSearchParams({ db: database, q: influxQl, epoch: 'ms' });
  const answer = await fetch(`${url}/query?${parameters.toString()}`, { method: 'POST' });
  const { results, error } = (await answer.json()) as {
    results?: { series?: { columns: string[]; values: unknown[][] }[]; error?: string }[];
    error?: string;
  };
  const problem = error ?? results?.[0]?.error;
  if (problem !== undefined) throw new Error(`${influxQl}: ${problem}`);
  const [series] = results?.[0]?.series ?? [];
  return (series?.values ?? []).map((row) => Object.fromEntries(row.map((value, at) => [series?.columns[at] ?? '', value])));
}

const PRECISIONS: Readonly<Record<string, string>> = { ns: 'n', us: 'u', ms: 'ms', s: 's' };

/** InfluxDB v2's write API in front of v1's, with v2's statuses and words, and faults on demand. */
class Facade {
  readonly org = 'home';
  readonly answered: number[] = [];
  token = 'secret-token';
  private readonly server = http.createServer((request, response) => void this.answer(request, response));
  private readonly failures: Failure[] = [];
  private port = 0;

  constructor(
    private readonly daemonUrl: string,
    readonly bucket: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  failNext(status: number, headers: http.OutgoingHttpHeaders = {}, body = ''): void {
    this.failures.push({ status, headers, body });
  }

  setToken(token: string): void {
    this.token = token;
  }

  async beginOutage(): Promise<void> {
    await this.close();
  }

  async endOutage(): Promise<void> {
    await this.listen();
  }

  /** On the same port as the time before. */
  async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const failure = this.failures.shift() ?? this.refusal(request);
    const answer = failure ?? (await this.passOn(request).catch(() => undefined));
    request.resume();
    if (!answer) {
      response.destroy(); // the database is gone
      return;
    }
    const { status, headers, body } = answer;
    this.answered.push(status);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }

  private refusal({ url = '', headers }: http.IncomingMessage): Failure | undefined {
    const { pathname, searchParams } = new URL(url, 'http://facade');
    if (headers.authorization !== `Token ${this.token}`) return problem(401, 'unauthorized', 'unauthorized access');
    if (pathname !== '/api/v2/write') return problem(404, 'not found', 'path not found');
    if (searchParams.get('org') !== this.org) return problem(404, 'not found', 'organization not found');
    if (searchParams.get('bucket') !== this.bucket) return problem(404, 'not found', 'bucket not found');
    return undefined;
  }

  private async passOn(request: http.IncomingMessage): Promise<Failure> {
    const { searchParams } = new URL(request.url ?? '', 'http://facade');
    const precision = PRECISIONS[searchParams.get('precision') ?? 'ns'] ?? 'n';
    const { 'content-encoding': encoding } = request.headers;
    const onward = http.request(`${this.daemonUrl}/write?db=${this.bucket}&precision=${precision}`, {
      method: 'POST',
      headers: encoding === undefined ? {} : { 'content-encoding': encoding },
    });
    request.pipe(onward);
    const [answer] = (await once(onward, 'response')) as [http.IncomingMessage];
    return translated(answer.statusCode ?? 500, await text(answer));
  }
}

/** v1 says 400 to everything that is wrong with lines; v2 says 422 when the lines are well formed but contradict what is there. */
function translated(status: number, body: string): Failure {
  if (status < 300) return { status, headers: {}, body: '' };
  const { error = body } = JSON.parse(body) as { error?: string };
  if (status === 400 && error.includes('partial write')) return problem(422, 'unprocessable entity', error);
  return problem(status, status === 400 ? 'invalid' : 'internal error', error);
}

function problem(status: number, code: string, message: string): Failure {
  return { status, headers: {}, body: JSON.stringify({ code, message }) };
}
