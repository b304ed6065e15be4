import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { CLOCK_TAG } from '../sensors/waiting-room.js';
import type { Cursors } from './cursors.js';
import type { Dropped } from './dropped.js';
import { floorTo, granularityOf, HOURS, LEVELS, MINUTES, RAW } from './levels.js';
import type { Rollups } from './rollups.js';
import type { Series, SeriesTable } from './series.js';
import type { Database } from './sqlite.js';
import type { Missed } from './taken-lately.js';

/** Few rows at a time, so that no reading waits long behind a sweep. */
const CHUNK = 500;
const DAY = 86_400_000;
/** What has been rolled up goes a day at a time, and readings an hour at a time: each sweep writes to the pages of every tag. */
const AT_ONCE = [HOURS.width, DAY, DAY, DAY];

/** How long tags' readings are kept, and what is made of them. */
export interface RetentionDays {
  readonly rawDays: number;
  readonly minutesDays: number;
  readonly quartersDays: number;
  readonly hoursDays: number;
}

/** With 50 tags and 200,000 readings a day that is 0.8 GB. */
export const DEFAULT_RETENTION: RetentionDays = { rawDays: 14, minutesDays: 31, quartersDays: 366, hoursDays: 1096 };

/** What one step of a sweep took away. */
export interface Swept {
  readonly dropped: number;
  /** Of these, rows that a destination had not taken yet. */
  readonly droppedUnsent: number;
  /** There is more to sweep. */
  readonly more: boolean;
}

/** What went together. */
interface Taken {
  readonly rows: number;
  /** Of these, readings. */
  readonly dropped: number;
  readonly missed: readonly Missed[];
}

/** Something that could go, and how far it is beyond its due: 1 is at its age. */
interface Candidate {
  readonly overdue: number;
  readonly take: () => Taken;
}

const NOTHING: Taken = { rows: 0, dropped: 0, missed: [] };

/**
 * Keeps history within its disk budget and its ages. What goes of a tag has been counted in what is kept longer, and whole buckets
 * go at a time (see `Rollups`). Points that applications add are not rolled up, and go by the budget alone; so do readings that are
 * marked, for nobody knows how old they are.
 */
