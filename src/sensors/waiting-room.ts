import type { Point } from './history.js';

/** The tag of a point whose time is that of a clock that nobody has set. */
export const CLOCK_TAG = 'clock';

/** One moment by both clocks of a machine: from the second it can be said later when it was. */
export interface Reckoning {
  /** Of the machine: the clock that never jumps begins anew with each. */
  readonly boot: string;
  /** By the clock that readings carry, ms since the epoch: it may be wrong. */
  readonly now: number;
  /** By the clock that never jumps, ms. */
  readonly at: number;
}

export interface Released {
  /** How many of those that went wait no longer although nobody knows when they were. */
  readonly marked: number;
  /** How many wait still. */
  readonly waiting: number;
  /** Some of these need not. */
  readonly more: boolean;
}

/** Where points wait, on disk, until it is known when they were. */
export interface WaitingRoom {
  /**
   * @param taken when they were
   * @returns when they are on disk and survive a power cut
   * @throws GatewayError as `History.append` does of points that nobody waits for
   */
  hold(points: readonly Point[], taken: Reckoning): Promise<void>;
  /**
   * Moves points to the history, oldest first and some at a time: with the times that they were, or marked if that will not be known.
   *
   * @param isKnown whether `now` is right; if not, those go that have waited too long, or are too many, or of a boot before this
   * @throws GatewayError `unavailable` when the disk would not; then they wait as before
   */
  release(now: Reckoning, isKnown: boolean): Promise<Released>;
  /** All that wait, in the order in which they came, as they were brought. */
  waiting(): Promise<readonly Point[]>;
}

/** The point at the time that it was, which is known `now`. Both are of one boot. */
export function corrected(point: Point, taken: Reckoning, now: Reckoning): Point {
  const aheadBefore = taken.now - taken.at;
  return { ...point, time: Math.round(point.time + now.now - now.at - aheadBefore) };
}

export function marked(point: Point): Point {
  return { ...point, tags: { ...point.tags, [CLOCK_TAG]: 'unset' } };
}
