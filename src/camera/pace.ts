/** A camera is never quite on time: so much earlier than its due a frame may come, ms. */
const EARLY_MS = 20;

/** How often somebody wants a frame: of more that come, some are left out, and what comes a little early is not. */
export class Pace {
  private readonly intervalMs: number;
  private readonly earlyMs: number;
  private due = -Infinity;

  /** @param fps frames per second at the most; all of them unless given */
  constructor(fps = Infinity) {
    this.intervalMs = 1000 / fps;
    this.earlyMs = Math.min(EARLY_MS, this.intervalMs / 2);
  }

  /**
   * Whether a frame that comes now is wanted. If it is, the next is an interval later.
   *
   * @param now ms, of a clock that never jumps
   */
  take(now: number): boolean {
    if (now < this.due) return false;
    this.due = Math.max(this.due, now - this.earlyMs) + this.intervalMs;
    return true;
  }
}
