const MS_PER_MINUTE = 60_000;
/** Of readings that come faster than so many in a window, some are enough. */
const SAMPLES = 16;

interface Sample {
  /** ms of the clock that never jumps */
  readonly at: number;
  readonly value: number;
}

/**
 * How fast a value changes. Times are those of the clock that never jumps, for a step of the other would show as a change that there
 * was not; what a radio delivers late counts when it comes.
 */
export class RateWindow {
  /** In order: the newest that is old enough to compare with, and those after it; at most `SAMPLES` and two. */
  private readonly samples: Sample[] = [];
  private readonly ms: number;

  constructor(seconds: number) {
    this.ms = seconds * 1000;
  }

  get size(): number {
    return this.samples.length;
  }

  /**
   * @param value as it is at `now`
   * @returns the change per minute since the newest sample that came a window before, or longer; undefined when there is none
   */
  perMinute(value: number, now: number): number | undefined {
    const before = this.samples.findLast(({ at }) => at <= now - this.ms);
    return before && ((value - before.value) * MS_PER_MINUTE) / (now - before.at);
  }

  add(value: number, now: number): void {
    const newest = this.samples.at(-1);
    if (newest && newest.at + this.ms / SAMPLES > now) return;
    this.samples.push({ at: now, value });
    while ((this.samples[1]?.at ?? Infinity) <= now - this.ms) this.samples.shift();
  }
}
