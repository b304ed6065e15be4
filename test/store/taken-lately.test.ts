import { expect, it } from '@jest/globals';
import { TakenLately } from '../../src/store/taken-lately.js';

it('What was taken lately is known for each destination by itself, and not without end', () => {
  const lately = new TakenLately(3);
  lately.add({ destination: 'cloud', seqs: [1, 2] });
  lately.add({ destination: 'town', seqs: [3] });
  expect([1, 2, 3].map((seq) => lately.countOf({ destination: 'cloud', seqs: [seq] }))).toEqual([1, 1, 0]);
  lately.add({ destination: 'cloud', seqs: [4, 5] });
  expect(lately.countOf({ destination: 'cloud', seqs: [1, 2, 4, 5] })).toBe(3);
  expect(lately.countOf({ destination: 'town', seqs: [1, 2, 3, 4, 5] })).toBe(1);
  expect(lately.countOf({ destination: 'street', seqs: [1] })).toBe(0);
});
