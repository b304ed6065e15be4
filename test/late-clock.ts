import { type Clock, systemClock } from '../src/clock.js';
import { BEAT_MS } from '../src/http/limits/watch-lag.js';

/** The machine's own clock, of which a test can say that the event loop had no time to look at it. */
export class LateClock implements Clock {
  private readonly beats = new Set<() => void>();
  private ahead = 0;

  now(): number {
    return systemClock.now();
  }

  monotonic(): number {
    return systemClock.monotonic() + this.ahead;
  }

  every(ms: number, task: () => void): Disposable {
    if (ms !== BEAT_MS) return systemClock.every(ms, task);
    this.beats.add(task);
    return { [Symbol.dispose]: () => void this.beats.delete(task) };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms, signal);
  }

  /** The beats of the event loop come late now, by more than a second each. */
  fallBehind(): void {
    this.beat(1_500);
  }

  /** They come in time again. */
  catchUp(): void {
    this.beat(0);
  }

  private beat(lateMs: number): void {
    for (let beat = 0; beat < 3; beat++) {
      this.ahead += lateMs;
      for (const task of this.beats) task();
    }
  }
}
