import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { killAgainAndAgain } from './lab/kill.js';
import { withNeeds } from './lab/needs.js';
import { report } from './lab/report.js';

const SEED = Number(process.env.TEST_SEED ?? 7);

withNeeds('influxd')('a gateway that is killed a hundred times', () => {
  it('has lost nothing that it acknowledged, and sent nothing twice', async () => {
    await using influx = await startInfluxDb();
    const found = await killAgainAndAgain(influx, 100, SEED);
    report({ fault: 'kill -9 under 500 readings/s', times: 100, ...found });
    expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 300_000);
});
