import type { Observed } from '../events/observed.js';
import type { Rejection } from './cursors.js';
import type { Row } from './readings.js';

/** A destination's place in the history. It moves only when the destination says so, and stays where it is over a restart. */
export interface Cursor {
  readonly destination: string;
  /** Counts commits: who has read everything waits for it to change. */
  readonly commits: Observed<number>;
  /**
   * The next rows in order of arrival; again the same ones until the cursor is moved.
   *
   * @throws GatewayError `unavailable` when they cannot be read
   */
  read(limit: number): Promise<readonly Row[]>;
  /**
   * Moves the cursor on to `seq`: everything up to there is dealt with. Rejections are kept with the server's words.
   *
   * @returns when that is on disk
   * @throws GatewayError `unavailable` when it cannot be written; the cursor is where it was
   */
  advance(seq: number, rejections?: readonly Rejection[]): Promise<void>;
  /** What the destination would not take, the newest first, within a bound. */
  rejected(): Promise<readonly (Rejection & { readonly time: number })[]>;
}
