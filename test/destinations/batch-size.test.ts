import { describe, expect, it } from '@jest/globals';
import { BatchSize } from '../../src/destinations/batch-size.js';

const bounds = { first: 1_000, least: 100, most: 5_000 };

/** Batches as large as may be, to a server that takes so long for each. @returns how large they were */
function send(size: BatchSize, times: number, msOf: (rows: number) => number, small = 0): number[] {
  return Array.from({ length: times }, () => {
    if (small > 0) size.answered(small, msOf(small));
    const { rows } = size;
    size.answered(rows, msOf(rows));
    return rows;
  });
}

describe('The size of a batch', () => {
  it('grows while the server is quick, up to the bound', () => {
    expect(send(new BatchSize(bounds), 5, () => 20)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it.each([2, 5, 9])('comes to what takes no more than a second where each row takes %i ms', (each) => {
    const sizes = send(new BatchSize(bounds), 10, (rows) => rows * each, 1);
    expect(sizes.slice(2).every((rows) => rows * each <= 1_500)).toBe(true);
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(100);
  });

  it('does not shrink because the way is long', () => {
    expect(send(new BatchSize(bounds), 10, (rows) => 3_000 + rows / 100, 1).at(-1)).toBe(5_000);
  });

  it('is halved when the server does not answer, down to the least', () => {
    const size = new BatchSize(bounds);
    for (let n = 0; n < 10; n++) size.silent(size.rows);
    expect(size.rows).toBe(100);
  });

  it('stays below what was too large, and tries more after a while', () => {
    const size = new BatchSize(bounds);
    size.tooLarge(60);
    const sizes = send(size, 40, () => 20);
    expect(sizes.slice(0, 32)).toEqual(Array(32).fill(30));
    expect(sizes[32]).toBe(60);
  });

  it('does not go by one line that is too large alone', () => {
    const size = new BatchSize(bounds);
    size.tooLarge(1);
    expect(size.rows).toBe(1_000);
  });
});
