import { GatewayError } from '../errors.js';
import type { Point, PointPage, PointQuery, StatisticsPage, StatisticsQuery } from '../sensors/history.js';
import { Cursors } from './cursors.js';
import { readPage } from './pages.js';
import { type Fate, Readings } from './readings.js';
import { Retention, type RetentionDays } from './retention.js';
import { Rollups } from './rollups.js';
import { SeriesTable } from './series.js';
import { readStatistics } from './statistics.js';
import { type Database, emptyLog, openDatabase, quickCheck } from './sqlite.js';

export interface HistoryBounds {
  readonly maxSeries: number;
  /** bytes */
  readonly maxBytes: number;
  readonly retention?: RetentionDays;
}

/** What became of each append of a commit: the fate of its points, or why none of them is kept. */
export type Outcome = readonly Fate[] | GatewayError;

/** The tables of history.db and what is done with them together. */
export class HistoryDatabase implements Disposable {
  readonly readings: Readings;
  readonly cursors: Cursors;
  readonly retention: Retention;
  readonly rollups: Rollups;
  /** The number of the last row ever added. */
  lastSeq: number;
  private readonly series: SeriesTable;

  constructor(
    private readonly database: Database,
    bounds: HistoryBounds,
    held: ReadonlySet<string>,
  ) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
    this.series = new SeriesTable(database, bounds.maxSeries);
    this.readings = new Readings(database, this.series);
    this.cursors = new Cursors(database, held);
    this.rollups = new Rollups(database, this.series);
    this.retention = new Retention(database, this.cursors, this.series, this.rollups, bounds.maxBytes, bounds.retention);
    this.lastSeq = this.readings.lastSeq;
  }

  /** Many appends in one transaction; one that is refused does not touch the others. */
  append(appends: readonly (readonly Point[])[]): readonly Outcome[] {
    try {
      const outcomes = this.database.transaction(() => appends.map((points) => this.appendOne(points)));
      this.lastSeq = this.readings.lastSeq;
      return outcomes;
    } catch (error) {
      this.series.reload(); // it may know series that were rolled back
      throw error;
    }
  }

  query(query: PointQuery): PointPage {
    return readPage(query, this.series, this.readings);
  }

  statistics(query: StatisticsQuery): StatisticsPage {
    const { database, series, rollups, behind } = this;
    return readStatistics(query, { database, series, rollups, behind });
  }

  /** How many rows have arrived since the last that is rolled up. */
  get behind(): number {
    return this.lastSeq - this.rollups.mark;
  }

  latest(measurement: string): readonly Point[] {
    const newest = this.series.matching({ measurement }).map((series) => this.readings.newest(series));
    return newest.filter((point) => point !== undefined);
  }

  /** See `emptyLog`. */
  emptyLog(): boolean {
    return emptyLog(this.database);
  }

  [Symbol.dispose](): void {
    try {
      this.emptyLog();
    } finally {
      this.abandon();
    }
  }

  /** Closes the file as it is. */
  abandon(): void {
    this.database.close();
  }

  private appendOne(points: readonly Point[]): Outcome {
    try {
      return this.readings.append(points);
    } catch (error) {
      if (error instanceof GatewayError) return error;
      throw error;
    }
  }
}

/**
 * @param checked read the whole file first
 * @throws what SQLite says; `isDamage` tells a damaged file from one that cannot be reached
 */
export function openHistory(path: string, bounds: HistoryBounds, held: ReadonlySet<string>, checked: boolean): HistoryDatabase {
  const database = openDatabase(path);
  try {
    if (checked) quickCheck(database);
    return new HistoryDatabase(database, bounds, held);
  } catch (error) {
    database.close();
    throw error;
  }
}
