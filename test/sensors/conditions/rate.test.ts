import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { RateWindow } from '../../../src/sensors/conditions/rate.js';

describe('The rate of a value', () => {
  it('is its difference to the one a window before, per minute, whichever way', () => {
    const window = new RateWindow(60);
    window.add(20, 0);
    window.add(21, 30_000);
    expect(window.perMinute(22, 60_000)).toBe(2);
    expect(window.perMinute(18, 60_000)).toBe(-2);
    window.add(22, 60_000);
    expect(window.perMinute(24, 90_000)).toBe(3);
  });

  it('is not known before a window has passed', () => {
    const window = new RateWindow(60);
    expect(window.perMinute(20, 0)).toBeUndefined();
    window.add(20, 0);
    expect(window.perMinute(99, 59_999)).toBeUndefined();
  });

  it('is that over the whole time where nothing came for long', () => {
    const window = new RateWindow(10);
    window.add(20, 0);
    expect(window.perMinute(80, 3_600_000)).toBe(1);
  });

  it('of a line is its slope, however often and unevenly it is looked at, in bounded memory', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 400 });
    const seconds = fc.integer({ min: 10, max: 3_600 });
    fc.assert(
      fc.property(gaps, seconds, fc.integer({ min: -50, max: 50 }), (pauses, length, slope) => {
        const window = new RateWindow(length);
        let [now, first] = [0, -1];
        for (const pause of pauses) {
          now += pause;
          if (first === -1) first = now;
          const value = (now * slope) / 60_000;
          const rate = window.perMinute(value, now);
          if (now - first < length * 1000) expect(rate).toBeUndefined();
          else expect(rate).toBeCloseTo(slope, 6);
          window.add(value, now);
          expect(window.size).toBeLessThanOrEqual(18);
        }
      }),
    );
  });

  it('is compared with what is hardly older than asked for', () => {
    const window = new RateWindow(160);
    for (let now = 0; now <= 1_000_000; now += 1_000) {
      // a step up is to be seen for as long as the window, and a sixteenth
      const rate = window.perMinute(now < 500_000 ? 0 : 10, now);
      if (now >= 160_000 && now < 500_000) expect(rate).toBe(0);
      if (now >= 500_000 && now < 660_000) expect(rate).toBeGreaterThan(3);
      if (now >= 660_000 + 10_000) expect(rate).toBe(0);
      window.add(now < 500_000 ? 0 : 10, now);
    }
  });
});
