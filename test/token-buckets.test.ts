import { beforeEach, describe, expect, it } from '@jest/globals';
import { TokenBuckets } from '../src/token-buckets.js';
import { ManualClock } from './manual-clock.js';

let clock: ManualClock;
beforeEach(() => {
  clock = new ManualClock();
});
const buckets = (perSecond: number, burst: number, keys = 100) => new TokenBuckets({ perSecond, burst, keys }, clock);
/** How many of `count` requests in one go are let through. */
const letThrough = (from: TokenBuckets, key: string, count: number) =>
  Array.from({ length: count }, () => from.take(key)).filter((wait) => wait === 0).length;

describe('A token bucket', () => {
  it.each([3, 7, 200, 1_000_000, 0.1])('lets a whole burst through at %p a second, and no more', (perSecond) => {
    expect(letThrough(buckets(perSecond, 50), 'a', 60)).toBe(50);
  });

  it('says when the next is let through, and then it is', async () => {
    const from = buckets(4, 2);
    expect([from.take('a'), from.take('a'), from.take('a')]).toEqual([0, 0, 250]);
    await clock.advance(249);
    expect(from.take('a')).toBe(1);
    await clock.advance(1);
    expect([from.take('a'), from.take('a')]).toEqual([0, 250]);
  });

  it('is not emptied by whoever asks too often', async () => {
    const from = buckets(1, 1);
    letThrough(from, 'a', 1_000);
    await clock.advance(1_000);
    expect(from.take('a')).toBe(0);
  });

  it('holds no more than a burst however long nobody asks', async () => {
    const from = buckets(100, 5);
    await clock.advance(86_400_000);
    expect(letThrough(from, 'a', 100)).toBe(5);
    await clock.advance(86_400_000);
    expect(letThrough(from, 'a', 100)).toBe(5);
  });

  it('lets through what flows in over a day, to the request', async () => {
    const from = buckets(3, 1);
    let count = 0;
    for (let second = 0; second < 3_600; second++) {
      count += letThrough(from, 'a', 10);
      await clock.advance(1_000);
    }
    expect(count).toBe(3_600); // it holds but one
  });

  it('is nobody else’s', () => {
    const from = buckets(1, 1);
    expect([from.take('a'), from.take('a'), from.take('b')]).toEqual([0, 1_000, 0]);
  });
});

describe('Token buckets', () => {
  it('are never more than they may be, and the ones that were seen last are kept', () => {
    const from = buckets(1, 1, 10);
    for (let at = 0; at < 1_000; at++) {
      from.take(`key-${at}`);
      expect(from.size).toBeLessThanOrEqual(10);
    }
    for (let at = 996; at < 1_000; at++) expect(from.take(`key-${at}`)).toBe(1_000);
    expect(from.take('key-0')).toBe(0);
  });

  it('do not forget who keeps asking', () => {
    const from = buckets(1, 1, 10);
    from.take('busy');
    for (let at = 0; at < 1_000; at++) {
      from.take(`key-${at}`);
      if (at % 4 === 0) expect(from.take('busy')).toBe(1_000);
    }
  });
});
