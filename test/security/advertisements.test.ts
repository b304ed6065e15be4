import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { EventBus } from '../../src/events/bus.js';
import { Devices, noRecords } from '../../src/registry/devices.js';
import { STANDARD_OPTIONS } from '../sensors/standard-options.js';
import { RUUVI_COMPANY_ID } from '../../src/sensors/ruuvi/decode.js';
import { Sensors } from '../../src/sensors/sensors.js';
import { ManualClock } from '../manual-clock.js';
import { MemoryHistory } from '../memory-history.js';

const MOST_TAGS = 10;
const radio = { radioId: 'hci0', driver: 'bluez' };

/** Of any company or of Ruuvi, of any length or of one that a format has, with a format that there is or not. */
const advertisements = fc.record({
  companyId: fc.oneof(fc.constant(RUUVI_COMPANY_ID), fc.integer({ min: 0, max: 0xffff })),
  payload: fc
    .tuple(fc.constantFrom(3, 5, 6, 8, 0xe1, 0, 0xff), fc.uint8Array({ maxLength: 255 }), fc.constantFrom(0, 14, 20, 24, 40))
    .map(([format, bytes, length]) =>
      Uint8Array.from([format, ...(length > 0 ? [...bytes, ...new Array<number>(40).fill(0xff)].slice(0, length - 1) : bytes)]),
    ),
  // BlueZ says it, not the sender
  address: fc.integer({ min: 0, max: 0xff }).map((last) => `CB:B8:33:4C:88:${last.toString(16).toUpperCase().padStart(2, '0')}`),
  rssi: fc.integer({ min: -200, max: 200 }),
});

describe('A13 hostile advertisements', () => {
  it('are counted each, make no more tags than there may be, and stop nothing', () => {
    const clock = new ManualClock();
    const bus = new EventBus();
    const options = { ...STANDARD_OPTIONS, maxTags: MOST_TAGS };
    const parts = { history: new MemoryHistory(), bus, devices: new Devices(bus, clock), records: noRecords };
    const sensors = new Sensors({ ...parts, clock, trust: { isTrusted: true }, report: () => undefined }, options);
    const sum = () => Object.values(sensors.counters).reduce<number>((all, one) => all + Number(one), 0);
    fc.assert(
      fc.property(advertisements, (advertisement) => {
        const before = sum();
        void sensors.hear(radio, { ...advertisement, receivedAt: clock.now() });
        expect(sum()).toBeGreaterThan(before);
      }),
      { numRuns: 5_000 },
    );
    expect(sensors.tags().length).toBeLessThanOrEqual(MOST_TAGS);
  });
});
