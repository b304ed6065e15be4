import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { doneUpTo, EVERYTHING, leaveBehind, sentBehind, sentLive, type Unsent } from '../../src/store/unsent.js';

const LAST = 300;
const isUnsent = ({ live, behind }: Unsent, seq: number) =>
  seq > live || behind.some(({ after, upTo }) => seq > after && seq <= upTo);
const unsentOf = (unsent: Unsent) => Array.from({ length: LAST }, (_, at) => at + 1).filter((seq) => isUnsent(unsent, seq));

const steps = fc.array(fc.tuple(fc.constantFrom('leave', 'live', 'behind'), fc.integer({ min: 1, max: 12 })), { maxLength: 60 });

it('What is unsent never loses a row that was not sent, is bounded, and forgets what was', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let unsent = EVERYTHING;
      const sent = new Set<number>();
      let merged = false;
      for (const [step, count] of taken) {
        const to = Math.min(unsent.live + count, LAST);
        const from = step === 'behind' ? doneUpTo(unsent) : unsent.live;
        const ranges = unsent.behind.length;
        if (step === 'leave' && to > unsent.live) unsent = leaveBehind(unsent, to);
        else if (step === 'live') unsent = sentLive(unsent, to);
        else if (unsent.behind[0]) unsent = sentBehind(unsent, Math.min(from + count, unsent.behind[0].upTo));
        merged ||= step === 'leave' && unsent.behind.length === ranges && ranges >= 16;
        if (step === 'live') for (let seq = from + 1; seq <= to; seq++) sent.add(seq);
        if (step === 'behind') for (let seq = 1; seq <= doneUpTo(unsent); seq++) sent.add(seq);
        expect(unsent.behind.length).toBeLessThanOrEqual(16);
      }
      const left = new Set(unsentOf(unsent));
      for (let seq = 1; seq <= LAST; seq++) if (!sent.has(seq)) expect([seq, left.has(seq)]).toEqual([seq, true]);
      if (!merged) expect([...left].filter((seq) => sent.has(seq))).toEqual([]);
      for (let seq = 1; seq <= doneUpTo(unsent); seq++) expect(left.has(seq)).toBe(false);
    }),
  );
});

it('Ranges that touch are one', () => {
  expect(leaveBehind(leaveBehind(EVERYTHING, 10), 20)).toEqual({ live: 20, behind: [{ after: 0, upTo: 20 }] });
});

it('Of too many ranges the nearest become one', () => {
  let unsent = EVERYTHING;
  for (let n = 0; n < 17; n++) unsent = leaveBehind(sentLive(unsent, unsent.live + (n === 9 ? 1 : 5)), unsent.live + 10);
  expect(unsent.behind).toHaveLength(16);
  expect(unsent.behind.filter(({ after, upTo }) => upTo - after > 10)).toHaveLength(1);
});
