import { rounds } from './benchmark.js';

const ROUNDS = 10;
const ROUND_MS = 150;

/** Does some of the work. @returns how many pieces it did */
export type Contender = () => number;

/** Where results go, so that no compiler can find that nobody needs them. */
export const sink: { last: unknown } = { last: undefined };

/**
 * Lets the contenders run in turns, so that whatever else the machine does hits all of them.
 *
 * @returns the best rate of each, pieces per second
 */
export function race(contenders: readonly Contender[], effort: number): number[] {
  const best = contenders.map(() => 0);
  for (let round = 0; round < rounds(ROUNDS, effort); round++)
    contenders.forEach((contender, at) => (best[at] = Math.max(best[at] ?? 0, rateOf(contender, ROUND_MS * effort))));
  return best;
}

function rateOf(contender: Contender, forMs: number): number {
  const began = performance.now();
  let pieces = 0;
  let ms = 0;
  while (ms < forMs) {
    pieces += contender();
    ms = performance.now() - began;
  }
  return (pieces / ms) * 1000;
}
