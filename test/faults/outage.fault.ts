import { beforeAll, expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { withNeeds } from './lab/needs.js';
import { type Outage, outage } from './lab/outage.js';
import { report } from './lab/report.js';

/** The whole day: `npm run test:faults -- --full` */
const HOURS = process.env.UMEC_FAULTS === 'full' ? 24 : 1;

withNeeds('influxd')(`an outage of ${HOURS} h, with 50 tags`, () => {
  let seen: Outage;
  beforeAll(async () => {
    await using influx = await startInfluxDb();
    seen = await outage(influx, HOURS);
    report({ fault: `${HOURS} h without a server, 50 tags`, times: 1, ...seen.found, figures: inWords(seen) });
  }, 3_600_000);

  it('has every reading in the history meanwhile', () => {
    const { produced, stored } = seen.meanwhile;
    expect(seen.meanwhile).toEqual({ produced, stored, held: produced - stored, dropped: 0, lost: 0, doubled: 0 });
  });

  it('costs no reading, and doubles none', () => {
    const { produced } = seen.found;
    expect(seen.found).toEqual({ produced, stored: produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  });

  it('takes 256 MiB of disk at most', () => expect(seen.disk).toBeLessThan(256));

  it('takes 64 MiB of memory at most beyond what there was', () => expect(seen.outageMemory).toBeLessThan(64));

  it('takes 64 MiB of memory at most while all is sent', () => expect(seen.drainMemory).toBeLessThan(64));

  it('does not keep the gateway from serving within 3 s of its start', () => expect(seen.restartMs).toBeLessThan(3_000));

  it('is made up for at 10,000 readings a second at least', () => expect(seen.drained).toBeGreaterThan(10_000));
});

withNeeds('influxd')('an outage of three minutes', () => {
  it('control: costs readings when every answer is believed', async () => {
    await using influx = await startInfluxDb();
    const { meanwhile, found } = await outage(influx, 0.05, 'believeEveryAnswer');
    expect([meanwhile.lost, found.lost]).toEqual([found.produced - found.stored, found.produced - found.stored]);
    expect(found.lost).toBeGreaterThan(0);
  }, 120_000);
});

function inWords({ disk, outageMemory, drainMemory, restartMs, drained }: Outage): string {
  return [
    `${disk.toFixed(0)} MiB of disk`,
    `+${outageMemory.toFixed(0)} MiB of memory, +${drainMemory.toFixed(0)} MiB while sending`,
    `ready after ${restartMs.toFixed(0)} ms`,
    `${drained.toFixed(0)} readings/s sent`,
  ].join('; ');
}
