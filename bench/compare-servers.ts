import { type Figure, figure, rounds } from './benchmark.js';
import { type Load, load, type Repeated } from './load.js';
import type { Canned } from './servers/protocol.js';
import type { ServerProcess } from './servers/server-process.js';
import type { Servers } from './servers/servers.js';

const WARM_UP_S = 0.7;
const ROUND_S = 1.5;
const ROUNDS = 2;

export interface HttpCase extends Repeated {
  readonly name: string;
  /** for the CPU time against node:http */
  readonly aim?: string;
}

/** Puts the gateway and its references under the same load in turns: first CPU time per request, then requests per second. */
export async function compareServers(
  servers: Servers,
  request: HttpCase,
  canned: Canned,
  effort: number,
): Promise<readonly Figure[]> {
  const { gateway, references } = await servers.open();
  await Promise.all(Object.values(references).map((server) => server.learn(canned)));
  const named: [string, ServerProcess][] = [['gateway', gateway], ...Object.entries(references)];
  const loads = new Map<string, Load[]>(named.map(([name]) => [name, []]));
  for (const [, server] of named) await load(server, request, WARM_UP_S * effort);
  for (let round = 0; round < rounds(ROUNDS, effort); round++)
    for (const [name, server] of named) loads.get(name)?.push(await load(server, request, ROUND_S * effort));
  return figuresOf(request, loads);
}

function figuresOf({ name, aim }: HttpCase, loads: ReadonlyMap<string, readonly Load[]>): readonly Figure[] {
  const cpu = (server: string) => sum(loads, server, 'cpuMicros') / sum(loads, server, 'requests');
  const rate = (server: string) => sum(loads, server, 'requests') / sum(loads, server, 'seconds');
  const against = (server: string, measure: (server: string) => number) => ({
    value: measure('gateway'),
    reference: { name: server, value: measure(server) },
  });
  return [
    figure({ name, unit: 'µs CPU', ...against('node:http', cpu), ...(aim === undefined ? {} : { aim }) }),
    figure({ name, unit: 'µs CPU', ...against('express', cpu) }),
    figure({ name, unit: '/s', ...against('node:http', rate) }),
  ];
}

function sum(loads: ReadonlyMap<string, readonly Load[]>, server: string, what: keyof Load): number {
  return (loads.get(server) ?? []).reduce((total, one) => total + one[what], 0);
}

/** What the gateway answers to a GET, for others to say the same. */
export async function cannedOf(servers: Servers, path: string): Promise<Canned> {
  const { gateway } = await servers.open();
  const response = await fetch(gateway.url + path);
  if (response.status !== 200) throw new Error(`GET ${path}: ${response.status}`);
  const [type, etag] = [response.headers.get('content-type') ?? '', response.headers.get('etag') ?? undefined];
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = type === 'application/json' ? { json: JSON.parse(Buffer.from(bytes).toString()) as unknown } : { bytes };
  return { status: 200, type, ...(etag === undefined ? {} : { etag }), ...body };
}
