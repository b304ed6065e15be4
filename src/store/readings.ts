import { GatewayError } from '../errors.js';
import type { FieldValue, Point } from '../sensors/history.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { STEP_COLUMNS, toColumns, toFields } from './columns.js';
import type { Series, SeriesTable } from './series.js';
import type { Database, SqlRow, SqlValue } from './sqlite.js';
import type { Range } from './unsent.js';

/** A point with its place in the order in which destinations read. */
export interface Row {
  readonly seq: number;
  readonly point: Point;
}

/** What becomes of a point: a row of its own, part of the row that is there, or nothing new. */
export type Fate = 'added' | 'merged' | 'duplicate';

/** How far the time of a tag's reading may move to where there is room; more are not taken in one second but by mistake. */
const APART_MS = 1_000;

/** The table of readings: one row per series and time, in the order of arrival. */
export class Readings {
  /** @param superseded is told of a row that has become another */
  constructor(
    private readonly database: Database,
    private readonly series: SeriesTable,
    private readonly superseded: (seq: number) => void = () => undefined,
  ) {
    database.exec(`CREATE TABLE IF NOT EXISTS readings (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, time INTEGER NOT NULL, fields TEXT, UNIQUE (series, time))`);
    this.addMissingColumns();
  }

  /**
   * @throws GatewayError `invalid`, before anything is changed, when more series than the bound would be opened; `unavailable` when
   *   there is no room for a tag's reading within a second of its time
   */
  append(points: readonly Point[]): readonly Fate[] {
    return this.series
      .intern(points)
      .map(({ series, point }) =>
        point.measurement === RUUVI_MEASUREMENT ? this.putApart(series, point) : this.put(series.id, point),
      );
  }

  /** Rows in order of arrival. */
  after(seq: number, limit: number): readonly Row[] {
    return this.among({ after: seq, upTo: Number.MAX_SAFE_INTEGER }, limit);
  }

  /** The first rows of a range, `limit` of them or as many as are large enough together. */
  among({ after, upTo }: Range, limit: number): readonly Row[] {
    const end = Number(this.database.prepare(ENOUGH_SQL).get(after, upTo, limit, LARGE)?.seq ?? upTo);
    return this.database
      .prepare(AMONG_SQL)
      .all(after, end, limit)
      .map((row) => this.toRow(row));
  }

  /**
   * Rows after `from` and up to `to` in order of arrival.
   *
   * @param series the numbers of those that are wanted; absent: all
   */
  between(from: number, to: number, limit: number, series?: readonly number[]): readonly Row[] {
    const only = series ? 'AND +series IN (SELECT value FROM json_each(?))' : '';
    return this.database
      .prepare(`SELECT * FROM readings WHERE seq > ? AND seq <= ? ${only} ORDER BY seq LIMIT ?`)
      .all(from, to, ...(series ? [JSON.stringify(series)] : []), limit)
      .map((row) => this.toRow(row));
  }

  /** The first row after this one. */
  following(seq: number): { readonly seq: number; readonly time: number } | undefined {
    const row = this.database.prepare('SELECT seq, time FROM readings WHERE seq > ? ORDER BY seq LIMIT 1').get(seq);
    return row && { seq: Number(row.seq), time: Number(row.time) };
  }

  /** How many rows there are in a range; each of them is looked at. */
  countOf({ after, upTo }: Range): number {
    return Number(this.database.prepare('SELECT count(*) AS n FROM readings WHERE seq > ? AND seq <= ?').get(after, upTo)?.n);
  }

  /** Rows of one series in order of time, `from` included, `to` not. */
  range(series: Series, from: number, to: number, limit: number): readonly Point[] {
    return this.database
      .prepare(RANGE_SQL)
      .all(series.id, from, to, limit)
      .map((row) => toPoint(series, row));
  }

  newest(series: Series, before = Number.MAX_SAFE_INTEGER): Point | undefined {
    const sql = 'SELECT * FROM readings WHERE series = ? AND time < ? ORDER BY time DESC LIMIT 1';
    const row = this.database.prepare(sql).get(series.id, before);
    return row && toPoint(series, row);
  }

