import { type Figure, figure, rounds } from './benchmark.js';
import { type Load, load, type Repeated, restOf } from './load.js';
import type { Canned } from './servers/protocol.js';
import type { ServerProcess } from './servers/server-process.js';
import type { Servers } from './servers/servers.js';

/** What the compiler does in a server's first seconds is nothing that a gateway does for months. */
const WARM_UP_S = 2.5;
const ROUND_S = 1.5;
/** How long nobody asks anything, to see what the gateway does by itself. */
const REST_S = 2;
const ROUNDS = 2;
/** What node:http writes by itself, and what has a place of its own. */
const NOT_COPIED = new Set(['connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive']);

export interface HttpCase extends Repeated {
  readonly name: string;
  readonly aims?: Aims;
}

/** Both against node:http. */
export interface Aims {
  readonly cpu: string;
  readonly rate?: string;
}

/** What is asked again and again is to cost what its bytes cost. */
export const READ_AIMS: Aims = { cpu: '≤ 1.2×', rate: '≥ 0.85×' };

/** Puts the gateway and its references under the same load in turns: first CPU time per request, then requests per second. */
export async function compareServers(
  servers: Servers,
  request: HttpCase,
  canned: Canned,
  effort: number,
): Promise<readonly Figure[]> {
  const { gateway, references } = await servers.open();
  // the references are asked the same, and do not look who asks
  const asked = { ...request, headers: { ...gateway.headers, ...request.headers } };
  await Promise.all(Object.values(references).map((server) => server.learn(canned)));
  const named: [string, ServerProcess][] = [['gateway', gateway], ...Object.entries(references)];
  const loads = new Map<string, Load[]>(named.map(([name]) => [name, []]));
  for (const [, server] of named) await load(server, asked, WARM_UP_S * effort);
  const rest = await restOf(gateway, REST_S * effort);
  for (let round = 0; round < rounds(ROUNDS, effort); round++)
    for (const [name, server] of named)
      loads.get(name)?.push(await load(server, asked, ROUND_S * effort, server === gateway ? rest : 0));
  return figuresOf(request, loads);
}

function figuresOf({ name, aims }: HttpCase, loads: ReadonlyMap<string, readonly Load[]>): readonly Figure[] {
  const cpu = (server: string) => sum(loads, server, 'cpuMicros') / sum(loads, server, 'requests');
  const rate = (server: string) => sum(loads, server, 'requests') / sum(loads, server, 'seconds');
  const against = (server: string, measure: (server: string) => number) => ({
    value: measure('gateway'),
    reference: { name: server, value: measure(server) },
  });
  return [
    figure({ name, unit: 'µs CPU', ...against('node:http', cpu), ...aimed(aims?.cpu) }),
    figure({ name, unit: 'µs CPU', ...against('express', cpu) }),
    figure({ name, unit: '/s', ...against('node:http', rate), ...aimed(aims?.rate) }),
  ];
}

function aimed(aim: string | undefined): { aim?: string } {
  return aim === undefined ? {} : { aim };
}

function sum(loads: ReadonlyMap<string, readonly Load[]>, server: string, what: keyof Load): number {
  return (loads.get(server) ?? []).reduce((total, one) => total + one[what], 0);
}

/** What the gateway answers to a GET, for others to say the same. */
export async function cannedOf(servers: Servers, path: string): Promise<Canned> {
  const { gateway } = await servers.open();
  const response = await fetch(gateway.url + path, { headers: gateway.headers });
  if (response.status !== 200) throw new Error(`GET ${path}: ${response.status}`);
  const [type, etag] = [response.headers.get('content-type') ?? '', response.headers.get('etag') ?? undefined];
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = type === 'application/json' ? { json: JSON.parse(Buffer.from(bytes).toString()) as unknown } : { bytes };
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !NOT_COPIED.has(name)));
  return { status: 200, type, headers, ...(etag === undefined ? {} : { etag }), ...body };
}
