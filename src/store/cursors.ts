import type { Lag } from './cursor.js';
import { type Refusal, Rejections } from './rejections.js';
import { type Database, textOf } from './sqlite.js';
import { type Missed, TakenLately } from './taken-lately.js';
import { doneUpTo, EVERYTHING, isUnsent, type Range, type Unsent } from './unsent.js';

/** How many destinations are remembered that are not in use. */
const MAX_UNUSED = 16;

/**
 * What each destination has still to be sent, what it refused, and what it missed. One is held for as long as it is in use: retention
 * waits for it.
 */
export class Cursors {
  readonly rejections: Rejections;
  private readonly takenLately = new TakenLately();

  constructor(
    private readonly database: Database,
    private readonly held: ReadonlySet<string>,
  ) {
    database.exec(`CREATE TABLE IF NOT EXISTS cursors (
      destination TEXT PRIMARY KEY, seq INTEGER NOT NULL, behind TEXT NOT NULL DEFAULT '[]',
      dropped_unsent INTEGER NOT NULL DEFAULT 0, dropped_rejections INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`);
    this.addMissingColumns();
    this.rejections = new Rejections(database);
  }

  unsent(destination: string): Unsent {
    const row = this.database.prepare('SELECT seq, behind FROM cursors WHERE destination = ?').get(destination);
    return row ? { live: Number(row.seq), behind: JSON.parse(textOf(row.behind)) as Range[] } : EVERYTHING;
  }

  /** Everything up to this row is dealt with everywhere; without a destination nothing waits. */
  get slowest(): number {
    return Math.min(Number.MAX_SAFE_INTEGER, ...[...this.held].map((destination) => doneUpTo(this.unsent(destination))));
  }

  /**
   * @param now ms since the epoch, kept with the refusals
   * @param done the rows that this settles: what went of them meanwhile was not missed
   */
  settle(
    destination: string,
    { live, behind }: Unsent,
    refusals: readonly Refusal[],
    now: number,
    done: readonly number[] = [],
  ): void {
    this.database.transaction(() => {
      const arrived = this.takenLately.countOf({ destination, seqs: done });
      // one that has become another is sent as that
      const present = new Set(refusals.length > 0 ? this.present(destination, seqsOf(refusals)) : []);
      const kept = refusals.filter(({ seq }) => present.has(seq));
      const madeRoom = this.rejections.add(destination, kept, now);
      this.database.prepare(SETTLE_SQL).run(destination, live, JSON.stringify(behind), arrived, madeRoom);
    });
  }

  /** Those of these rows that have not become others, also when retention has taken them lately. */
  present(destination: string, seqs: readonly number[]): readonly number[] {
    const rows = this.database.prepare(PRESENT_SQL).all(JSON.stringify(seqs), destination);
    const present = new Set(rows.map(({ value }) => Number(value)));
    return seqs.filter((seq) => present.has(seq) || this.takenLately.has(destination, seq));
  }

  /** What the destination will never get, since it has a place here. */
  dropped(destination: string): Pick<Lag, 'droppedUnsent' | 'droppedRejections'> {
    const sql = 'SELECT dropped_unsent AS unsent, dropped_rejections AS rejections FROM cursors WHERE destination = ?';
    const row = this.database.prepare(sql).get(destination);
    return { droppedUnsent: Number(row?.unsent ?? 0), droppedRejections: Number(row?.rejections ?? 0) };
  }

  /**
   * Counts rows that go now for each destination that has not got them: those in use, and those whose place is kept. What one wants is not
   * known here, so that rows count too which it would have passed over.
   *
   * @returns what those in use have missed
   */
  miss(seqs: readonly number[]): readonly Missed[] {
    const destinations = [...new Set([...this.held, ...this.placed])];
    const missed = destinations.map((destination) => {
      const unsent = this.unsent(destination);
      return { destination, seqs: seqs.filter((seq) => isUnsent(unsent, seq)) };
    });
    const some = missed.filter((one) => one.seqs.length > 0);
    for (const { destination, seqs } of some) this.database.prepare(MISS_SQL).run(destination, seqs.length);
    return some.filter(({ destination }) => this.held.has(destination));
  }

  /** What was counted is on disk. */
  haveMissed(missed: readonly Missed[]): void {
    for (const one of missed) this.takenLately.add(one);
  }

  /** Forgets those that have long been out of use: of all that are not among `used` the few that got furthest stay. */
  forgetUnused(used: readonly string[]): void {
    const unused = this.placed.filter((destination) => !used.includes(destination));
    this.database.transaction(() => {
      for (const destination of unused.slice(MAX_UNUSED)) {
        this.database.prepare('DELETE FROM cursors WHERE destination = ?').run(destination);
        this.rejections.drop(destination);
      }
    });
  }

  /** Those that have a place, the one that got furthest first. */
  private get placed(): readonly string[] {
    const rows = this.database.prepare('SELECT destination FROM cursors ORDER BY seq DESC').all();
    return rows.map(({ destination }) => textOf(destination));
  }

  /** A file of before has a place for each destination, and nothing more. */
  private addMissingColumns(): void {
    const columns = this.database.prepare('PRAGMA table_info(cursors)').all();
    const isThere = (column: string) => columns.some(({ name }) => name === column);
    if (!isThere('behind')) this.database.exec("ALTER TABLE cursors ADD COLUMN behind TEXT NOT NULL DEFAULT '[]'");
    for (const column of ['dropped_unsent', 'dropped_rejections'].filter((one) => !isThere(one)))
      this.database.exec(`ALTER TABLE cursors ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`);
  }
}

const PRESENT_SQL = `SELECT value FROM json_each(?1) WHERE EXISTS (SELECT 1 FROM readings WHERE seq = value)
  OR EXISTS (SELECT 1 FROM rejections WHERE destination = ?2 AND seq = value)`;

const seqsOf = (refusals: readonly Refusal[]): number[] => refusals.map(({ seq }) => seq);

const SETTLE_SQL = `INSERT INTO cursors (destination, seq, behind, dropped_rejections) VALUES (?1, ?2, ?3, ?5)
  ON CONFLICT (destination) DO UPDATE
  SET seq = ?2, behind = ?3, dropped_unsent = dropped_unsent - ?4, dropped_rejections = dropped_rejections + ?5`;
const MISS_SQL = `INSERT INTO cursors (destination, seq, dropped_unsent) VALUES (?1, 0, ?2) ON CONFLICT (destination) DO UPDATE
  SET dropped_unsent = dropped_unsent + ?2`;
