import type { Observed } from '../events/observed.js';
import type { Refusal, Rejection } from './rejections.js';
import type { Row } from './readings.js';
import type { Range, Unsent } from './unsent.js';

/** Rows in order of arrival, and the number of the last one that there is. */
export interface Slice {
  readonly rows: readonly Row[];
  readonly last: number;
}

export const seqsOf = ({ rows }: Slice): readonly number[] => rows.map(({ seq }) => seq);

/** How far a destination is behind. */
export interface Lag {
  /** Rows. Of more than 20,000 it is how many there are at most: numbers that are not in use any more count too. */
  readonly readings: number;
  /** The time of the first that it has not got, ms since the epoch; absent when it has all. */
  readonly oldest?: number;
  /** How many rejections are kept. */
  readonly rejections: number;
  /** How many rows went before it had them, or had said so, since it has a place in this history. */
  readonly droppedUnsent: number;
  /** How many rejections have made room for newer ones since then. */
  readonly droppedRejections: number;
}

/**
 * A destination's place in the history. It moves only when the destination says so, and stays where it is over a restart.
 *
 * Everything that writes answers when that is on disk, and throws GatewayError `unavailable` when it cannot be written: then nothing
 * has changed. What reads throws that too.
 */
export interface Cursor {
  readonly destination: string;
  /** Counts commits: who has read everything waits for it to change. */
  readonly commits: Observed<number>;
  /** How often a row has become another, so that what was read of it before holds no more. */
  merges(): number;
  /** What is to be sent, as it was settled last. */
  unsent(): Promise<Unsent>;
  /** The first rows of a range, within a bound of bytes, which leaves one at least. */
  read(range: Range, limit: number): Promise<Slice>;
  /** Those of these rows that have not become others. */
  present(seqs: readonly number[]): Promise<readonly number[]>;
  /**
   * From now on this is unsent. Refused rows that have not become others are kept with the server's words.
   *
   * @param done the numbers of the rows that this settles: those that went since they were read are not counted as dropped
   */
  settle(unsent: Unsent, refusals?: readonly Refusal[], done?: readonly number[]): Promise<void>;
  lag(): Promise<Lag>;
  /** What the destination would not take, in order of arrival, within a bound. */
  rejections(): Promise<readonly Rejection[]>;
  /** Of these, those that are to be sent again. */
  again(limit: number): Promise<readonly Rejection[]>;
  /** @returns how many of these, of all of them when absent, are to be sent again */
  sendAgain(seqs?: readonly number[]): Promise<number>;
  sentAgain(taken: readonly number[], refusals: readonly Refusal[]): Promise<void>;
  /** @returns how many of these, of all of them when absent, were there and are forgotten */
  forget(seqs?: readonly number[]): Promise<number>;
}
