const BEAT_MS = 2;

/** How long this process's event loop did nothing else, at the longest. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private last = 0;
  private longest = 0;

  /** From now on. */
  begin(): void {
    clearInterval(this.timer);
    [this.last, this.longest] = [performance.now(), 0];
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.timer.unref();
  }

  /** ms since `begin`, or 0 where it was never called */
  get longestMs(): number {
    if (this.timer) this.beat();
    return this.longest;
  }

  private beat(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last - BEAT_MS);
    this.last = now;
  }
}
