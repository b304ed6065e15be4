import { until } from '../until.js';

/** Asks again and again until the answer is yes, with pauses in which the emulator can do something else than answer. */
export function untilSeen(holds: () => Promise<boolean>): Promise<void> {
  return until(holds, 100);
}
