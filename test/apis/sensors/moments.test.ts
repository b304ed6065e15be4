import { describe, expect, it } from '@jest/globals';
import { Moments } from '../../../src/apis/sensors/moments.js';

const NOW = Date.UTC(2026, 5, 1);

describe('The times of points that come without', () => {
  it('end now', () => {
    expect(new Moments().take(NOW, 10)).toBe(NOW - 9);
  });

  it('are given once, also to requests of one moment', () => {
    const moments = new Moments();
    const firsts = [NOW, NOW, NOW + 1, NOW + 100].map((now) => moments.take(now, 10) - NOW);
    expect(firsts).toEqual([-9, 1, 11, 91]);
  });

  it('are not of the future: who brings more than there are milliseconds is told to wait', () => {
    const moments = new Moments();
    for (let taken = 0; taken < 5_000; taken += 1_000) moments.take(NOW, 1_000);
    moments.take(NOW, 1_000);
    expect(() => moments.take(NOW, 1)).toThrow('give them theirs');
    expect(moments.take(NOW + 10_000, 1)).toBe(NOW + 10_000);
  });

  it('go on with a clock that was far ahead and is right now', () => {
    const moments = new Moments();
    moments.take(NOW + 86_400_000, 1);
    expect(moments.take(NOW, 1)).toBe(NOW);
  });
});
