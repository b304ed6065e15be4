import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { until } from '../until.js';
import { account, kept } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { Card } from './lab/mounts.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { seeded } from './lab/seeded.js';
import { pointStream, tagStream } from './lab/stream.js';

const SEED = Number(process.env.TEST_SEED ?? 7);
const CUTS = 50;
/** What no power cut may cost, with the commit interval that is set unless somebody says otherwise. */
const OLDEST_LOST_MS = 1_000;
/** How long it is written to between two cuts, at most. */
const PAUSE_MS = 300;
/** Readings per second, of applications and of tags. */
const RATE = 250;
const CARD_MIB = 64;
/** Makes every sync say yes and do nothing. */
const WITHOUT_SYNC = { LD_PRELOAD: 'libeatmydata.so' };

withNeeds(
  'root',
  'influxd',
  'loop',
  'eatmydata',
)('a gateway whose power is cut', () => {
  it(`has everything that it acknowledged, and nothing older than a second is lost, ${CUTS} times`, async () => {
    await using influx = await startInfluxDb();
    using card = new Card(CARD_MIB);
    await using gateway = await GatewayUnderTest.start({ dir: card.path, target: influx });
    const stream = pointStream();
    await using points = new Producer(stream, gateway.url);
    await using tags = new Producer(tagStream(), gateway.url);
    points.start(RATE);
    tags.start(RATE);
    const both = await cutAgainAndAgain(card, gateway, [points, tags], CUTS / 2);
    await points.stop(); // from here on nobody hurries the disk, and what tags say waits for company
    const found = [...both, ...(await cutAgainAndAgain(card, gateway, [points, tags], CUTS / 2))];
    expect(found.map(({ acknowledgedLost }) => acknowledgedLost)).toEqual(Array<number>(CUTS).fill(0));
    const oldestMs = Math.max(...found.map(({ oldestLostMs }) => oldestLostMs));
    expect(oldestMs).toBeLessThan(OLDEST_LOST_MS);

    // a last cut, and the gateway goes on with what the card has
    gateway.signal('SIGSTOP');
    using cut = await card.cutPower();
    await gateway.end('SIGKILL');
    await gateway.start({ dir: cut.path });
    await tags.stop();
    const { produced } = points;
    await delivered(influx, stream, produced);
    await gateway.end();
    const settled = await account({ produced, stream, influx, dir: cut.path });
    const figures = `oldest lost: ${Math.round(oldestMs)} ms, not acknowledged`;
    report({ fault: 'power cut under 500 readings/s', times: CUTS + 1, ...settled, figures });
    expect(settled).toMatchObject({ stored: produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 300_000);

  it('control: without sync it has lost what it acknowledged', async () => {
    await using influx = await startInfluxDb();
    using card = new Card(CARD_MIB);
    await using gateway = await GatewayUnderTest.start({ dir: card.path, target: influx, env: WITHOUT_SYNC });
    await using points = new Producer(pointStream(), gateway.url);
    await using tags = new Producer(tagStream(), gateway.url);
    points.start(RATE);
    tags.start(RATE);
    const found = await cutAgainAndAgain(card, gateway, [points, tags], 5);
    await gateway.end('SIGKILL');
    expect(Math.max(...found.map(({ acknowledgedLost }) => acknowledgedLost))).toBeGreaterThan(0);
  }, 60_000);
});

interface Cut {
  /** Readings that were acknowledged and are not on the card. */
  readonly acknowledgedLost: number;
  /** How long before the cut the oldest was sent that is not on the card; 0 when all is. */
  readonly oldestLostMs: number;
}

/** The gateway goes on after each cut: it is what the card has by then that counts. What is produced is steady by then. */
async function cutAgainAndAgain(
  card: Card,
  gateway: GatewayUnderTest,
  producers: readonly Producer[],
  times: number,
): Promise<readonly Cut[]> {
  const random = seeded(SEED);
  await until(async () => producers.every(({ produced, answered }) => answered > RATE && produced - answered < 2 * RATE), 20);
  const cuts: Cut[] = [];
  const pauses: Pause[] = [];
  for (let n = 0; n < times; n++) {
    await sleep(random() * PAUSE_MS);
    gateway.signal('SIGSTOP');
    for (const producer of producers) producer.hold();
    const at = performance.now();
    {
      using cut = await card.cutPower(); // what was acknowledged before has arrived by now
      const losses = producers.map((producer) => lossesOf(producer, kept(cut.path, producer.stream), at, pauses));
      cuts.push({
        acknowledgedLost: losses.reduce((sum, { acknowledgedLost }) => sum + acknowledgedLost, 0),
        oldestLostMs: Math.max(...losses.map(({ oldestLostMs }) => oldestLostMs)),
      });
    }
    gateway.signal('SIGCONT');
    for (const producer of producers) producer.release();
    pauses.push({ from: at, to: performance.now() });
  }
  return cuts;
}

function lossesOf(
  { produced, acknowledged, sentAt }: Producer,
  onCard: ReadonlySet<number>,
  at: number,
  pauses: readonly Pause[],
): Cut {
  const gone = Array.from({ length: produced }, (_, number) => number).filter((number) => !onCard.has(number));
  const sent = gone.map((number) => sentAt[number] ?? at).filter((time) => time < at);
  return {
    acknowledgedLost: gone.filter((number) => acknowledged[number]).length,
    oldestLostMs: Math.max(0, ...sent.map((time) => at - time - stoodStill(time, pauses))),
  };
}

/** When the gateway stood still for an earlier cut: no power is on then. */
interface Pause {
  readonly from: number;
  readonly to: number;
}

/** @returns ms of the time since `since` */
function stoodStill(since: number, pauses: readonly Pause[]): number {
  return pauses.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, since)), 0);
}
