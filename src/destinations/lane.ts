import type { Batch } from './batch.js';

/** What was settled of a batch. */
export interface Settled {
  readonly filtered: number;
}

/** One of the ways to what is to be sent. */
export interface Lane {
  /** The batch under way, or else the next one of at most `rows`; undefined when there is none just now. */
  batch(rows: number): Promise<Batch | undefined>;
  /** The batch is read anew another time. */
  putBack(): void;
  /** All is known of the batch: keeps that. Throws what the store says, and may be called again then. */
  settle(): Promise<Settled>;
}

/** A batch under way. */
export interface UnderWay {
  readonly batch: Batch;
  /** How often a row had become another when it was read, or looked at last. */
  merges: number;
}

/** A batch and how far the rows reach of which it was made. */
export interface Hand extends UnderWay {
  readonly filtered: number;
  /** The numbers of these rows. */
  readonly seqs: readonly number[];
  readonly upTo: number;
}
