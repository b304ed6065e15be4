import type { Clock } from '../../clock.js';

export const BEAT_MS = 100;

/**
 * Tells ten times a second how many ms late it was: for so long the event loop had something else to do.
 *
 * (`monitorEventLoopDelay` of node:perf_hooks beats as often, and keeps a histogram that nobody here would read.)
 */
export function watchLag(clock: Clock, tell: (lagMs: number) => void): Disposable {
  let due = clock.monotonic() + BEAT_MS;
  return clock.every(BEAT_MS, () => {
    const now = clock.monotonic();
    tell(Math.max(0, now - due));
    due = now + BEAT_MS;
  });
}
