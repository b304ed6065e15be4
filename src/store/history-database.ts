import { GatewayError } from '../errors.js';
import type { ArrivalPage, ArrivalQuery } from '../sensors/arrival-log.js';
import type { Point, PointPage, PointQuery, SeriesQuery, StatisticsPage, StatisticsQuery } from '../sensors/history.js';
import type { Reckoning } from '../sensors/waiting-room.js';
import { readArrivals } from './arrivals.js';
import { Caution } from './caution.js';
import type { Lag } from './cursor.js';
import { Cursors } from './cursors.js';
import { Dropped } from './dropped.js';
import { Held, MOVED_AT_ONCE, type Untimely } from './held.js';
import { newestOfEach } from './newest-of-each.js';
import { readPage } from './pages.js';
import { type Fate, Readings } from './readings.js';
import { isAged, Retention, type RetentionDays, type Swept } from './retention.js';
import { Rollups } from './rollups.js';
import { Runs } from './runs.js';
import { SeriesTable } from './series.js';
import { readStatistics } from './statistics.js';
import { type Database, emptyLog, quickCheck } from './sqlite.js';
import { type LogBounds, SteadyDatabase } from './steady-database.js';
import type { Range } from './unsent.js';

/** So many places are looked at one by one for whether there is a row. */
const COUNTED = 20_000;

export interface HistoryBounds {
  readonly maxSeries: number;
  /** bytes */
  readonly maxBytes: number;
  readonly retention?: RetentionDays;
  readonly log?: LogBounds;
  /** How many points may wait for it to be known when they were. */
  readonly maxHeld?: number;
}

/** What became of each append of a commit: the fate of its points, or why none of them is kept. */
export type Outcome = readonly Fate[] | GatewayError;

/** What became of points that have waited for it to be known when they were: see `Released`. */
export interface Moved<Result = Outcome> {
  /** Of each. */
  readonly outcomes: readonly Result[];
  readonly marked: number;
  readonly waiting: number;
  readonly more: boolean;
}

/** The tables of history.db and what is done with them together. */
export class HistoryDatabase implements Disposable {
  readonly readings: Readings;
  readonly cursors: Cursors;
  readonly retention: Retention;
  readonly rollups: Rollups;
  readonly held: Held;
  /** The number of the last row ever added. */
  lastSeq: number;
  private readonly series: SeriesTable;
  private readonly dropped: Dropped;
  private readonly runs: Runs;
  private readonly caution: Caution;
  /** What is known of series and of the run may have been rolled back. */
  isStale = false;

  constructor(
    private readonly database: Database,
    bounds: HistoryBounds,
    held: ReadonlySet<string>,
  ) {
    this.series = new SeriesTable(database, bounds.maxSeries);
    this.cursors = new Cursors(database, held);
    this.readings = new Readings(database, this.series, (seq) => this.cursors.rejections.supersede(seq));
    this.rollups = new Rollups(database, this.series);
    this.dropped = new Dropped(database);
    this.runs = new Runs(database);
    const { cursors, series, rollups, dropped } = this;
    this.retention = new Retention(database, cursors, series, rollups, dropped, bounds.maxBytes, bounds.retention);
    this.lastSeq = this.readings.lastSeq;
    this.caution = new Caution(database);
    this.held = new Held(database, bounds.maxHeld);
  }

  /** Many appends in one transaction; one that is refused does not touch the others. */
  append(appends: readonly (readonly Point[] | Untimely)[]): readonly Outcome[] {
    return this.adding(() => appends.map((append) => ('taken' in append ? this.holdOne(append) : this.appendOne(append))));
  }

  /** Moves some of the points that wait, in one transaction: see `WaitingRoom`. */
  release(now: Reckoning, isKnown: boolean): Moved {
    const due = this.held.due(now, isKnown);
    const outcomes =
      due.length === 0
        ? []
        : this.adding(() => {
            const moved = due.map(({ point }) => this.appendOne([point]));
            this.held.remove(due);
            return moved;
          });
    const marked = due.filter(({ isMarked }) => isMarked).length;
    return { outcomes, marked, waiting: this.held.count, more: due.length === MOVED_AT_ONCE };
  }

  query(query: PointQuery): PointPage {
    return readPage(query, this.series, this.readings);
  }

  newestOfEach(query: SeriesQuery): PointPage {
    return newestOfEach(query, this.series, this.readings);
  }

