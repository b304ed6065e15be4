const QUICK_MS = 250;
const SLOW_MS = 1_000;
/** What a batch that was slow should take. */
const AIM_MS = 500;
/** So many full batches after a 413 a larger one is tried again. */
const PATIENCE = 32;

export interface SizeBounds {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/**
 * How many rows go into a batch: more while the server is quick, fewer when it is slow, so that what is fresh never waits long
 * behind a batch. What counts is the time beyond that of the quickest batches: a long way to the server is no reason for small ones.
 */
export class BatchSize {
  private size: number;
  /** What the server has found not too large, as far as we know. */
  private ceiling: number;
  private quickest = Infinity;
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
    this.quickest = Math.min(ms, this.quickest * 1.02 + 1);
    const beyond = ms - this.quickest;
    if (beyond > SLOW_MS) this.set((rows * AIM_MS) / beyond);
    else if (rows >= this.rows) this.grow(beyond);
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