  /** The number of the last row ever added, also when it is gone. */
  get lastSeq(): number {
    return Number(this.database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'readings'").get()?.seq ?? 0);
  }

  /** For an empty table: the first row's number will be above `seq`. */
  continueFrom(seq: number): void {
    this.database.transaction(() => {
      this.database.prepare("DELETE FROM sqlite_sequence WHERE name = 'readings'").run(); // its names are not unique
      this.database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('readings', ?)").run(seq);
    });
  }

  private toRow(row: SqlRow): Row {
    return { seq: Number(row.seq), point: toPoint(this.series.get(Number(row.series)), row) };
  }

  private put(series: number, point: Point): Fate {
    const columns = toColumns(point);
    if (this.insert(series, point.time, columns)) return 'added';
    return this.merge(series, point, columns) ? 'merged' : 'duplicate';
  }

  /**
   * What a tag said is never merged with something else that it said, as it may seem to be when the clock was put back: it gets the next
   * free millisecond. The same once more is what is there: who writes it again after a failure finds it where it went.
   */
  private putApart(series: Series, point: Point): Fate {
    const columns = toColumns(point);
    const alike = this.series.alike(series);
    const isElsewhere = (time: number) => alike.length > 1 && alike.some((id) => id !== series.id && this.at(id, time));
    for (let { time } = point; time < point.time + APART_MS; time++) {
      if (isElsewhere(time)) continue;
      if (this.insert(series.id, time, columns)) return 'added';
      const row = this.at(series.id, time);
      if (row && sameColumns(row, columns)) return 'duplicate';
    }
    throw new GatewayError('unavailable', 'more readings of one tag are of one second than it has milliseconds');
  }

  private at(series: number, time: number): SqlRow | undefined {
    return this.database.prepare('SELECT * FROM readings WHERE series = ? AND time = ?').get(series, time);
  }

  private insert(series: number, time: number, columns: readonly SqlValue[]): boolean {
    return this.database.prepare(INSERT_SQL).run(series, time, ...columns) === 1;
  }

  /** A row that changes gets a new number, so that destinations that have passed it see it again. */
  private merge(series: number, point: Point, columns: readonly SqlValue[]): boolean {
    const row = this.at(series, point.time);
    if (!row || sameColumns(row, columns)) return false;
    const before = toFields(row);
    const fields = { ...before, ...point.fields };
    if (sameFields(before, fields)) return false;
    this.database.prepare('DELETE FROM readings WHERE seq = ?').run(Number(row.seq));
    this.superseded(Number(row.seq));
    return this.insert(series, point.time, toColumns({ measurement: point.measurement, fields }));
  }

  /** A field that a later version knows becomes a column then; rows of before do not have it. */
  private addMissingColumns(): void {
    const there = new Set(
      this.database
        .prepare('PRAGMA table_info(readings)')
        .all()
        .map((column) => column.name),
    );
    const missing = STEP_COLUMNS.filter((column) => !there.has(column));
    for (const column of missing) this.database.exec(`ALTER TABLE readings ADD COLUMN ${column} INTEGER`);
  }
}

const INSERT_SQL = `INSERT INTO readings (series, time, ${STEP_COLUMNS.join(', ')}, fields)
  VALUES (?, ?, ${STEP_COLUMNS.map(() => '?').join(', ')}, ?) ON CONFLICT (series, time) DO NOTHING`;

/** Characters of JSON: of what applications add, which may be text, thousands of rows could be a lot. */
const LARGE = 4 * 1024 * 1024;
const ENOUGH_SQL = `SELECT min(seq) AS seq FROM (
  SELECT seq, sum(length(fields)) OVER (ORDER BY seq) AS size FROM (
    SELECT seq, fields FROM readings WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?)) WHERE size > ?`;
const AMONG_SQL = 'SELECT * FROM readings WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?';

export const RANGE_SQL = 'SELECT * FROM readings WHERE series = ? AND time >= ? AND time < ? ORDER BY time LIMIT ?';

function toPoint({ measurement, tags, adjustment }: Series, row: SqlRow): Point {
  return { measurement, tags, time: Number(row.time), fields: toFields(row), ...(adjustment ? { adjustment } : {}) };
}

function sameColumns(row: SqlRow, columns: readonly SqlValue[]): boolean {
  return row.fields === columns.at(-1) && STEP_COLUMNS.every((column, at) => row[column] === columns[at]);
}

function sameFields(a: Readonly<Record<string, FieldValue>>, b: Readonly<Record<string, FieldValue>>): boolean {
  return Object.keys(b).every((name) => a[name] === b[name]);
}
