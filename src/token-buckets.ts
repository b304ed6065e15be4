import type { Clock } from './clock.js';

export interface BucketOptions {
  /** What flows into each bucket. */
  readonly perSecond: number;
  /** What a full bucket holds. */
  readonly burst: number;
  /** How many buckets are kept at most. */
  readonly keys: number;
}

/** Less than any clock can tell apart: the sums of thirds of a second end a little beside what they should be. */
const ROUNDING_MS = 1e-6;

/**
 * A token bucket per key, as one number: the time at which it will be full again. Nothing runs between the requests, and a
 * request costs the same whatever the number of keys.
 *
 * Keys are kept in two halves. When the young half is full it becomes the old one, and what was not asked for since is dropped;
 * so the keys that were seen last are always among those that are kept. A bucket that was dropped is full when it comes back.
 *
 * @see ITU-T I.371, annex A (generic cell rate algorithm)
 */
export class TokenBuckets {
  private young = new Map<string, number>();
  private old = new Map<string, number>();
  private readonly tokenMs: number;
  private readonly burstMs: number;
  private readonly half: number;

  constructor(
    { perSecond, burst, keys }: BucketOptions,
    private readonly clock: Pick<Clock, 'monotonic'>,
  ) {
    this.tokenMs = 1_000 / perSecond;
    this.burstMs = burst * this.tokenMs;
    this.half = Math.max(1, Math.floor(keys / 2));
  }

  /** How many keys are kept now. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  /**
   * Takes one token, or none when there is none.
   *
   * @returns ms until there will be one; 0 when it was taken
   */
  take(key: string): number {
    const now = this.clock.monotonic();
    const fullAt = Math.max(now, this.young.get(key) ?? this.old.get(key) ?? now);
    const wait = fullAt + this.tokenMs - now - this.burstMs;
    const isTaken = wait <= ROUNDING_MS;
    this.keep(key, isTaken ? fullAt + this.tokenMs : fullAt);
    return isTaken ? 0 : wait;
  }

  private keep(key: string, fullAt: number): void {
    if (this.young.size >= this.half && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.old.delete(key);
    this.young.set(key, fullAt);
  }
}
