import { setTimeout as delay } from 'node:timers/promises';

/** Time as an argument: production passes `systemClock`, a test one that it moves by hand. */
export interface Clock {
  /** ms since the epoch; may jump when the machine's clock is set */
  now(): number;
  /** ms since some start; never jumps */
  monotonic(): number;
  /** Calls `task` every `ms` until disposed; never keeps the process alive. */
  every(ms: number, task: () => void): Disposable;
  /** Resolves after `ms`, or at once when `signal` aborts: whoever waits looks at the signal afterwards. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Before this the gateway was not written, so that a clock that says so has not been set: a Pi has none that runs without power. */
const WRITTEN = Date.UTC(2026, 0, 1);

export function isSet(clock: Pick<Clock, 'now'>): boolean {
  return clock.now() >= WRITTEN;
}

/** What the machine's clock that never jumps said when that of this process began, ms: all processes of one boot count on together. */
const BEGAN = Number(process.hrtime.bigint()) / 1e6 - performance.now();

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => BEGAN + performance.now(),
  every(ms, task) {
    const timer = setInterval(task, ms);
    timer.unref();
    return { [Symbol.dispose]: () => clearInterval(timer) };
  },
  async sleep(ms, signal) {
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
