import type { Cursor } from '../store/cursor.js';
import type { Refusal } from '../store/rejections.js';
import type { Unsent } from '../store/unsent.js';

/** So many rows that were passed over are worth a write to the card. */
const WORTH_A_WRITE = 10_000;

/** What a destination has still to be sent, here and on disk. On disk it may be more, which is then sent or passed over again. */
export class Place {
  private passed = 0;

  private constructor(
    readonly cursor: Cursor,
    private current: Unsent,
  ) {}

  static async find(cursor: Cursor): Promise<Place> {
    return new Place(cursor, await cursor.unsent());
  }

  get unsent(): Unsent {
    return this.current;
  }

  /** Goes on without telling the disk: nothing was sent. */
  pass(unsent: Unsent, rows = 0): void {
    this.current = unsent;
    this.passed += rows;
  }

  get isWorthAWrite(): boolean {
    return this.passed >= WORTH_A_WRITE;
  }

  async settle(unsent: Unsent, refusals: readonly Refusal[] = [], done: readonly number[] = []): Promise<void> {
    await this.cursor.settle(unsent, refusals, done);
    this.current = unsent;
    this.passed = 0;
  }

  /** Keeps what was passed over. */
  async flush(): Promise<void> {
    if (this.passed > 0) await this.settle(this.current);
  }
}
