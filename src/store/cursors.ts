import { type Database, textOf } from './sqlite.js';

/** A row that a destination will not take, and what its server said. */
export interface Rejection {
  readonly seq: number;
  readonly reason: string;
}

/** How many rejections are kept for each destination; older ones make room. */
const MAX_REJECTED = 1000;

/** How far each destination has read. A destination is held for as long as it is in use: retention waits for it. */
export class Cursors {
  constructor(
    private readonly database: Database,
    private readonly held: ReadonlySet<string>,
  ) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS cursors (destination TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS rejected (
        destination TEXT NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (destination, seq)
      ) WITHOUT ROWID`);
  }

  /** The number of the last row that the destination has dealt with; 0 before the first. */
  position(destination: string): number {
    return Number(this.database.prepare('SELECT seq FROM cursors WHERE destination = ?').get(destination)?.seq ?? 0);
  }

  /** Everything up to this row is dealt with everywhere; without a destination nothing waits. */
  get slowest(): number {
    return Math.min(Number.MAX_SAFE_INTEGER, ...[...this.held].map((destination) => this.position(destination)));
  }

  /** @param now ms since the epoch, kept with the rejections */
  advance(destination: string, seq: number, rejections: readonly Rejection[], now: number): void {
    this.database.transaction(() => {
      this.database.prepare('INSERT OR REPLACE INTO cursors VALUES (?, ?)').run(destination, seq);
      const keep = this.database.prepare('INSERT OR REPLACE INTO rejected VALUES (?, ?, ?, ?)');
      for (const rejection of rejections) keep.run(destination, rejection.seq, now, rejection.reason);
      if (rejections.length > 0) this.forgetOldest(destination);
    });
  }

  /** The newest first. */
  rejected(destination: string): readonly (Rejection & { readonly time: number })[] {
    const rows = this.database.prepare('SELECT seq, time, reason FROM rejected WHERE destination = ? ORDER BY seq DESC');
    return rows.all(destination).map(({ seq, time, reason }) => ({
      seq: Number(seq),
      time: Number(time),
      reason: textOf(reason),
    }));
  }

  private forgetOldest(destination: string): void {
    this.database
      .prepare(
        `DELETE FROM rejected WHERE destination = ?1 AND seq <= (
          SELECT seq FROM rejected WHERE destination = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ${MAX_REJECTED})`,
      )
      .run(destination);
  }
}
