import type { Clock } from '../clock.js';

/** Calls `task` once after `ms`, unless disposed before. */
export function after(clock: Clock, ms: number, task: () => void): Disposable {
  const cancel = new AbortController();
  void clock.sleep(ms, cancel.signal).then(() => {
    if (!cancel.signal.aborted) task();
  });
  return { [Symbol.dispose]: () => cancel.abort() };
}
