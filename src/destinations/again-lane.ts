import type { Cursor } from '../store/cursor.js';
import type { Batch } from './batch.js';
import type { Lane, Settled, UnderWay } from './lane.js';
import type { Shaping } from './shaping.js';
import { upToDate } from './up-to-date.js';

/** What was refused once and is to be sent again. */
export class AgainLane implements Lane {
  private hand?: UnderWay & { readonly seqs: readonly number[] };
  /** With this commit there was nothing. */
  private empty = -1;

  constructor(
    private readonly cursor: Cursor,
    private readonly shaping: Shaping,
  ) {}

  async batch(rows: number): Promise<Batch | undefined> {
    if (this.hand) return upToDate(this.cursor, this.hand);
    const [commit, merges] = [this.cursor.commits.value, this.cursor.merges()];
    if (commit === this.empty) return undefined;
    const rejections = await this.cursor.again(rows);
    if (rejections.length === 0) this.empty = commit;
    else this.hand = { batch: this.shaping.batchAgain(rejections), seqs: rejections.map(({ seq }) => seq), merges };
    return this.hand?.batch;
  }

  putBack(): void {
    this.hand = undefined;
  }

  async settle(): Promise<Settled> {
    if (this.hand) {
      const { batch, seqs } = this.hand;
      const refused = new Set(batch.refusals.map(({ seq }) => seq));
      const taken = seqs.filter((seq) => !refused.has(seq));
      await this.cursor.sentAgain(taken, batch.refusals);
    }
    this.hand = undefined;
    return { filtered: 0 };
  }
}
