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
  readonly cpuMicros: number;
}

/**
 * As many requests as 16 connections can make.
 *
 * @throws Error when an answer is an error, for then the figure would say nothing
 */
export async function load(server: ServerProcess, repeated: Repeated, seconds: number): Promise<Load> {
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
  return { requests: result.requests.total, seconds: result.duration, cpuMicros: after - before };
}