export class Retention {
  /** ms, by the number of the level */
  private readonly ages: readonly number[];

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly series: SeriesTable,
    private readonly rollups: Rollups,
    private readonly dropped: Dropped,
    private readonly maxBytes: number,
    { rawDays, minutesDays, quartersDays, hoursDays }: RetentionDays = DEFAULT_RETENTION,
  ) {
    this.ages = [rawDays, minutesDays, quartersDays, hoursDays].map((days) => days * DAY);
  }

  /**
   * Bytes in use. The file itself does not shrink, and does not grow while there are free pages in it; beside it is a
   * write-ahead log of a few MB.
   */
  private get bytes(): number {
    return this.fileBytes - this.freeBytes;
  }

  /** How large the file is once the write-ahead log is in it. */
  get fileBytes(): number {
    return this.value('page_count') * this.value('page_size');
  }

  /** What can be written without the file becoming larger. */
  get freeBytes(): number {
    return this.value('freelist_count') * this.value('page_size');
  }

  private value(pragma: string): number {
    return Number(Object.values(this.database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  }

  get overBudget(): boolean {
    return this.bytes > this.maxBytes;
  }

  /**
   * Takes away a little of what is furthest beyond its due while the budget is exceeded, so that all ages shrink alike. What has
   * arrived first has been sent first, and unsent rows go only when nothing else is left.
   *
   * @param now ms since the epoch
   */
  sweepBudget(now: number): Swept {
    if (!this.overBudget) return { dropped: 0, droppedUnsent: 0, more: false };
    const taken = this.take(now, Number.MAX_SAFE_INTEGER);
    return sweptOf(taken, taken.rows > 0 && this.overBudget);
  }

  /**
   * Takes away a little of what would go first under the budget, until so much of the file is free. Nothing goes that a destination
   * has not taken: the disk may be full of what is not ours, and have room again in an hour.
   *
   * @param now ms since the epoch
   */
  sweepSent(now: number, freeBytes: number): Swept {
    if (this.freeBytes >= freeBytes) return { dropped: 0, droppedUnsent: 0, more: false };
    const taken = this.take(now, this.cursors.slowest);
    return sweptOf(taken, taken.rows > 0 && this.freeBytes < freeBytes);
  }

  private take(now: number, sent: number): Taken {
    const taken = this.database.transaction(() => this.takeMostOverdue(now, sent));
    this.cursors.haveMissed(taken.missed);
    // nothing goes before it is rolled up
    return taken.rows === 0 && this.rollUp() ? { ...taken, rows: 1 } : taken;
  }

  /**
   * Takes away a few rows that are too old and that every destination has, then series without any.
   *
   * @param now ms since the epoch
   */
  sweepAge(now: number): Swept {
    return this.database.transaction(() => {
      const { rows, dropped } = this.takeAged(now);
      if (rows < CHUNK) {
        this.series.dropEmpty();
        this.rollups.gone.forget();
      }
      return { dropped, droppedUnsent: 0, more: rows >= CHUNK };
    });
  }

  private takeAged(now: number): { rows: number; dropped: number } {
    let [rows, dropped] = [0, 0];
    const tags = this.tags().filter(isAged);
    for (const [level, age] of this.ages.entries()) {
      const before = floorTo(now - age, AT_ONCE[level] ?? DAY);
      for (const series of tags) {
        if (rows >= CHUNK) return { rows, dropped };
        const taken = level === RAW ? this.takeReadings(series, before) : this.takeBuckets(series.id, level, before);
        rows += taken.rows;
        dropped += taken.dropped;
      }
    }
    return { rows, dropped };
  }

  /** @param sent the last row that may go for all that destinations know */
  private takeMostOverdue(now: number, sent: number): Taken {
    const candidates = this.ages.flatMap((age, level) =>
      level === RAW ? this.oldestReadings(now, age, sent) : this.oldestBuckets(level, now, age),
    );
    for (const { take } of candidates.sort((a, b) => b.overdue - a.overdue)) {
      const taken = take();
      if (taken.rows > 0) return taken;
    }
    return NOTHING;
  }

  /**
   * Those of the series of which the oldest has arrived before those of others. How far beyond their due they are only tags say: an
   * application gives its points whatever time it likes.
   */
  private oldestReadings(now: number, age: number, sent: number): Candidate[] {
    const [oldest] = this.database.prepare(OLDEST_SQL).all();
    if (!oldest) return [];
    const isUnsent = Number(oldest.seq) > this.cursors.slowest;
    const take = () => this.takeUnderBudget(this.series.get(Number(oldest.id)), sent);
    const time = this.tags()
      .filter(isAged)
      .reduce((first, { id }) => Math.min(first, this.oldest(id, RAW)), Infinity);
    const overdue = time === Infinity ? 1 : Math.max(0, now - time) / age;
    return [{ overdue: isUnsent ? -1 : overdue, take }];
  }

  private takeUnderBudget(series: Series, sent: number): Taken {
    const rows = this.firstReadings(series.id, Number.MAX_SAFE_INTEGER).slice(0, CHUNK);
    return this.takeReadings(series, floorTo(Number(rows.at(-1)?.time ?? 0), MINUTES.width) + MINUTES.width, sent);
  }

  private oldestBuckets(level: number, now: number, age: number): Candidate[] {
    const all = this.tags().map(({ id }) => ({ id, time: this.oldest(id, level) }));
    const [first] = all.filter(({ time }) => time < Infinity).sort((a, b) => a.time - b.time);
    if (!first) return [];
    const take = () => this.takeBuckets(first.id, level, this.fewBuckets(first.id, level));
    return [{ overdue: Math.max(0, now - first.time) / age, take }];
  }

  /** Where a chunk of the oldest buckets ends. */
  private fewBuckets(series: number, level: number): number {
    const rows = this.database.prepare(FIRST_BUCKETS_SQL).all(series, level, Number.MAX_SAFE_INTEGER, CHUNK);
    const granularity = granularityOf(level);
    return floorTo(Number(rows.at(-1)?.bucket ?? 0) * widthOf(level), granularity) + granularity;
  }

  /**
   * @param before a whole minute, ms since the epoch
   * @param sent the last row that may go for all that destinations know
   */
  private takeReadings(series: Series, before: number, sent = this.cursors.slowest): Taken {
    const rows = this.firstReadings(series.id, before);
    const [first] = rows;
    if (!first) return NOTHING;
    const minuteOf = ({ time }: { time?: unknown }) => floorTo(Number(time), MINUTES.width);
    const next = rows[CHUNK];
    const few = next ? Math.max(minuteOf(next), minuteOf(first) + MINUTES.width) : before;
    const safe = isTag(series) ? Math.min(sent, this.rollups.mark) : sent;
    const kept = this.database.prepare(KEPT_SQL).get(series.id, few, safe);
    const end = kept ? minuteOf(kept) : few;
    const seqs = this.database
      .prepare(TAKE_SQL)
      .all(series.id, end)
      .map(({ seq }) => Number(seq));
    if (seqs.length === 0) return NOTHING;
    this.dropped.note(series, seqs);
    const missed = this.cursors.miss(seqs);
    if (isTag(series)) this.wentUpTo(series.id, RAW, end);
    return { rows: seqs.length, dropped: seqs.length, missed };
  }

  private firstReadings(series: number, before: number) {
    return this.database.prepare(FIRST_READINGS_SQL).all(series, before, CHUNK + 1);
  }

  /** Never further than what they are made of: see `Gone`. */
  private takeBuckets(series: number, level: number, before: number): Taken {
    const width = widthOf(level);
    const parts = floorTo(this.oldest(series, level - 1), granularityOf(level));
    const end = Math.min(before, parts);
    const next = this.database.prepare(FIRST_BUCKETS_SQL).all(series, level, end / width, CHUNK + 1)[CHUNK];
    const few = next ? floorTo(Number(next.bucket) * width, granularityOf(level)) : end;
    const sql = (table: string) => `DELETE FROM ${table} WHERE series = ? AND level = ? AND bucket < ?`;
    const rows = this.database.prepare(sql('rollups')).run(series, level, few / width);
    this.database.prepare(sql('bases')).run(series, level, few / width);
    if (rows > 0) this.wentUpTo(series, level, few);
    return { ...NOTHING, rows };
  }

  /** What was made of it stands from now on: it is the base of what may come late. */
  private wentUpTo(series: number, level: number, end: number): void {
    const above = LEVELS[level];
    this.rollups.gone.set(series, level, end);
    const sql = 'DELETE FROM bases WHERE series = ? AND level = ? AND bucket < ?';
    if (above) this.database.prepare(sql).run(series, above.number, Math.floor(end / above.width));
  }

  /** @returns ms since the epoch, after all time when there is nothing */
  private oldest(series: number, level: number): number {
    if (level === RAW)
      return Number(this.database.prepare(FIRST_READINGS_SQL).get(series, Number.MAX_SAFE_INTEGER, 1)?.time ?? Infinity);
    const row = this.database.prepare(FIRST_BUCKETS_SQL).get(series, level, Number.MAX_SAFE_INTEGER, 1);
    return row ? Number(row.bucket) * widthOf(level) : Infinity;
  }

  private rollUp(): boolean {
    const before = this.rollups.mark;
    this.rollups.step();
    return this.rollups.mark > before;
  }

  private tags(): readonly Series[] {
    return this.series.matching({ measurement: RUUVI_MEASUREMENT });
  }
}

function sweptOf({ dropped, missed }: Taken, more: boolean): Swept {
  return { dropped, droppedUnsent: new Set(missed.flatMap(({ seqs }) => seqs)).size, more };
}

const isTag = ({ measurement }: Series): boolean => measurement === RUUVI_MEASUREMENT;
/** Whether the times of its readings were told by a clock that was set. */
export const isAged = (series: Series): boolean => isTag(series) && series.tags[CLOCK_TAG] === undefined;
const widthOf = (level: number): number => LEVELS[level - 1]?.width ?? HOURS.width;

/** Series by series, each through its own index: there is none on time alone. */
export const OLDEST_SQL = `SELECT s.id, r.seq FROM series s CROSS JOIN readings r ON r.seq =
  (SELECT seq FROM readings WHERE series = s.id ORDER BY time LIMIT 1) ORDER BY r.seq LIMIT 1`;
export const FIRST_READINGS_SQL = 'SELECT seq, time FROM readings WHERE series = ? AND time < ? ORDER BY time LIMIT ?';
export const KEPT_SQL = 'SELECT time FROM readings WHERE series = ? AND time < ? AND +seq > ? ORDER BY time LIMIT 1';
export const TAKE_SQL = 'DELETE FROM readings WHERE series = ? AND time < ? RETURNING seq';
export const FIRST_BUCKETS_SQL =
  'SELECT bucket FROM rollups WHERE series = ? AND level = ? AND bucket < ? ORDER BY bucket LIMIT ?';
