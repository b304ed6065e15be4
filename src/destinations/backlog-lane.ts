import type { Clock } from '../clock.js';
import { seqsOf } from '../store/cursor.js';
import { type Range, sentBehind } from '../store/unsent.js';
import type { Batch } from './batch.js';
import type { Hand, Lane, Settled } from './lane.js';
import type { Place } from './place.js';
import { settleHand } from './settle-hand.js';
import type { Shaping } from './shaping.js';
import { upToDate } from './up-to-date.js';

/** What was left behind, the oldest first, and not more of it per second than is wanted. */
export class BacklogLane implements Lane {
  private hand: Hand | undefined;
  private ahead: { readonly after: number; readonly hand: Promise<Hand | undefined> } | undefined;
  /** By the monotonic clock. */
  private restsUntil = 0;

  constructor(
    private readonly place: Place,
    private readonly shaping: Shaping,
    private readonly clock: Clock,
    private readonly perSecond = Infinity,
  ) {}

  /** ms until there may be a batch again; undefined when there is nothing to wait for. */
  get restMs(): number | undefined {
    if (this.place.unsent.behind.length === 0) return undefined;
    return Math.max(0, this.restsUntil - this.clock.monotonic());
  }

  async batch(rows: number): Promise<Batch | undefined> {
    if (this.hand) return upToDate(this.place.cursor, this.hand);
    if (this.restMs !== 0) return undefined;
    const most = Math.ceil(Math.min(rows, this.perSecond));
    for (let [range] = this.place.unsent.behind; range; [range] = this.place.unsent.behind) {
      this.hand = await this.taken(range, most);
      if (this.hand) {
        this.readAhead({ after: this.hand.upTo, upTo: range.upTo }, most);
        return upToDate(this.place.cursor, this.hand);
      }
      this.place.pass(sentBehind(this.place.unsent, range.upTo), 1);
    }
    return undefined;
  }

  putBack(): void {
    this.hand = undefined;
    this.ahead = undefined;
  }

  async settle(): Promise<Settled> {
    const settled = await settleHand(this.place, this.hand, sentBehind);
    const sent = (this.hand?.seqs.length ?? 0) - settled.filtered;
    this.restsUntil = Math.max(this.restsUntil, this.clock.monotonic()) + (sent * 1000) / this.perSecond;
    this.hand = undefined;
    return settled;
  }

  private async taken(range: Range, rows: number): Promise<Hand | undefined> {
    const { ahead } = this;
    this.ahead = undefined;
    return (ahead?.after === range.after ? await ahead.hand : undefined) ?? this.read(range, rows);
  }

  /** The store reads the next batch while the server takes this one. */
  private readAhead(range: Range, rows: number): void {
    this.ahead = { after: range.after, hand: this.read(range, rows).catch(() => undefined) };
  }

  private async read(range: Range, rows: number): Promise<Hand | undefined> {
    if (range.after >= range.upTo) return undefined;
    const { cursor } = this.place;
    const merges = cursor.merges();
    const slice = await cursor.read(range, rows);
    const last = slice.rows.at(-1);
    return last && { ...this.shaping.batchOf(slice.rows), seqs: seqsOf(slice), upTo: last.seq, merges };
  }
}
