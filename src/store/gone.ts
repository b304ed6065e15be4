import type { Database } from './sqlite.js';

/**
 * How far each level of each series has been taken away: of time before that, all that was there has been counted in the level
 * above, and is gone. A level never goes further than the one below it, or a part might be counted a second time.
 */
export class Gone {
  constructor(private readonly database: Database) {
    database.exec(`CREATE TABLE IF NOT EXISTS gone (
      series INTEGER NOT NULL, level INTEGER NOT NULL, before INTEGER NOT NULL, PRIMARY KEY (series, level)) WITHOUT ROWID`);
  }

  /** @returns ms since the epoch; nothing has gone when it is before all time */
  before(series: number, level: number): number {
    const row = this.database.prepare('SELECT before FROM gone WHERE series = ? AND level = ?').get(series, level);
    return Number(row?.before ?? Number.MIN_SAFE_INTEGER);
  }

  set(series: number, level: number, before: number): void {
    if (before <= this.before(series, level)) return;
    this.database.prepare('INSERT OR REPLACE INTO gone VALUES (?, ?, ?)').run(series, level, before);
  }

  /** Forgets series that are no more. */
  forget(): void {
    this.database.exec('DELETE FROM gone WHERE series NOT IN (SELECT id FROM series)');
  }
}
