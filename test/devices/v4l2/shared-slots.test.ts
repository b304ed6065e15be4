import { describe, expect, it } from '@jest/globals';
import { SlotsToPut, SlotsToTake } from '../../../src/devices/v4l2/shared-slots.js';

describe('Slots that two threads see', () => {
  it('give what was put, in memory of its own', () => {
    const [ours, theirs] = [new SlotsToPut(2), new SlotsToTake()];
    const taken = ['one', 'two', 'three'].map((text) => theirs.take(ours.put(Buffer.from(text))));
    expect(taken.map(String)).toEqual(['one', 'two', 'three']);
    expect(new Set(taken.map(({ buffer }) => buffer)).size).toBe(3);
  });

  it('keep so many that were not taken yet', () => {
    const [ours, theirs] = [new SlotsToPut(2), new SlotsToTake()];
    for (const text of ['a', 'b', 'c']) theirs.take(ours.put(Buffer.from(text)));
    const waiting = [ours.put(Buffer.from('one')), ours.put(Buffer.from('two'))];
    expect(waiting.map((put) => String(theirs.take(put)))).toEqual(['one', 'two']);
  });

  it('tell of memory once, and again where there has to be more of it', () => {
    const [ours, theirs] = [new SlotsToPut(1), new SlotsToTake()];
    const isNew = (size: number) => {
      const put = ours.put(new Uint8Array(size).fill(7));
      expect(theirs.take(put).every((byte) => byte === 7)).toBe(true);
      return put.memory !== undefined;
    };
    expect([10, 1000, 10, 200_000, 100].map(isNew)).toEqual([true, false, false, true, false]);
  });
});
