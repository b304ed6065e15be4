import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { ServerProcess } from './servers/server-process.js';

const CONNECTIONS = 16;

/** A request that is made again and again. */
export interface Repeated {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Another body for every request. */
  readonly body?: () => string;
}

/** What a server had to do, and what for. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Without what it does anyway. */
  readonly cpuMicros: number;
}

/** µs of CPU time per second that a server takes when nobody asks anything. */
export async function restOf(server: ServerProcess, seconds: number): Promise<number> {
  const [before, began] = [await server.cpuMicros(), performance.now()];
  await setTimeout(seconds * 1_000);
  return ((await server.cpuMicros()) - before) / ((performance.now() - began) / 1_000);
}

/**
 * As many requests as 16 connections can make.
 *
 * @param rest what the server takes anyway, as `restOf` has found
 * @throws Error when an answer is an error, for then the figure would say nothing
 */
export async function load(server: ServerProcess, repeated: Repeated, seconds: number, rest = 0): Promise<Load> {
  const { path, method = 'GET', headers = {}, body } = repeated;
  const before = await server.cpuMicros();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
    requests: [{ path, method, headers, ...(body ? { setupRequest: (request) => ({ ...request, body: body() }) } : {}) }],
  });
  const after = await server.cpuMicros();
  if (result.errors > 0 || result['4xx'] > 0 || result['5xx'] > 0)
    throw new Error(`${method} ${path}: ${JSON.stringify(result.statusCodeStats)} and ${result.errors} broken connections`);
  const { duration } = result;
  return { requests: result.requests.total, seconds: duration, cpuMicros: Math.max(0, after - before - rest * duration) };
}
