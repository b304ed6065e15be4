import type { Clock } from '../clock.js';
import type { GatewayError } from '../errors.js';
import type { RetentionDays } from './retention.js';

export interface StoreOptions {
  /** The directory of everything durable (`data.dir`); made when it is not there. */
  readonly dir: string;
  /** How long a reading waits for others to be written with it, at most. A power cut costs no more than this. */
  readonly commitMs?: number;
  /** What history may use of the disk; beyond it the oldest readings go, unsent ones too. */
  readonly historyMaxBytes?: number;
  /** How long tags' readings are kept, within the budget and once every destination has them, and what is made of them. */
  readonly retention?: RetentionDays;
  /** How many series there may be, over all measurements; a fifth of them only tags may open. */
  readonly maxSeries?: number;
  /** How many points may wait for the disk; of the radio's the oldest give way. */
  readonly maxWaiting?: number;
  readonly clock?: Clock;
  /** Is told what a person should know: a file set aside, a write that failed. */
  readonly report?: (message: string) => void;
  /** Is told when nothing can be read or written any more, by this process. */
  readonly died?: (error: GatewayError) => void;
}

/** What happened to points since the start. */
export interface StoreCounters {
  added: number;
  merged: number;
  duplicates: number;
  /** Of the radio, given up because too many waited for the disk, or at the end, or because they cannot be kept as they are. */
  lost: number;
  /** Not kept, and whoever sent them was told so and has them still. */
  refused: number;
  /** Taken away by budget or age; `droppedUnsent` of them before every destination had them. */
  dropped: number;
  droppedUnsent: number;
}
