import { waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';

export const RETRY_FIRST_MS = 500;
export const RETRY_MOST_MS = 10_000;
const BACK_OFF = { firstMs: RETRY_FIRST_MS, longestMs: RETRY_MOST_MS };

/** When to try again what failed: after half a second at first, then twice as long each time, 10 s at most. */
export class Retry {
  private failures = 0;
  private notBefore = 0;
  private wake = new AbortController();

  constructor(private readonly clock: Clock) {}

  get isDue(): boolean {
    return this.clock.monotonic() >= this.notBefore;
  }

  /** @param livedMs how long it worked before it failed; what worked for long begins again with a short pause */
  failed(livedMs: number): void {
    this.failures = livedMs >= RETRY_MOST_MS ? 1 : this.failures + 1;
    this.notBefore = this.clock.monotonic() + waitOf(BACK_OFF, this.failures);
  }

  /** It worked for as long as it was wanted, and what failed before counts no more. */
  worked(): void {
    this.failures = 0;
  }

  /** Something has changed: whoever waits tries now. Should that fail, the pause is the longer. */
  now(): void {
    this.notBefore = 0;
    this.wake.abort();
    this.wake = new AbortController();
  }

  async untilDue(): Promise<void> {
    if (!this.isDue) await this.clock.sleep(this.notBefore - this.clock.monotonic(), this.wake.signal);
  }
}
