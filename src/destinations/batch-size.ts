const QUICK_MS = 250;
const SLOW_MS = 1_000;
/** What a batch that was slow should take. */
const AIM_MS = 500;
/** What part of a time is as long as that. */
const AS_LONG = 0.7;
/** So many full batches after a 413 a larger one is tried again. */
const PATIENCE = 32;

export interface SizeBounds {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/**
 * How many rows go into a batch: more while the server is quick, fewer when it is slow, so that what is fresh never waits long
 * behind a batch. A long way to the server is no reason for small ones: where half as many take as long, that long does not count.
 */
export class BatchSize {
  private size: number;
  /** What the server has found not too large, as far as we know. */
  private ceiling: number;
  /** ms that any request takes. */
  private way = 0;
  /** The batch that was slow last. */
  private slow: { readonly rows: number; readonly ms: number } | undefined;
  private full = 0;

  constructor(private readonly bounds: SizeBounds) {
    this.size = bounds.first;
    this.ceiling = bounds.most;
  }

  get rows(): number {
    return Math.min(this.size, this.ceiling);
  }

  /** A batch was answered. @param ms how long that took */
  answered(rows: number, ms: number): void {
    this.learnWay(rows, ms);
    const beyond = ms - this.way;
    if (beyond <= SLOW_MS) {
      if (rows >= this.rows) this.grow(beyond);
    } else if (2 * rows >= this.rows) {
      this.slow = { rows, ms };
      this.set((rows * AIM_MS) / beyond);
    }
  }

  /** A batch was not answered in time. */
  silent(rows: number): void {
    this.set(Math.min(rows, this.rows) / 2);
  }

  tooLarge(rows: number): void {
    this.full = 0;
    // one line that is too large says nothing of batches
    if (rows > 1) this.ceiling = Math.min(this.ceiling, Math.floor(rows / 2));
  }

  private learnWay(rows: number, ms: number): void {
    this.way = Math.min(this.way, ms);
    if (!this.slow || 2 * rows > this.slow.rows || ms < this.slow.ms * AS_LONG) return;
    this.way = ms;
    this.slow = undefined;
  }

  private grow(beyond: number): void {
    if (beyond <= QUICK_MS) this.set(this.size * 2);
    if (this.ceiling === this.bounds.most || ++this.full < PATIENCE) return;
    this.full = 0;
    this.ceiling = Math.min(this.ceiling * 2, this.bounds.most);
  }

  private set(rows: number): void {
    this.size = Math.floor(Math.min(Math.max(rows, this.bounds.least), this.bounds.most));
  }
}
