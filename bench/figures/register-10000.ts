import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';
import { applicationsFor, registerServices } from '../mec-client.js';
import { ServerProcess } from '../servers/server-process.js';

const SERVICES = 10_000;

/** The longest that anybody else had to wait while services were registered. */
export const register10000: Benchmark = async (_, effort) => {
  const count = rounds(SERVICES, effort);
  using dir = tempDirectory();
  await using gateway = await ServerProcess.start('gateway', dir.path);
  await using nodeHttp = await ServerProcess.start('node-http');
  await nodeHttp.learn({ status: 201 });
  const apps = await applicationsFor(gateway.url, count);
  const longest = async (server: ServerProcess) => {
    await server.watch();
    await registerServices(server.url, apps, count);
    return server.blockedMs();
  };
  const reference = { name: 'node:http', value: await longest(nodeHttp) };
  const name = `${count.toLocaleString('en-US')} services registered, longest block`;
  return [figure({ name, unit: 'ms', value: await longest(gateway), reference, aim: '≤ 50 ms' })];
};