  arrivals(query: ArrivalQuery): ArrivalPage {
    const { readings, series, dropped, runs } = this;
    this.refresh();
    // who only reads is answered on a disk that takes nothing
    if (!runs.hasBegun) this.changing(() => runs.begin(readings.lastSeq));
    return readArrivals(query, { readings, series, dropped, runs });
  }

  statistics(query: StatisticsQuery): StatisticsPage {
    const { database, series, rollups, behind } = this;
    return readStatistics(query, { database, series, rollups, behind });
  }

  /** How many rows have arrived since the last that is rolled up. */
  get behind(): number {
    return this.lastSeq - this.rollups.mark;
  }

  latest(measurement: string, before?: number): readonly Point[] {
    const { readings } = this;
    const newest = this.series
      .matching({ measurement })
      .map((series) => readings.newest(series, before) ?? readings.newest(series));
    return newest.filter((point) => point !== undefined);
  }

  /** How far the destination is behind; without looking at very many rows. */
  lag(destination: string): Lag {
    const { live, behind } = this.cursors.unsent(destination);
    const left = [...behind, { after: live, upTo: this.lastSeq }].flatMap((range) => this.left(range));
    const places = sumOf(left.map(({ after, upTo }) => upTo - after));
    const readings = places > COUNTED ? places : sumOf(left.map((range) => this.readings.countOf(range)));
    const oldest = left[0]?.oldest;
    const rejections = this.cursors.rejections.count(destination);
    return { readings, rejections, ...this.cursors.dropped(destination), ...(oldest === undefined ? {} : { oldest }) };
  }

  /** See `emptyLog`. */
  emptyLog(): boolean {
    return emptyLog(this.database);
  }

  /**
   * Takes away a little of what is too old, as long as the clock can be believed.
   *
   * @param now ms since the epoch
   * @param at the same moment by the clock that never jumps
   */
  sweepAge(now: number, at: number): Swept {
    if (this.caution.holds(now, at, this.lastTaken)) return { dropped: 0, droppedUnsent: 0, more: false };
    return this.retention.sweepAge(now);
  }

  [Symbol.dispose](): void {
    this.database.close();
  }

  /** When the tag's reading was taken that has arrived last, of those that have arrived lately. */
  private get lastTaken(): number | undefined {
    const rows = this.database.prepare('SELECT series, time FROM readings ORDER BY seq DESC LIMIT 1000').all();
    const last = rows.find(({ series }) => isAged(this.series.get(Number(series))));
    return last && Number(last.time);
  }

  /** What there is of a range, and the time of its first row; nothing of one of which all rows are gone. */
  private left({ after, upTo }: Range): (Range & { readonly oldest: number })[] {
    const [first] = this.readings.among({ after, upTo }, 1);
    return first ? [{ after: first.seq - 1, upTo, oldest: first.point.time }] : [];
  }

  /** What is known of the tables is read anew after a transaction that failed. */
  private refresh(): void {
    if (!this.isStale) return;
    this.series.reload();
    this.runs.recall();
    this.isStale = false;
  }

  private adding<T>(work: () => T): T {
    const result = this.changing(() => {
      this.runs.begin(this.readings.lastSeq);
      return work();
    });
    this.lastSeq = this.readings.lastSeq;
    return result;
  }

  /** In one transaction; what is known of the tables is read anew after one that failed. */
  private changing<T>(work: () => T): T {
    this.refresh();
    this.isStale = true;
    const result = this.database.transaction(work);
    this.isStale = false;
    return result;
  }

  private appendOne(points: readonly Point[]): Outcome {
    try {
      return this.readings.append(points);
    } catch (error) {
      if (error instanceof GatewayError) return error;
      throw error;
    }
  }

  private holdOne(append: Untimely): Outcome {
    this.held.add(append);
    return [];
  }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/**
 * @param checked read the whole file first
 * @throws what SQLite says; `isDamage` tells a damaged file from one that cannot be reached
 */
export function openHistory(path: string, bounds: HistoryBounds, held: ReadonlySet<string>, checked: boolean): HistoryDatabase {
  const database = new SteadyDatabase(path, bounds.log);
  try {
    if (checked) quickCheck(database);
    return new HistoryDatabase(database, bounds, held);
  } catch (error) {
    database.close();
    throw error;
  }
}
