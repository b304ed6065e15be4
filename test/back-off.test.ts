import { describe, expect, it } from '@jest/globals';
import { waitOf } from '../src/back-off.js';

const BACK_OFF = { firstMs: 1000, longestMs: 60_000 };
const waits = (random?: () => number) => [1, 2, 3, 6, 7, 8, 2000].map((failures) => waitOf(BACK_OFF, failures, random));

describe('The wait before the next attempt', () => {
  it('doubles with every failure, up to the longest', () => {
    expect(waits()).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('is spread by half where many may fail together', () => {
    expect(waits(() => 0)).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000]);
    expect(waits(() => 0.5)).toEqual([750, 1500, 3000, 24_000, 45_000, 45_000, 45_000]);
    expect(waits(() => 1)).toEqual(waits());
  });
});
