/** A camera is never quite on time: so much earlier than its due a frame may come, ms. */
const EARLY_MS = 20;

/** How often somebody wants a frame: of more that come, some are left out, and what comes a little early is not. */
export class Pace {
  private readonly intervalMs: number;
  private readonly earlyMs: number;
  private due = -Infinity;
  private begun = false;

  /** @param fps frames per second at the most; all of them unless given */
  constructor(fps = Infinity) {
    this.intervalMs = 1000 / fps;
    this.earlyMs = Math.min(EARLY_MS, this.intervalMs / 2);
  }

  /**
   * Whether a frame that comes now is wanted.
   *
   * @param now ms, of a clock that never jumps
   */
  take(now: number): boolean {
    if (now < this.due) return false;
    // of what comes late the next is due all the same, or there would be too few; but no more than one is made up for
    this.due = this.begun ? Math.max(this.due, now - this.intervalMs) + this.intervalMs : now + this.intervalMs - this.earlyMs;
    this.begun = true;
    return true;
  }
}
