import { type Clock, systemClock } from '../clock.js';

export interface LiveViewOptions {
  readonly clock?: Clock;
  /** ms that a capture goes on after the last one who looked has gone; 5000 unless given */
  readonly idleMs?: number;
  /** Readers of the stream at the same time; 32 unless given. */
  readonly maxReaders?: number;
  /** Callers that wait for a single frame at the same time; 256 unless given. */
  readonly maxWaiting?: number;
  /** ms that a caller waits for a frame; 10000 unless given */
  readonly timeoutMs?: number;
  /** ms without a frame after which also those are sent away who have seen some; 60000 unless given */
  readonly patienceMs?: number;
  /** Goes on while nobody looks, with a frame a second, so that the next who looks has one at once. */
  readonly keepWarm?: boolean;
}

export const LIVE_VIEW_DEFAULTS: Required<LiveViewOptions> = {
  ...{ clock: systemClock, idleMs: 5000, maxReaders: 32, maxWaiting: 256, timeoutMs: 10_000, patienceMs: 60_000 },
  keepWarm: false,
};
