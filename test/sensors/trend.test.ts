import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bucket } from '../../src/sensors/history.js';
import { TRENDED, trendOf } from '../../src/sensors/trend.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = Date.parse('2026-11-01T00:00:00Z');

/** One bucket each six hours, in which the battery was so on the average. */
function bucketsOf(means: readonly number[], count = 10): Bucket[] {
  return means.map((mean, n) => {
    const statistics = { count, mean, min: mean, max: mean, first: mean, last: mean };
    return { time: BEGIN + n * TRENDED.batteryVoltage.everyMs, fields: { batteryVoltage: statistics } };
  });
}
const trend = (buckets: readonly Bucket[]) => trendOf(buckets, TRENDED.batteryVoltage);

describe('The trend of a battery', () => {
  it('that loses 4 mV a day is that, however warm the days were', () => {
    const means = Array.from({ length: 40 }, (_, n) => 3 - 0.001 * n + (n % 4 < 2 ? 0.01 : -0.01));
    const { perDay, mean, from, to, count } = trend(bucketsOf(means)) ?? {};
    expect(perDay).toBeCloseTo(-0.004, 3);
    expect(mean).toBeCloseTo(2.9805, 6);
    expect([from, to, count]).toEqual([BEGIN, BEGIN + 10 * DAY, 400]);
  });

  it('is the slope of any straight line, with gaps too', () => {
    const slope = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(slope, fc.uniqueArray(fc.nat(100), { minLength: 10, maxLength: 60 }), (perDay, numbers) => {
        const all = bucketsOf(Array.from({ length: 101 }, (_, n) => 2 + (perDay * n) / 4));
        const buckets = numbers.sort((a, b) => a - b).flatMap((n) => all[n] ?? []);
        expect(trend(buckets)?.perDay).toBeCloseTo(perDay, 9);
      }),
    );
  });

  it('weighs a bucket by its readings', () => {
    const [steady, odd] = [bucketsOf([3, 3, 3, 3, 3], 1_000), bucketsOf([0, 0, 0, 0, 0, 2], 1).slice(5)];
    expect(trend([...steady, ...odd])?.perDay).toBeGreaterThan(-0.01);
  });

  it.each([
    ['nothing', []],
    ['three buckets', [3, 3, 3]],
    ['less than a day', [3, 3, 3, 3]],
  ])('is not known of %s', (_what, means) => {
    expect(trend(bucketsOf(means))).toBeUndefined();
  });

  it('is not known where the battery is not', () => {
    expect(trend(bucketsOf([3, 3, 3, 3, 3, 3]).map(({ time }) => ({ time, fields: {} })))).toBeUndefined();
  });
});
