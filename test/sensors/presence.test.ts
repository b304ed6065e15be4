import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Presences } from '../../src/sensors/presence.js';

const SILENT_MS = 120_000;

/** A tag that is heard after each of these intervals. */
function heardAfter(intervals: readonly number[]): { presences: Presences; now: number } {
  const presences = new Presences(SILENT_MS);
  let now = 0;
  presences.heard(now);
  for (const interval of intervals) presences.heard((now += interval));
  return { presences, now };
}
const steadily = (everyMs: number, times = 20) => heardAfter(Array.from({ length: times }, () => everyMs));

describe('Presence', () => {
  it('of a tag that was never heard is OFFLINE', () => {
    expect(new Presences(SILENT_MS).at(0)).toBe('OFFLINE');
  });

  it.each([
    ['every 1.3 s', 1_300, 30_000, 120_000],
    ['every 9 s', 9_000, 90_000, 180_000],
    ['once a minute', 60_000, 600_000, 1_200_000],
  ])('of a tag that is heard %s is LATE and OFFLINE in its own time', (_how, everyMs, lateMs, offlineMs) => {
    const { presences, now } = steadily(everyMs);
    expect(presences.expectedMs).toBe(everyMs);
    const after = (ms: number) => presences.at(now + ms);
    expect([after(0), after(lateMs - 1), after(lateMs), after(offlineMs - 1), after(offlineMs)]).toEqual([
      ...['ONLINE', 'ONLINE', 'LATE', 'LATE', 'OFFLINE'],
    ]);
  });

  it('is not learnt from two radios that hear the same packet', () => {
    const { presences } = heardAfter(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? 8_950 : 50)));
    expect(presences.expectedMs).toBeGreaterThanOrEqual(8_950);
  });

  it('is not learnt from how long it was away, however often', () => {
    const { presences } = heardAfter(Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 1_300 : 600_000)));
    expect(presences.expectedMs).toBe(1_300);
  });

  it('is learnt from a tag that is always heard later than others are given up', () => {
    const { presences, now } = steadily(2 * SILENT_MS);
    expect([presences.expectedMs, presences.at(now + 5 * SILENT_MS)]).toEqual([2 * SILENT_MS, 'ONLINE']);
  });

  it('follows a tag that changes its pace', () => {
    const { presences } = heardAfter([...Array.from({ length: 20 }, () => 1_300), ...Array.from({ length: 8 }, () => 9_000)]);
    expect(presences.expectedMs).toBe(9_000);
  });

  it('is ONLINE whenever it was heard just now, however it was heard before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { maxLength: 60 }), (intervals) => {
        const { presences, now } = heardAfter(intervals);
        expect(presences.at(now)).toBe('ONLINE');
        expect(presences.lateAfterMs).toBeLessThan(presences.offlineAfterMs);
      }),
    );
  });
});
