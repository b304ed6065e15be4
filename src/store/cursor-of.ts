import type { Clock } from '../clock.js';
import type { Observed } from '../events/observed.js';
import type { Cursor } from './cursor.js';
import type { StoreThread } from './store-thread.js';

export interface CursorParts {
  readonly thread: Pick<StoreThread, 'call'>;
  readonly clock: Clock;
  readonly commits: Observed<number>;
  /** How often a row has become another. */
  readonly merges: () => number;
  /** Shows in the health when a write fails. */
  readonly watched: <T>(write: Promise<T>) => Promise<T>;
}

/** The place of a destination, which is kept by the store's thread. */
export function cursorOf(destination: string, { thread, clock, commits, merges, watched }: CursorParts): Cursor {
  return {
    destination,
    commits,
    merges,
    unsent: () => thread.call('unsent', destination),
    read: (range, limit) => thread.call('read', range, limit),
    present: (seqs) => thread.call('present', destination, seqs),
    settle: (unsent, refusals = [], done = []) =>
      watched(thread.call('settle', destination, unsent, refusals, clock.now(), done)),
    lag: () => thread.call('lag', destination),
    rejections: () => thread.call('rejections', destination),
    again: (limit) => thread.call('again', destination, limit),
    sendAgain: async (seqs) => {
      const count = await watched(thread.call('sendAgain', destination, seqs));
      commits.set(commits.value + 1);
      return count;
    },
    sentAgain: (taken, refusals) => watched(thread.call('sentAgain', destination, taken, refusals, clock.now())),
    forget: (seqs) => watched(thread.call('forget', destination, seqs)),
  };
}
