import type { Cursors } from './cursors.js';
import type { SeriesTable } from './series.js';
import type { Database } from './sqlite.js';

/** Few rows at a time, so that no reading waits long behind a sweep. */
const CHUNK = 500;

/** What one step of a sweep took away. */
export interface Swept {
  readonly dropped: number;
  /** Of these, rows that a destination had not taken yet. */
  readonly droppedUnsent: number;
  /** There is more to sweep. */
  readonly more: boolean;
}

/** Keeps history within its disk budget and its age. */
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly series: SeriesTable,
    private readonly maxBytes: number,
  ) {}

  /**
   * Bytes in use. The file itself does not shrink, and does not grow while there are free pages in it; beside it is a
   * write-ahead log of a few MB.
   */
  private get bytes(): number {
    const value = (pragma: string) => Number(Object.values(this.database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
    return (value('page_count') - value('freelist_count')) * value('page_size');
  }

  get overBudget(): boolean {
    return this.bytes > this.maxBytes;
  }

  /**
   * Takes away a few of the oldest rows while the budget is exceeded. What has arrived first has been sent first, so unsent
   * rows go only when nothing else is left.
   */
  sweepBudget(): Swept {
    if (!this.overBudget) return { dropped: 0, droppedUnsent: 0, more: false };
    return this.database.transaction(() => {
      const sent = this.cursors.slowest;
      const oldest = this.database.prepare('SELECT seq FROM readings ORDER BY seq LIMIT ?').all(CHUNK);
      const dropped = this.database.prepare('DELETE FROM readings WHERE seq <= ?').run(oldest.at(-1)?.seq ?? 0);
      const droppedUnsent = oldest.filter(({ seq }) => Number(seq) > sent).length;
      return { dropped, droppedUnsent, more: dropped > 0 && this.overBudget };
    });
  }

  /** Takes away a few rows from before `time` that every destination has, then series without any. */
  sweepAge(time: number): Swept {
    return this.database.transaction(() => {
      const dropped = this.database.prepare(OLDER_SQL).run(time, this.cursors.slowest);
      if (dropped < CHUNK) this.series.dropEmpty();
      return { dropped, droppedUnsent: 0, more: dropped === CHUNK };
    });
  }
}

/** Series by series, each through its own index: there is none on time alone. */
export const OLDER_SQL = `DELETE FROM readings WHERE seq IN (
  SELECT r.seq FROM series s CROSS JOIN readings r ON r.series = s.id AND r.time < ? WHERE r.seq <= ? LIMIT ${CHUNK})`;
