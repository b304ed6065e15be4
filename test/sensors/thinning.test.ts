import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Thinning } from '../../src/sensors/thinning.js';

const INTERVAL_MS = 10_000;

/** Which of these are kept. */
function keptOf(readings: readonly { readonly at: number; readonly movementCounter?: number }[], intervalMs = INTERVAL_MS) {
  const thinning = new Thinning();
  return readings.filter((reading) => {
    const keeps = thinning.keeps(reading, reading.at, intervalMs);
    if (keeps) thinning.kept(reading, reading.at);
    return keeps;
  });
}
const ats = (readings: readonly { readonly at: number }[]) => readings.map(({ at }) => at);

it('Of readings that come faster than they are to be kept, the first of each interval is kept', () => {
  const readings = Array.from({ length: 20 }, (_, n) => ({ at: n * 2_570, movementCounter: 7 }));
  expect(ats(keptOf(readings))).toEqual([0, 10_280, 20_560, 30_840, 41_120]);
});

it('A tag that is moved is kept each time, and its interval begins anew', () => {
  const moved = [0, 1_000, 2_000, 11_000, 12_000].map((at, n) => ({ at, movementCounter: [7, 8, 8, 8, 8][n] ?? 8 }));
  expect(ats(keptOf(moved))).toEqual([0, 1_000, 11_000]);
});

it('A counter that begins again has moved, one that is not available has not', () => {
  const counters = [254, 0, undefined, 0, undefined, 1];
  const readings = counters.map((movementCounter, n) => ({
    at: n,
    ...(movementCounter === undefined ? {} : { movementCounter }),
  }));
  expect(ats(keptOf(readings))).toEqual([0, 1, 5]);
});

it('With no interval every reading is kept', () => {
  const readings = [0, 0, 1, 1].map((at) => ({ at }));
  expect(keptOf(readings, 0)).toEqual(readings);
});

it('There are never two that were not moved within an interval, and never a gap that readings could have filled', () => {
  const steps = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(steps, (gaps) => {
      let at = 0;
      const readings = gaps.map((gap) => ({ at: (at += gap), movementCounter: 7 }));
      const kept = ats(keptOf(readings));
      for (const [n, time] of kept.entries()) {
        const before = kept[n - 1];
        if (before === undefined) continue;
        expect(time - before).toBeGreaterThanOrEqual(INTERVAL_MS);
        expect(readings.some((one) => one.at < time && one.at - before >= INTERVAL_MS)).toBe(false);
      }
    }),
  );
});
