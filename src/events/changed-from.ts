import { onAbort } from '../on-abort.js';
import type { Observed } from './observed.js';

/** Resolves when the value is another than `seen`, or `signal` aborts; nothing is left on either. */
export function changedFrom<T>(observed: Observed<T>, seen: T, signal: AbortSignal): Promise<void> {
  if (observed.value !== seen || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      watching[Symbol.dispose]();
      aborting[Symbol.dispose]();
      resolve();
    };
    const watching = observed.watch(done);
    const aborting = onAbort(signal, done);
  });
}
