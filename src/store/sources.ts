import type { RuuviField } from '../sensors/ruuvi/reading.js';
import { type Aggregate, Tally } from './aggregate.js';
import type { Gone } from './gone.js';
import { type Level, LEVELS, RAW } from './levels.js';
import { BUCKETS_SQL, READINGS_SQL, unpackRow } from './rollups.js';
import type { Series } from './series.js';
import type { Database } from './sqlite.js';

/** Where the values of one series are read for some time: the readings themselves, or what is kept of them. */
export interface Source {
  readonly series: Series;
  /** Absent for readings. */
  readonly level?: Level;
  /** How far apart its rows are at least, ms; a tag is seldom heard twice in a second. */
  readonly width: number;
  /** ms since the epoch: `from` is included, `to` is not */
  readonly from: number;
  readonly to: number;
}

/**
 * What to read of a series for buckets of `every`: the coarsest level of which a bucket holds a whole number; before what of it has
 * gone, each that is coarser still, in turn. No two speak of the same time.
 *
 * @param useRollups false: of time whose readings are there, they
 */
export function sourcesOf(series: Series, every: number, gone: Gone, useRollups: boolean): readonly Source[] {
  const finest = useRollups ? LEVELS.reduce((best, { number, width }) => (every % width === 0 ? number : best), RAW) : RAW;
  const sources: Source[] = [];
  let to = Number.MAX_SAFE_INTEGER;
  for (let number = finest; number <= LEVELS.length; number++) {
    const from = gone.before(series.id, number);
    const level = LEVELS[number - 1];
    if (from < to) sources.push({ series, ...(level ? { level } : {}), width: level?.width ?? 1000, from, to });
    to = Math.min(to, from);
  }
  return sources;
}

/** When the first row is that begins within these times, of whatever source. */
export function startOfNext(database: Database, sources: readonly Source[], from: number, to: number): number | undefined {
  let first: number | undefined;
  for (const source of sources) {
    const time = firstTime(database, source, Math.max(from, source.from), Math.min(first ?? to, source.to));
    if (time !== undefined) first = time;
  }
  return first;
}

function firstTime(database: Database, { series, level }: Source, from: number, to: number): number | undefined {
  if (from >= to) return undefined;
  if (!level) {
    const row = database.prepare(FIRST_READING_SQL).get(series.id, from, to);
    return row && Number(row.time);
  }
  const row = database.prepare(FIRST_BUCKET_SQL).get(series.id, level.number, Math.ceil(from / level.width), to / level.width);
  return row && Number(row.bucket) * level.width;
}

/** The rows of a source that begin within these times, each with its time; fields that are not wanted are left out. */
export function* readAggregates(
  database: Database,
  source: Source,
  fields: readonly RuuviField[],
  from: number,
  to: number,
): Generator<readonly [time: number, aggregates: ReadonlyMap<RuuviField, Aggregate>]> {
  const [start, end] = [Math.max(from, source.from), Math.min(to, source.to)];
  if (start >= end) return;
  const { series, level } = source;
  if (level) yield* readBuckets(database, series, level, fields, start, end);
  else yield* readReadings(database, series, fields, start, end);
}

function* readBuckets(
  database: Database,
  series: Series,
  level: Level,
  fields: readonly RuuviField[],
  from: number,
  to: number,
): Generator<readonly [number, ReadonlyMap<RuuviField, Aggregate>]> {
  const rows = database.prepare(BUCKETS_SQL).all(series.id, level.number, Math.ceil(from / level.width), to / level.width);
  for (const row of rows) {
    const aggregates = unpackRow(row, level);
    for (const field of aggregates.keys()) if (!fields.includes(field)) aggregates.delete(field);
    yield [Number(row.bucket) * level.width, aggregates];
  }
}

function* readReadings(
  database: Database,
  series: Series,
  fields: readonly RuuviField[],
  from: number,
  to: number,
): Generator<readonly [number, ReadonlyMap<RuuviField, Aggregate>]> {
  // one statement for whatever fields: statements are kept
  for (const row of database.prepare(READINGS_SQL).all(series.id, from, to)) {
    const tally = new Tally(fields);
    tally.add(row);
    yield [Number(row.time), tally.aggregates];
  }
}

export const FIRST_READING_SQL = 'SELECT time FROM readings WHERE series = ? AND time >= ? AND time < ? ORDER BY time LIMIT 1';
export const FIRST_BUCKET_SQL =
  'SELECT bucket FROM rollups WHERE series = ? AND level = ? AND bucket >= ? AND bucket < ? ORDER BY bucket LIMIT 1';
