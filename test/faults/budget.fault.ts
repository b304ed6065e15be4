import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account, countStored } from './lab/account.js';
import { DESTINATION, OTHER } from './lab/configuration.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

/** The smallest budget there is, and more than fits into it. */
const BUDGET = 16 * 2 ** 20;
const LARGE = { text: 'x'.repeat(1000) };
const READINGS = 30_000;
const LOOK_MS = 300;
/** Waits are a tenth of what they are. */
const HURRY = 10;

withNeeds('influxd')('a gateway one of whose servers is away for longer than its disk has room', () => {
  it('gives up the oldest readings, counts each for who has not got it, also over a restart, and sends the others', async () => {
    const { away, near } = await crowded();
    report({ fault: 'outage longer than the disk has room', times: 1, ...away, figures: 'restarted in between' });
    report({ fault: 'the same, for another server, that was there', times: 1, ...near });
    for (const { dropped, ...found } of [away, near])
      expect(found).toEqual({ produced: READINGS, stored: READINGS - dropped, held: 0, lost: 0, doubled: 0 });
    expect(away.dropped).toBeGreaterThan(READINGS / 4);
    expect(near.dropped).toBeLessThan(READINGS / 4);
  }, 120_000);

  it('control: what is taken for sent too soon is lost, and in no count', async () => {
    const { away } = await crowded('moveBeforeTheAnswer');
    expect(away.lost).toBeGreaterThan(READINGS / 4);
  }, 120_000);
});

/** What becomes of readings at a server that is away, and at another that is there. */
async function crowded(mistake?: Mistake): Promise<{ away: Account; near: Account }> {
  using dir = tempDirectory();
  await using away = await startInfluxDb();
  await using near = await startInfluxDb();
  const stream = pointStream('large', LARGE);
  await using gateway = await GatewayUnderTest.start({
    ...{ dir: dir.path, target: away, other: near, historyMaxBytes: BUDGET, hurry: HURRY },
    ...(mistake ? { mistake } : {}),
  });
  await away.beginOutage();
  await using producer = new Producer(stream, gateway.url, 2);
  await producer.bring(READINGS / 2);
  await gateway.end();
  await gateway.start();
  await producer.bring(READINGS / 2);
  await inTheEnd(() => gateway.droppedUnsent(DESTINATION));
  await away.endOutage();
  const dropped = { away: await gateway.droppedUnsent(DESTINATION), near: await gateway.droppedUnsent(OTHER) };
  for (const [server, lines] of [
    [away, READINGS - dropped.away],
    [near, READINGS - dropped.near],
  ] as const)
    // prettier-ignore
    if (mistake) await inTheEnd(() => countStored(server, stream));
    else await until(async () => (await countStored(server, stream)) >= lines, LOOK_MS);
  expect(await gateway.droppedUnsent(DESTINATION)).toBe(dropped.away);
  await gateway.end();
  const parts = { produced: READINGS, stream, dir: dir.path };
  return {
    away: await account({ ...parts, influx: away, destination: DESTINATION, dropped: dropped.away }),
    near: await account({ ...parts, influx: near, destination: OTHER, dropped: dropped.near }),
  };
}

/** What it comes to, once it changes no more. */
async function inTheEnd(count: () => Promise<number>): Promise<number> {
  let [before, now] = [-1, await count()];
  await until(async () => {
    [before, now] = [now, await count()];
    return before === now && now > 0;
  }, LOOK_MS);
  return now;
}
