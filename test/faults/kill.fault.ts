import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { sumOf } from './lab/account.js';
import { killAgainAndAgain } from './lab/kill.js';
import { withNeeds } from './lab/needs.js';
import { report } from './lab/report.js';

const TIMES = 100;
const SEED = Number(process.env.TEST_SEED ?? 7);

withNeeds('influxd')('two gateways that are killed fifty times each', () => {
  it('have lost nothing that they acknowledged, and sent nothing twice', async () => {
    await using influx = await startInfluxDb();
    const [one, other] = await Promise.all([SEED, SEED + 1].map((seed) => killAgainAndAgain(influx, TIMES / 2, seed)));
    if (!one || !other) throw new Error('nobody was killed');
    const found = sumOf(one, other);
    report({ fault: 'kill -9 under 500 readings/s', times: TIMES, ...found });
    expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 900_000);
});
