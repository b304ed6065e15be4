import { type Clock, systemClock } from '../src/clock.js';

/** The machine's own clock, but that a test sets it; what waits does so by the machine's. */
export class ShiftedClock implements Clock {
  /** By how much somebody has set it forward, ms; less than zero is back. */
  set = 0;
  /** How much time has gone by beyond the machine's, ms. */
  gone = 0;

  now(): number {
    return systemClock.now() + this.set + this.gone;
  }

  monotonic(): number {
    return systemClock.monotonic() + this.gone;
  }

  every(ms: number, task: () => void): Disposable {
    return systemClock.every(ms, task);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms, signal);
  }
}
