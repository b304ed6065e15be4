import { type Clock, systemClock } from '../src/clock.js';

/** The machine's own clock, but that a test sets it and stops it; what waits does so by the machine's. */
export class ShiftedClock implements Clock {
  /** By how much somebody has set it forward, ms; less than zero is back. */
  set = 0;
  /** How much time has gone by beyond the machine's, ms. */
  gone = 0;
  private machine: Readonly<Pick<Clock, 'now' | 'monotonic'>> = systemClock;

  /** From now on time goes by only as the test says, however slow the machine is. */
  stop(): void {
    const [now, monotonic] = [systemClock.now(), systemClock.monotonic()];
    this.machine = { now: () => now, monotonic: () => monotonic };
  }

  now(): number {
    return this.machine.now() + this.set + this.gone;
  }

  monotonic(): number {
    return this.machine.monotonic() + this.gone;
  }

  every(ms: number, task: () => void): Disposable {
    return systemClock.every(ms, task);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms, signal);
  }
}
