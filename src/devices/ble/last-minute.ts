import type { Clock } from '../../clock.js';

const SECONDS = 60;

/** How often something happened in the last minute: counted by the second, so that it takes no more room however often. */
export class LastMinute {
  private readonly counts = new Uint32Array(SECONDS);
  /** On the monotonic clock: until when `counts` is right. */
  private second = 0;

  constructor(private readonly clock: Clock) {}

  add(): void {
    this.advance();
    const at = this.second % SECONDS;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
  }

  /** The mean of this second, which is not over yet, and the 59 before it; also when there were not as many. To 0.01. */
  get perSecond(): number {
    this.advance();
    const sum = this.counts.reduce((all, one) => all + one, 0);
    return Math.round((sum / SECONDS) * 100) / 100;
  }

  private advance(): void {
    const now = Math.floor(this.clock.monotonic() / 1000);
    for (let second = Math.max(this.second + 1, now - SECONDS + 1); second <= now; second++) this.counts[second % SECONDS] = 0;
    this.second = now;
  }
}
