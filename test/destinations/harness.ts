import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { Destination, type DestinationOptions } from '../../src/destinations/destination.js';
import type { DestinationSettings } from '../../src/destinations/settings.js';
import type { Observed } from '../../src/events/observed.js';
import type { Health } from '../../src/registry/health.js';
import type { Point } from '../../src/sensors/history.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';

/** What a scripted server says; the body is what InfluxDB would say unless it is given. */
export interface Scripted {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A server that judges each batch of lines as told, 204 by default, and remembers what it has stored. */
export async function scriptedServer(
  judge: (lines: readonly string[], request: number) => Scripted | 'hang up' | undefined,
  at = { host: '127.0.0.1', port: 0 },
) {
  const requests: (readonly string[])[] = [];
  const stored: string[] = [];
  const server = http.createServer((request, response) => {
    const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
    void text(body).then((lines) => {
      requests.push(lines.split('\n'));
      const verdict = judge(lines.split('\n'), requests.length);
      if (verdict === 'hang up') return request.socket.destroy();
      if (!verdict) stored.push(...lines.split('\n'));
      const { status, headers = {}, body: said = '' } = verdict ?? { status: 204 };
      return response.writeHead(status, headers).end(said);
    });
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  const target = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't', org: 'o', bucket: 'b' };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { target, requests, stored, server, [Symbol.dispose]: close };
}

export const influxSays = (status: number, message: string, headers: Record<string, string> = {}): Scripted => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ code: 'invalid', message }),
});

/** A destination at work on a store; its clock stands still until moved. Disposing stops it. */
export function start(
  store: Store,
  settings: DestinationSettings,
  options: DestinationOptions & { readonly clock?: ManualClock } = {},
) {
  const clock = options.clock ?? new ManualClock();
  const defaults = { clock, random: () => 1, timeoutMs: 1e9 };
  const influx = new Destination(store.cursor('influx'), settings, { ...defaults, ...options });
  const stop = new AbortController();
  const running = influx.run(stop.signal);
  const end = async () => {
    stop.abort();
    await running;
  };
  return { influx, clock, end, [Symbol.asyncDispose]: end };
}

/** Resolves when the health has become what `wanted` says; it tells of each failed request at once. */
export function healthBecomes(health: Observed<Health>, wanted: (health: Health) => boolean): Promise<Health> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(health.value)) return;
      watch[Symbol.dispose]();
      resolve(health.value);
    };
    const watch = health.watch(look);
    look();
  });
}

export const isSuspended = ({ state }: Health) => state === 'SUSPENDED';
export const isActive = ({ state }: Health) => state === 'ACTIVE';

/** Moves time on, a second each turn of the loop, until the promise settles: waits end, and sockets get their turn between. */
export async function throughTime<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
  const settled = new AbortController();
  promise.catch(() => undefined).finally(() => settled.abort());
  while (!settled.signal.aborted) await clock.advance(1000);
  return promise;
}

/** Resolves when the cursor has passed everything. */
export async function allRead(store: Store): Promise<void> {
  while ((await unsentRows(store)) > 0) await new Promise((resolve) => setImmediate(resolve));
}

/** How many rows the cursor has not passed. */
export async function unsentRows(store: Store): Promise<number> {
  return (await store.cursor('influx').lag()).readings;
}

export async function openWith(path: string, points: readonly Point[]): Promise<Store> {
  const store = await openStore({ dir: path });
  await store.history.append(points, { prompt: true });
  return store;
}

export const counts = (lines: readonly string[]) => lines.map((line) => Number(/count=(\d+)/.exec(line)?.[1]));
export const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
