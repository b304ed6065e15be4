import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

const run = promisify(execFile);
const RATE = 500;
/** How often one of the system calls fails. */
const PROBABILITY = 0.2;
/** How many requests are refused before the card is well again. */
const REFUSALS = 5;
const TIMES = 3;
/** Waits are a tenth of what they are. */
const HURRY = 10;
const EIO = 5;

/** By libfiu's names. */
type Failing = readonly [call: string, names: readonly string[]];
const FAULTS = [
  ['write', ['posix/io/rw/pwrite']],
  ['sync', ['posix/io/sync/fsync', 'posix/io/sync/fdatasync']],
] as const satisfies readonly Failing[];

withNeeds('influxd', 'libfiu')('a gateway whose disk has errors', () => {
  it.each<Failing>(FAULTS)(
    'that fail a %s now and then: it refuses what is not on disk, heals by itself, and has lost nothing',
    async (call, names) => {
      await using influx = await startInfluxDb();
      const { found, refusals } = await failAgainAndAgain(influx, names);
      report({ fault: `EIO on ${call}`, times: TIMES, ...found, figures: `${refusals} requests refused` });
      expect(refusals).toBeGreaterThanOrEqual(TIMES * REFUSALS);
      expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
    },
    120_000,
  );

  it('control: it has lost readings when it acknowledges before it has written', async () => {
    await using influx = await startInfluxDb();
    const { found } = await failAgainAndAgain(influx, FAULTS[0][1], 'acknowledgeBeforeTheCommit');
    expect(found.lost).toBeGreaterThan(0);
  }, 120_000);
});

async function failAgainAndAgain(
  influx: TestInfluxDb,
  names: readonly string[],
  mistake?: Mistake,
): Promise<{ found: Account; refusals: number }> {
  using dir = tempDirectory();
  using pipes = tempDirectory();
  const control = join(pipes.path, 'fiu');
  const env = { LD_PRELOAD: '/usr/lib/fiu/fiu_run_preload.so /usr/lib/fiu/fiu_posix_preload.so', FIU_CTRL_FIFO: control };
  const stream = pointStream();
  await using gateway = await GatewayUnderTest.start({
    dir: dir.path,
    target: influx,
    hurry: HURRY,
    env,
    ...(mistake ? { mistake } : {}),
  });
  const { pid } = gateway;
  const tell = (command: string) => run('fiu-ctrl', ['-f', control, '-c', command, String(pid)]);
  await using producer = new Producer(stream, gateway.url);
  producer.start(RATE);
  for (let n = 1; n <= TIMES; n++) {
    await until(async () => producer.answered > n * RATE, 20);
    const [produced, failures] = [producer.produced, producer.failures];
    for (const name of names) await tell(`enable_random name=${name},probability=${PROBABILITY},failinfo=${EIO}`);
    const failed = mistake ? () => producer.produced > produced + 2 * RATE : () => producer.failures >= failures + REFUSALS;
    await until(async () => failed(), 20);
    for (const name of names) await tell(`disable name=${name}`);
  }
  await producer.stop();
  expect([gateway.isRunning, gateway.pid]).toEqual([true, pid]);
  const { produced, failures } = producer;
  if (mistake === undefined) await delivered(influx, stream, produced);
  await gateway.end();
  return { found: await account({ produced, stream, influx, dir: dir.path }), refusals: failures };
}
