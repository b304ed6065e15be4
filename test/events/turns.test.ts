import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../src/events/turns.js';
import { ManualClock } from '../manual-clock.js';

function setUp(atOnce: number) {
  const clock = new ManualClock();
  const turns = new Turns(atOnce, 1_000, clock);
  const begun: string[] = [];
  const take = (name: string) => {
    let end = (): void => undefined;
    const promise = new Promise<void>((resolve) => (end = resolve));
    void turns.take(() => (begun.push(name), promise));
    return () => end();
  };
  return { clock, turns, begun, take };
}

describe('Turns', () => {
  it('are taken by so many at once, and by the others in order as these end', async () => {
    const { clock, begun, take } = setUp(2);
    const [endOfA] = ['a', 'b', 'c', 'd'].map(take);
    await clock.advance(0);
    expect(begun).toEqual(['a', 'b']);
    endOfA?.();
    await clock.advance(0);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('of those that hang are over after a while, and once only', async () => {
    const { clock, begun, take } = setUp(1);
    const [endOfA] = ['a', 'b', 'c'].map(take);
    await clock.advance(999);
    expect(begun).toEqual(['a']);
    await clock.advance(1);
    expect(begun).toEqual(['a', 'b']);
    endOfA?.(); // it had no turn any more that it could give back
    await clock.advance(500);
    expect(begun).toEqual(['a', 'b']);
    await clock.advance(500);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('are given back by a task that throws, which its caller hears of', async () => {
    const { turns } = setUp(1);
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
  });
});
