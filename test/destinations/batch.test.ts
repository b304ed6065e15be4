import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Batch, type Line } from '../../src/destinations/batch.js';
import { appPoints } from '../store/points.js';

const linesOf = (count: number): Line[] => appPoints(count).map((point, seq) => ({ seq, point, text: `${seq}` }));

/** Sends all of it to a server that refuses what has a bad line. @returns how many requests that took, and what was taken in order */
function send(batch: Batch, isBad: (seq: number) => boolean, most = Infinity) {
  const taken: number[] = [];
  let requests = 0;
  for (let lines = batch.next; lines; lines = batch.next) {
    requests++;
    if (lines.length > most) batch.tooLarge('too large');
    else if (lines.some(({ seq }) => isBad(seq))) batch.refused('bad');
    else {
      taken.push(...lines.map(({ seq }) => seq));
      batch.taken();
    }
  }
  return { requests, taken };
}

const badOnes = fc.uniqueArray(fc.integer({ min: 0, max: 4_999 }), { maxLength: 40 });

describe('A batch of which some lines are bad', () => {
  it('loses those alone, and none of the others, in their order, within O(k log n) requests', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), badOnes, (count, wanted) => {
        const bad = new Set(wanted.filter((seq) => seq < count));
        const batch = new Batch(linesOf(count));
        const { requests, taken } = send(batch, (seq) => bad.has(seq));
        expect(taken).toEqual(linesOf(count).flatMap(({ seq }) => (bad.has(seq) ? [] : [seq])));
        expect(batch.refusals.map(({ seq }) => seq)).toEqual([...bad].sort((a, b) => a - b));
        expect(batch.stored).toBe(count - bad.size);
        expect(requests).toBeLessThanOrEqual(1 + bad.size * 2 * Math.ceil(Math.log2(count)));
      }),
      { numRuns: 50 },
    );
  });

  it('of one bad line asks two questions a level at most', () => {
    const worst = Math.max(...[0, 511, 512, 1_023].map((one) => send(new Batch(linesOf(1_024)), (seq) => seq === one).requests));
    expect(worst).toBeLessThanOrEqual(21);
  });

  it('asks of every line when all are bad', () => {
    expect(send(new Batch(linesOf(64)), () => true).requests).toBeLessThanOrEqual(2 * 64);
  });

  it('is sent in pieces that are not too large, and a line that is too large alone is refused', () => {
    const batch = new Batch(linesOf(100));
    const { taken } = send(batch, () => false, 7);
    expect(taken).toHaveLength(100);
    const large = new Batch(linesOf(1));
    send(large, () => false, 0);
    expect(large.refusals).toMatchObject([{ seq: 0, reason: 'too large' }]);
  });

  it('believes a server that takes the second half after all', () => {
    const batch = new Batch(linesOf(4));
    batch.refused('for a moment');
    for (let lines = batch.next; lines; lines = batch.next) batch.taken();
    expect([batch.stored, batch.refusals]).toEqual([4, []]);
  });
});
