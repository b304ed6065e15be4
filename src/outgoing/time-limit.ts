import type { Clock } from '../clock.js';
import { onAbort } from '../on-abort.js';

/** A signal that aborts after some time or with another signal. Disposed, it aborts no more and leaves no timer behind. */
export class TimeLimit implements Disposable {
  private readonly limit = new AbortController();
  private readonly done = new AbortController();
  private readonly outer: Disposable | undefined;

  /** @param outer may live long: nothing stays on it */
  constructor(clock: Clock, ms: number, outer?: AbortSignal) {
    this.outer = outer && onAbort(outer, () => this.limit.abort());
    void clock.sleep(ms, this.done.signal).then(() => {
      if (!this.done.signal.aborted) this.limit.abort();
    });
  }

  get signal(): AbortSignal {
    return this.limit.signal;
  }

  [Symbol.dispose](): void {
    this.outer?.[Symbol.dispose]();
    this.done.abort();
  }
}
