import { RUUVI_MEASUREMENT, type RuuviField } from '../sensors/ruuvi/reading.js';
import { absorb, type Aggregate, type Aggregates, Tally } from './aggregate.js';
import { Gone } from './gone.js';
import { floorTo, type Level, LEVELS, MINUTES } from './levels.js';
import { pack, unpack } from './packed.js';
import type { SeriesTable } from './series.js';
import type { Database, SqlRow } from './sqlite.js';

/** So many rows at a time, so that no reading waits long behind it. */
const CHUNK = 2000;

/**
 * What is kept of tags' readings for longer than the readings: minutes, quarters of an hour, and hours, in one row per series and
 * bucket.
 *
 * They follow the readings in order of arrival, up to the mark. What arrived makes its minutes be counted anew from the readings,
 * these their quarters, and these their hours, in the transaction that moves the mark: so nothing is ever counted twice, whenever
 * the process ends, however late a reading comes, and although a row may be merged with another.
 *
 * Of a bucket whose parts have gone (see `Gone`) what it came to is its base, to which parts that come late are added.
 */
export class Rollups {
  readonly gone: Gone;

  constructor(
    private readonly database: Database,
    private readonly series: SeriesTable,
  ) {
    const columns = `series INTEGER NOT NULL, level INTEGER NOT NULL, bucket INTEGER NOT NULL, fields BLOB NOT NULL,
      PRIMARY KEY (series, level, bucket)`;
    database.exec(`
      CREATE TABLE IF NOT EXISTS rollups (${columns}) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS bases (${columns}) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS rolled_up (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL)`);
    this.gone = new Gone(database);
  }

  /** The number of the last row that is in them. */
  get mark(): number {
    return Number(this.database.prepare('SELECT seq FROM rolled_up').get()?.seq ?? 0);
  }

  /**
   * Takes in a few of the rows that have arrived.
   *
   * @returns whether there are more
   */
  step(chunk = CHUNK): boolean {
    return this.database.transaction(() => {
      const rows = this.database.prepare(ARRIVED_SQL).all(this.mark, chunk);
      const last = rows.at(-1);
      if (!last) return false;
      for (const [series, times] of this.timesBySeries(rows)) this.refresh(series, times);
      this.database.prepare('INSERT OR REPLACE INTO rolled_up VALUES (1, ?)').run(last.seq ?? 0);
      return rows.length === chunk;
    });
  }

  /** Takes in what has arrived of one series, without moving the mark: to be taken back. */
  anticipate(series: number): void {
    const rows = this.database.prepare(ARRIVED_OF_SQL).all(this.mark, series);
    if (rows.length > 0) this.refresh(series, rows.map(timeOf));
  }

  /** Counts the buckets of these times anew. */
  private refresh(series: number, times: readonly number[]): void {
    let changed = times;
    for (const level of LEVELS) {
      changed = [...new Set(changed.map((time) => floorTo(time, level.width)))].sort((a, b) => a - b);
      const parts = level === MINUTES ? this.countReadings(series, changed) : this.countBuckets(series, level, changed);
      const gone = this.gone.before(series, level.number - 1);
      for (const start of changed) {
        const total = start < gone ? this.base(series, level, start) : new Map<RuuviField, Aggregate>();
        absorb(total, parts.get(start) ?? NONE);
        this.write('rollups', series, level, start, total);
      }
    }
  }

  /** What the bucket came to when its parts went. It is written down even when it is nothing: the next part is none of it. */
  private base(series: number, level: Level, start: number): Map<RuuviField, Aggregate> {
    const known = this.read('bases', series, level, start);
    if (known) return known;
    const total = this.read('rollups', series, level, start) ?? new Map<RuuviField, Aggregate>();
    this.write('bases', series, level, start, total);
    return total;
  }

  private countReadings(series: number, starts: readonly number[]): ReadonlyMap<number, Aggregates> {
    const tallies = new Map(starts.map((start) => [start, new Tally()]));
    for (const range of runsOf(starts, MINUTES.width))
      for (const row of this.database.prepare(READINGS_SQL).all(series, ...range))
        tallies.get(floorTo(timeOf(row), MINUTES.width))?.add(row);
    return new Map([...tallies].map(([start, { aggregates }]) => [start, aggregates]));
  }

  private countBuckets(series: number, level: Level, starts: readonly number[]): ReadonlyMap<number, Aggregates> {
    const totals = new Map(starts.map((start) => [start, new Map<RuuviField, Aggregate>()]));
    const parts = LEVELS[level.number - 2] ?? MINUTES;
    for (const [from, to] of runsOf(starts, level.width))
      for (const row of this.database.prepare(BUCKETS_SQL).all(series, parts.number, from / parts.width, to / parts.width)) {
        const total = totals.get(floorTo(Number(row.bucket) * parts.width, level.width));
        if (total) absorb(total, unpackRow(row, parts));
      }
    return totals;
  }

  private read(table: 'rollups' | 'bases', series: number, level: Level, start: number): Map<RuuviField, Aggregate> | undefined {
    const sql = `SELECT bucket, fields FROM ${table} WHERE series = ? AND level = ? AND bucket = ?`;
    const row = this.database.prepare(sql).get(series, level.number, start / level.width);
    return row && unpackRow(row, level);
  }

  private write(table: 'rollups' | 'bases', series: number, level: Level, start: number, total: Aggregates): void {
    const sql = `INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?)`;
    this.database.prepare(sql).run(series, level.number, start / level.width, pack(total, start));
  }

  private timesBySeries(rows: readonly SqlRow[]): ReadonlyMap<number, readonly number[]> {
    const times = new Map<number, number[]>();
    for (const row of rows) {
      const series = Number(row.series);
      const known = times.get(series);
      if (known) known.push(timeOf(row));
      else if (this.series.get(series).measurement === RUUVI_MEASUREMENT) times.set(series, [timeOf(row)]);
    }
    return times;
  }
}

const NOTHING = new Uint8Array();
const NONE: Aggregates = new Map();

/** Ranges that hold all of these buckets, which are in order; those that are near to each other are read at once. */
function runsOf(starts: readonly number[], width: number): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (const start of starts) {
    const run = runs.at(-1);
    if (run && start - run[1] <= 2 * width) run[1] = start + width;
    else runs.push([start, start + width]);
  }
  return runs;
}

/** @param level that of the row */
export function unpackRow({ bucket, fields }: SqlRow, { width }: Level): Map<RuuviField, Aggregate> {
  return unpack(typeof fields === 'object' && fields ? new Uint8Array(fields) : NOTHING, Number(bucket) * width);
}

const timeOf = ({ time }: SqlRow): number => Number(time);

export const ARRIVED_SQL = 'SELECT seq, series, time FROM readings WHERE seq > ? ORDER BY seq LIMIT ?';
/** With a plus SQLite does not look through all that there is of the series. */
export const ARRIVED_OF_SQL = 'SELECT time FROM readings WHERE seq > ? AND +series = ?';
export const READINGS_SQL = 'SELECT * FROM readings WHERE series = ? AND time >= ? AND time < ? ORDER BY time';
export const BUCKETS_SQL = `SELECT bucket, fields FROM rollups WHERE series = ? AND level = ? AND bucket >= ? AND bucket < ?
  ORDER BY bucket`;
