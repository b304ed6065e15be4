import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { until } from '../until.js';
import { type Account, account } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { fill } from './lab/fill.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { smallDisk } from './lab/mounts.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

const DISK_MIB = 24;
const RATE = 500;
const TIMES = 3;
/** Waits are a tenth of what they are. */
const HURRY = 10;

withNeeds('root', 'influxd')('a gateway whose disk is full', () => {
  it('refuses what it cannot keep, goes on by itself when there is room, and has lost nothing', async () => {
    await using influx = await startInfluxDb();
    const { found, refusals } = await fillAgainAndAgain(influx);
    report({ fault: 'disk full (ENOSPC), then freed', times: TIMES, ...found, figures: `${refusals} requests refused` });
    expect(refusals).toBeGreaterThan(TIMES);
    expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 120_000);

  it('control: it has lost readings when it acknowledges before it has written', async () => {
    await using influx = await startInfluxDb();
    expect((await fillAgainAndAgain(influx, 'acknowledgeBeforeTheCommit')).found.lost).toBeGreaterThan(0);
  }, 120_000);
});

async function fillAgainAndAgain(influx: TestInfluxDb, mistake?: Mistake): Promise<{ found: Account; refusals: number }> {
  using disk = smallDisk(DISK_MIB);
  const dir = join(disk.path, 'data');
  const stream = pointStream();
  await using gateway = await GatewayUnderTest.start({ dir, target: influx, hurry: HURRY, ...(mistake ? { mistake } : {}) });
  const { pid } = gateway;
  await using producer = new Producer(stream, gateway.url);
  producer.start(RATE);
  for (let n = 1; n <= TIMES; n++) {
    await until(async () => producer.answered > n * RATE, 20);
    const ballast = await fill(disk.path);
    await until(async () => (await gateway.subsystem('store')).state === 'SUSPENDED', 20);
    const [produced, failures] = [producer.produced, producer.failures];
    await until(async () => producer.produced > produced + RATE && (mistake !== undefined || producer.failures > failures), 20);
    rmSync(ballast);
    await until(async () => (await gateway.subsystem('store')).state === 'ACTIVE', 20);
  }
  await producer.stop();
  expect([gateway.isRunning, gateway.pid]).toEqual([true, pid]);
  const { produced, failures } = producer;
  if (mistake === undefined) await delivered(influx, stream, produced);
  await gateway.end();
  return { found: await account({ produced, stream, influx, dir }), refusals: failures };
}
