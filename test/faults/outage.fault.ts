import { expect, it } from '@jest/globals';
import { startInfluxDb } from '../influxdb.js';
import { withNeeds } from './lab/needs.js';
import { outage } from './lab/outage.js';
import { report } from './lab/report.js';

/** The whole day: `npm run test:faults -- --full` */
const HOURS = process.env.UMEC_FAULTS === 'full' ? 24 : 1;
const MAX_DISK_MIB = 256;
const MAX_MEMORY_MIB = 64;
const MAX_RESTART_MS = 3_000;
const MIN_DRAINED = 10_000;

withNeeds('influxd')(`an outage of ${HOURS} h, with 50 tags`, () => {
  it('costs no reading, little disk and little memory, and is made up for', async () => {
    await using influx = await startInfluxDb();
    const { meanwhile, found, ...figures } = await outage(influx, HOURS);
    const { disk, outageMemory, drainMemory, restartMs, drained } = figures;
    report({
      ...{ fault: `${HOURS} h without a server, 50 tags`, times: 1, ...found },
      figures: [
        `${disk.toFixed(0)} MiB of disk`,
        `+${outageMemory.toFixed(0)} MiB of memory, +${drainMemory.toFixed(0)} MiB while sending`,
        `ready after ${restartMs.toFixed(0)} ms`,
        `${drained.toFixed(0)} readings/s sent`,
      ].join('; '),
    });
    const { produced } = found;
    expect(meanwhile).toMatchObject({ held: produced - meanwhile.stored, dropped: 0, lost: 0, doubled: 0 });
    expect(found).toMatchObject({ stored: produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
    expect(restartMs).toBeLessThan(MAX_RESTART_MS);
    expect(disk).toBeLessThan(MAX_DISK_MIB);
    expect(drained).toBeGreaterThan(MIN_DRAINED);
    expect(outageMemory).toBeLessThan(MAX_MEMORY_MIB);
  }, 1_800_000);
});
