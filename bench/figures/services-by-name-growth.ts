import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';
import { type Load, load } from '../load.js';
import { applicationsFor, registerServices } from '../mec-client.js';
import { ServerProcess } from '../servers/server-process.js';

const [FEW, MANY] = [10, 10_000];
const PATH = '/mec_service_mgmt/v1/services?ser_name=service-7';
const ROUND_S = 1.5;
const ROUNDS = 4;

/** What one service costs to find among many, against among few. */
export const servicesByNameGrowth: Benchmark = async (_, effort) => {
  const many = rounds(MANY, effort);
  using fewDir = tempDirectory();
  using manyDir = tempDirectory();
  await using small = await gatewayWith(FEW, fewDir.path);
  await using large = await gatewayWith(many, manyDir.path);
  const loads = new Map<ServerProcess, Load[]>([small, large].map((server) => [server, []]));
  for (const server of loads.keys()) await load(server, { path: PATH }, ROUND_S * effort);
  for (let round = 0; round < rounds(ROUNDS, effort); round++)
    for (const [server, done] of loads) done.push(await load(server, { path: PATH }, ROUND_S * effort));
  const cpu = (server: ServerProcess) => sum(loads.get(server), 'cpuMicros') / sum(loads.get(server), 'requests');
  const reference = { name: `among ${FEW}`, value: cpu(small) };
  const name = `GET services?ser_name, among ${many.toLocaleString('en-US')}`;
  return [figure({ name, unit: 'µs CPU', value: cpu(large), reference, aim: '0.8–1.2×' })];
};

async function gatewayWith(count: number, dir: string): Promise<ServerProcess> {
  const gateway = await ServerProcess.start('gateway', dir);
  await registerServices(gateway.url, await applicationsFor(gateway.url, count), count);
  return gateway;
}

function sum(loads: readonly Load[] = [], what: keyof Load): number {
  return loads.reduce((total, one) => total + one[what], 0);
}
