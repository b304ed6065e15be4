import { seqsOf } from '../store/cursor.js';
import { leaveBehind, sentLive } from '../store/unsent.js';
import type { Batch } from './batch.js';
import type { Hand, Lane, Settled } from './lane.js';
import type { Place } from './place.js';
import { settleHand } from './settle-hand.js';
import type { Shaping } from './shaping.js';
import { upToDate } from './up-to-date.js';

const ALL = Number.MAX_SAFE_INTEGER;
/** As many rows do not make a backlog, nor do those of two batches. */
const FEW = 500;

/** What arrives, in the order in which it does. When that is more than a few batches, all but the newest of it is left behind. */
export class LiveLane implements Lane {
  private hand?: Hand;
  /** With this commit there was nothing. */
  private empty = -1;

  constructor(
    private readonly place: Place,
    private readonly shaping: Shaping,
  ) {}

  async batch(rows: number): Promise<Batch | undefined> {
    const { cursor } = this.place;
    if (this.hand) return upToDate(cursor, this.hand);
    const [commit, merges] = [cursor.commits.value, cursor.merges()];
    if (commit === this.empty) return undefined;
    let slice = await cursor.read({ after: this.place.unsent.live, upTo: ALL }, rows);
    if (slice.last - this.place.unsent.live > Math.max(2 * rows, FEW)) {
      this.place.pass(leaveBehind(this.place.unsent, slice.last - rows));
      slice = await cursor.read({ after: this.place.unsent.live, upTo: ALL }, rows);
    }
    const last = slice.rows.at(-1);
    if (last) this.hand = { ...this.shaping.batchOf(slice.rows), seqs: seqsOf(slice), upTo: last.seq, merges };
    else this.empty = commit;
    return this.hand?.batch;
  }

  putBack(): void {
    this.hand = undefined;
  }

  async settle(): Promise<Settled> {
    const settled = await settleHand(this.place, this.hand, sentLive);
    this.hand = undefined;
    return settled;
  }
}
