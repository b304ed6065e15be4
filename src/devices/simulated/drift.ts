import { chance } from './chance.js';

/**
 * Wanders smoothly between -1 and 1, in a new direction every `periodMs`, as weather does.
 *
 * @param seed chooses the way it takes
 * @param time ms since the epoch
 */
export function drift(seed: number, time: number, periodMs: number): number {
  const step = Math.floor(time / periodMs);
  const ease = (1 - Math.cos(Math.PI * (time / periodMs - step))) / 2;
  const from = chance(seed, step);
  return 2 * (from + (chance(seed, step + 1) - from) * ease) - 1;
}
