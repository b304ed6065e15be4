import { HOST } from '../registry/owner.js';
import { TENANT_TAG } from '../sensors/history.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import type { Series } from './series.js';
import type { Database } from './sqlite.js';
import type { InSight } from '../sensors/arrival-log.js';

/** Entries that are remembered, of up to a few hundred readings each. */
const MOST = 50_000;

/**
 * What retention has taken away, for those who had not read it yet. An entry is what one sweep took of one series: up to an hour of
 * it, or some hundred rows.
 */
export class Dropped {
  constructor(private readonly database: Database) {
    database.exec(`CREATE TABLE IF NOT EXISTS dropped (
      number INTEGER PRIMARY KEY AUTOINCREMENT, measurement TEXT NOT NULL, owner TEXT NOT NULL, last INTEGER NOT NULL,
      count INTEGER NOT NULL)`);
  }

  /** Notes what is taken away of a series: one row at least. */
  note({ measurement, tags }: Series, seqs: readonly number[]): void {
    const last = seqs.reduce((most, seq) => Math.max(most, seq));
    const owner = (measurement === RUUVI_MEASUREMENT ? tags.mac : tags[TENANT_TAG]) ?? HOST;
    this.database
      .prepare('INSERT INTO dropped (measurement, owner, last, count) VALUES (?, ?, ?, ?)')
      .run(measurement, owner, last, seqs.length);
    this.database.prepare('DELETE FROM dropped WHERE number <= ?').run(this.last - MOST);
  }

  /** The number of the last entry ever made. */
  get last(): number {
    return Number(this.database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'dropped'").get()?.seq ?? 0);
  }

  /**
   * How many readings were taken away after the entry `dropped` that somebody who has read up to `seq` had not read. Of an entry of which
   * a part was read the whole is counted: never too few.
   *
   * @returns undefined when that is not known any more
   */
  missed(seq: number, dropped: number, { measurement, macs, tenant }: InSight): number | undefined {
    if (dropped < this.last - MOST) return undefined;
    const shown = macs ? JSON.stringify(macs) : null;
    const row = this.database.prepare(MISSED_SQL).get(dropped, seq, measurement ?? null, shown, tenant ?? null);
    return Number(row?.missed ?? 0);
  }
}

const MISSED_SQL = `SELECT sum(count) AS missed FROM dropped WHERE number > ?1 AND last > ?2
  AND (?3 IS NULL OR measurement = ?3)
  AND CASE WHEN measurement = '${RUUVI_MEASUREMENT}'
    THEN ?4 IS NULL OR owner IN (SELECT value FROM json_each(?4))
    ELSE ?5 IS NULL OR owner = ?5 END`;
