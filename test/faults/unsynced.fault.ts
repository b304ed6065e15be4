import { expect, it } from '@jest/globals';
import { FakeTime } from '../faketime.js';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { type Account, account, kept } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { type Stream, tagStream } from './lab/stream.js';

const READINGS = 20;
const BEHIND_S = 3 * 86_400;
/** By which two processes may differ. */
const NEAR_MS = 100;

withNeeds('influxd', 'faketime')('a board that wakes with the time of its last shutdown, three days ago', () => {
  it('has every reading at the time that it was, once, although the gateway was killed before the clock was set', async () => {
    await using influx = await startInfluxDb();
    const { waited, right, found } = await wake(influx, true);
    report({ fault: 'clock 3 days behind, killed, then set', times: 1, ...found, figures: `${right} at their true times` });
    expect({ waited, right, found }).toMatchObject({
      waited: READINGS,
      right: READINGS,
      found: { stored: READINGS, held: 0, dropped: 0, lost: 0, doubled: 0 },
    });
  }, 120_000);

  it('control: by a gateway that believes every clock they are seen to be of another day', async () => {
    await using influx = await startInfluxDb();
    const { waited, right, found } = await wake(influx, false);
    expect({ waited, right, found }).toMatchObject({ waited: 0, right: 0, found: { stored: READINGS } });
  }, 120_000);
});

/** @returns how many readings waited when the gateway was killed, how many are stored with the time that they were, and all of them */
async function wake(
  influx: TestInfluxDb,
  hasJustBooted: boolean,
): Promise<{ readonly waited: number; readonly right: number; readonly found: Account }> {
  using dir = tempDirectory();
  using settings = tempDirectory();
  const time = new FakeTime(settings.path);
  time.set(-BEHIND_S);
  const stream = tagStream(READINGS);
  await using gateway = await GatewayUnderTest.start({ dir: dir.path, target: influx, env: time.environment, hasJustBooted });
  await using producer = new Producer(stream, gateway.url);
  const brought: Span[] = [];
  for (const half of [READINGS / 2, READINGS / 2]) {
    const from = Date.now();
    await producer.bring(half);
    brought.push(...Array<Span>(half).fill({ from, to: Date.now() }));
  }
  await gateway.end('SIGKILL');
  const waited = READINGS - kept(dir.path, stream).size;
  await gateway.start();
  // whoever has brought them does not know what became of them
  await using again = new Producer(stream, gateway.url);
  await again.bring(READINGS);
  time.set(0);
  await delivered(influx, stream, READINGS);
  const right = await countRight(influx, stream, brought);
  await gateway.end();
  return { waited, right, found: await account({ produced: READINGS, stream, influx, dir: dir.path }) };
}

/** Within which something was, ms since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const NEVER: Span = { from: Infinity, to: -Infinity };

/** How many are stored with the time at which they were. @param brought when they were brought and acknowledged, by number */
async function countRight(influx: TestInfluxDb, stream: Stream, brought: readonly Span[]): Promise<number> {
  const columns = stream.columns.map((name) => `"${name}"`).join(', ');
  const rows = await influx.query(`SELECT ${columns} FROM ${stream.measurement}`);
  return rows.filter((row) => {
    const { from, to } = brought[stream.numberOf(row)] ?? NEVER;
    return Number(row.time) > from - NEAR_MS && Number(row.time) < to + NEAR_MS;
  }).length;
}
