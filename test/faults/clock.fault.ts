import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account, countStored } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream, type Stream, tagStream } from './lab/stream.js';

const TAGS = 50;
const RATE = 500;
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
/** How far the clock is off, s, and how many readings come meanwhile: not set yet, right, back by a little again and again, far ahead and behind. */
const STEPS = [
  [-1_780_000_000, 500],
  [0, 4_000],
  [-6, 2_000],
  [-12, 2_000],
  [2, 1_000],
  [86_400, 1_000],
  [-3_600, 1_000],
  [0, 1_000],
] as const;

withNeeds('influxd', 'faketime')('a gateway whose clock jumps', () => {
  it('keeps and sends every reading of its tags once', async () => {
    await using influx = await startInfluxDb();
    const found = await jump(influx, STEPS);
    report({ fault: 'clock jumps: 1970, ±6 s, +1 day, −1 h', times: STEPS.length, ...found });
    expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 120_000);

  it('control: two readings of one series and millisecond are seen to be one', async () => {
    await using influx = await startInfluxDb();
    using dir = tempDirectory();
    const stream = pointStream();
    const twice: Stream = {
      ...stream,
      body: (numbers) => (stream.body(numbers) as object[]).map((point) => ({ ...point, ...SAME })),
    };
    await using gateway = await GatewayUnderTest.start({ dir: dir.path, target: influx });
    await using producer = new Producer(twice, gateway.url);
    await producer.bring(2);
    await delivered(influx, twice, 1);
    await gateway.end();
    expect(await account({ produced: 2, stream: twice, influx, dir: dir.path })).toMatchObject({ stored: 1, lost: 1 });
  });
});

const SAME = { time: '2026-06-01T12:00:00Z', tags: { lane: '0' } };

async function jump(influx: TestInfluxDb, steps: readonly (readonly [offsetS: number, readings: number])[]): Promise<Account> {
  using dir = tempDirectory();
  using settings = tempDirectory();
  const file = join(settings.path, 'offset');
  const set = (offsetS: number) => writeFileSync(file, `${offsetS < 0 ? '' : '+'}${offsetS}\n`);
  const env = { LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  set(steps[0]?.[0] ?? 0);
  const stream = tagStream(TAGS);
  await using gateway = await GatewayUnderTest.start({ dir: dir.path, target: influx, env });
  await using producer = new Producer(stream, gateway.url, 64);
  producer.start(RATE);
  for (const [offsetS, readings] of steps) {
    set(offsetS);
    const { produced } = producer;
    await until(async () => producer.produced > produced + readings, 20);
  }
  await producer.stop();
  const { produced } = producer;
  // what the gateway counts as read it has to have kept, and what it has kept it sends: until nothing more comes
  let before = -1;
  await until(async () => {
    const stored = await countStored(influx, stream);
    const isStill = stored === before || stored >= produced;
    before = stored;
    return isStill;
  }, 1_500);
  await gateway.end();
  return await account({ produced, stream, influx, dir: dir.path });
}
