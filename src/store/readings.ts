import type { FieldValue, Point } from '../sensors/history.js';
import { STEP_COLUMNS, toColumns, toFields } from './columns.js';
import type { Series, SeriesTable } from './series.js';
import type { Database, SqlRow, SqlValue } from './sqlite.js';

/** A point with its place in the order in which destinations read. */
export interface Row {
  readonly seq: number;
  readonly point: Point;
}

/** What becomes of a point: a row of its own, part of the row that is there, or nothing new. */
export type Fate = 'added' | 'merged' | 'duplicate';

/** The table of readings: one row per series and time, in the order of arrival. */
export class Readings {
  constructor(
    private readonly database: Database,
    private readonly series: SeriesTable,
  ) {
    database.exec(`CREATE TABLE IF NOT EXISTS readings (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, time INTEGER NOT NULL, fields TEXT, UNIQUE (series, time))`);
    this.addMissingColumns();
  }

  /** @throws GatewayError `invalid`, before anything is changed, when more series than the bound would be opened */
  append(points: readonly Point[]): readonly Fate[] {
    return this.series.intern(points).map(({ series, point }) => this.put(series.id, point));
  }

  /** Rows in order of arrival. */
  after(seq: number, limit: number): readonly Row[] {
    return this.database
      .prepare('SELECT * FROM readings WHERE seq > ? ORDER BY seq LIMIT ?')
      .all(seq, limit)
      .map((row) => this.toRow(row));
  }

  /** The number below the first row after `seq`; undefined when there is none. */
  before(seq: number): number | undefined {
    const row = this.database.prepare('SELECT seq FROM readings WHERE seq > ? ORDER BY seq LIMIT 1').get(seq);
    return row && Number(row.seq) - 1;
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

  /** Rows of one series in order of time, `from` included, `to` not. */
  range(series: Series, from: number, to: number, limit: number): readonly Point[] {
    return this.database
      .prepare(RANGE_SQL)
      .all(series.id, from, to, limit)
      .map((row) => toPoint(series, row));
  }

  newest(series: Series): Point | undefined {
    const row = this.database.prepare('SELECT * FROM readings WHERE series = ? ORDER BY time DESC LIMIT 1').get(series.id);
    return row && toPoint(series, row);
  }

  /** The number of the last row ever added, also when it is gone. */
  get lastSeq(): number {
    return Number(this.database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'readings'").get()?.seq ?? 0);
  }

  /** For an empty table: the first row's number will be above `seq`. */
  continueFrom(seq: number): void {
    this.database.prepare("DELETE FROM sqlite_sequence WHERE name = 'readings'").run(); // its names are not unique
    this.database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('readings', ?)").run(seq);
  }

  private toRow(row: SqlRow): Row {
    return { seq: Number(row.seq), point: toPoint(this.series.get(Number(row.series)), row) };
  }

  private put(series: number, point: Point): Fate {
    const columns = toColumns(point);
    if (this.insert(series, point.time, columns)) return 'added';
    return this.merge(series, point, columns) ? 'merged' : 'duplicate';
  }

  private insert(series: number, time: number, columns: readonly SqlValue[]): boolean {
    return this.database.prepare(INSERT_SQL).run(series, time, ...columns) === 1;
  }

  /** A row that changes gets a new number, so that destinations that have passed it see it again. */
  private merge(series: number, point: Point, columns: readonly SqlValue[]): boolean {
    const row = this.database.prepare('SELECT * FROM readings WHERE series = ? AND time = ?').get(series, point.time);
    if (!row || sameColumns(row, columns)) return false;
    const before = toFields(row);
    const fields = { ...before, ...point.fields };
    if (sameFields(before, fields)) return false;
    this.database.prepare('DELETE FROM readings WHERE seq = ?').run(Number(row.seq));
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
