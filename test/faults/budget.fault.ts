import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { account } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

/** The smallest budget there is, and more than fits into it. */
const BUDGET = 16 * 2 ** 20;
const LARGE = { text: 'x'.repeat(1000) };
const READINGS = 30_000;
const LOOK_MS = 300;

withNeeds('influxd')('a gateway whose server is away for longer than its disk has room', () => {
  it('gives up the oldest readings, counts each, and sends the others', async () => {
    using dir = tempDirectory();
    await using influx = await startInfluxDb();
    const stream = pointStream('large', LARGE);
    await using gateway = await GatewayUnderTest.start({ dir: dir.path, target: influx, historyMaxBytes: BUDGET });
    await influx.beginOutage();
    await using producer = new Producer(stream, gateway.url, 2);
    await producer.bring(READINGS);
    const dropped = await droppedInTheEnd(gateway);
    await influx.endOutage();
    await delivered(influx, stream, READINGS - dropped);
    expect(await droppedInTheEnd(gateway)).toBe(dropped);
    await gateway.end();
    const parts = { produced: READINGS, stream, influx, dir: dir.path };
    const found = await account({ ...parts, dropped });
    report({ fault: 'outage longer than the disk has room', times: 1, ...found });
    expect(found).toEqual({ produced: READINGS, stored: READINGS - dropped, held: 0, dropped, lost: 0, doubled: 0 });
    expect(dropped).toBeGreaterThan(READINGS / 4);
    // control: what is not counted is seen
    expect(await account(parts)).toMatchObject({ lost: dropped });
  }, 60_000);
});

/** How many readings it says that it took away before they were sent, once it takes away no more. */
async function droppedInTheEnd(gateway: GatewayUnderTest): Promise<number> {
  let [before, dropped] = [-1, 0];
  await until(async () => {
    [before, dropped] = [dropped, (await gateway.counters('store')).droppedUnsent ?? 0];
    return before === dropped;
  }, LOOK_MS);
  return dropped;
}
