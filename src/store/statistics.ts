import { type AdjustableField, adjusted } from '../sensors/adjustment.js';
import type { Bucket, Statistics, StatisticsPage, StatisticsQuery } from '../sensors/history.js';
import { RUUVI_FIELDS, RUUVI_MEASUREMENT, type RuuviField } from '../sensors/ruuvi/reading.js';
import type { Aggregate } from './aggregate.js';
import { floorTo } from './levels.js';
import { fromMarker, toMarker } from './number-marker.js';
import { requireLimit } from './pages.js';
import type { Rollups } from './rollups.js';
import type { Series, SeriesTable } from './series.js';
import { readAggregates, type Source, sourcesOf, startOfNext } from './sources.js';
import type { Database } from './sqlite.js';

/** So many rows are looked at for one page, and then the window to its end. */
const ROWS = 50_000;
/** So many rows are expected of one window. */
const WINDOW_ROWS = 10_000;
/** Roll-ups that are further behind are not brought up to date for a query: it goes without them. */
const BEHIND_AT_MOST = 50_000;

export interface StatisticsTables {
  readonly database: Database;
  readonly series: SeriesTable;
  readonly rollups: Rollups;
  readonly behind: number;
}

/** One bucket while it grows, field by field. */
type Growing = Map<RuuviField, Totals>;

/** As `Statistics`, with what is needed to add to it. */
interface Totals extends Statistics {
  readonly sum: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

/**
 * One page of statistics. Whatever is asked, its cost is bounded: it ends early after 50,000 rows, and time without readings is
 * skipped through the index.
 *
 * Readings that are not rolled up yet are, and that is taken back: reading writes nothing.
 *
 * @throws GatewayError `invalid` when `limit` is not 1 to 1000 or `after` is no marker of ours
 */
export function readStatistics(query: StatisticsQuery, tables: StatisticsTables): StatisticsPage {
  requireLimit(query.limit);
  const from = query.after === undefined ? query.from : Math.max(query.from, fromMarker(query.after));
  const series = tables.series.matching({ measurement: RUUVI_MEASUREMENT, tags: query.tags });
  const { database, rollups, behind } = tables;
  const useRollups = behind <= BEHIND_AT_MOST;
  const read = () => readPage({ ...query, from }, series, tables, useRollups);
  if (behind <= 0 || !useRollups) return read();
  return database.tentatively(() => {
    for (const { id } of series) rollups.anticipate(id);
    return read();
  });
}

function readPage(
  { from, to = Number.MAX_SAFE_INTEGER, every, fields, limit }: StatisticsQuery,
  all: readonly Series[],
  { database, rollups }: StatisticsTables,
  useRollups: boolean,
): StatisticsPage {
  const sources = all.flatMap((series) => sourcesOf(series, every, rollups.gone, useRollups));
  const buckets = new Map<number, Growing>();
  const end = Math.ceil(to / every) * every;
  let at = floorTo(from, every);
  for (let rows = 0; at < end && buckets.size <= limit && rows < ROWS;) {
    const next = startOfNext(database, sources, at, end);
    if (next === undefined) return toPage(buckets, limit, undefined);
    const start = floorTo(next, every);
    at = Math.min(end, start + every * windowOf(sources, every, limit + 1 - buckets.size));
    for (const source of sources)
      for (const [time, aggregates] of readAggregates(database, source, fields, start, at)) {
        rows++;
        add(buckets, floorTo(time, every), source.series, aggregates);
      }
  }
  return toPage(buckets, limit, at < end ? at : undefined);
}

/** How many buckets are read at a time, at least one. */
function windowOf(sources: readonly Source[], every: number, wanted: number): number {
  const rowsPerBucket = sources.reduce((sum, { width }) => sum + Math.max(1, every / width), 0);
  return Math.max(1, Math.min(4 * wanted, Math.floor(WINDOW_ROWS / rowsPerBucket)));
}

function add(buckets: Map<number, Growing>, start: number, series: Series, aggregates: ReadonlyMap<RuuviField, Aggregate>): void {
  if (aggregates.size === 0) return;
  let bucket = buckets.get(start);
  if (!bucket) buckets.set(start, (bucket = new Map<RuuviField, Totals>()));
  for (const [field, aggregate] of aggregates) {
    const known = bucket.get(field);
    const more = toTotals(series, field, aggregate);
    bucket.set(field, known ? merge(known, more) : more);
  }
}

/**
 * What a number of steps is in the field's unit, as it is given. The one place where what is kept becomes what was measured: an
 * adjustment is the same for all of a series, and grows with what it adjusts, so that it may come after counting.
 */
function toPhysical({ adjustment }: Series, field: RuuviField, steps: number): number {
  const said = steps / RUUVI_FIELDS[field].stepsPerUnit;
  const how = adjustment?.[field as AdjustableField];
  return how ? adjusted(field as AdjustableField, said, how) : said;
}

/** Of a mean, which is not rounded to the precision of a value. */
function toMean({ adjustment }: Series, field: RuuviField, steps: number): number {
  const said = steps / RUUVI_FIELDS[field].stepsPerUnit;
  const how = adjustment?.[field as AdjustableField];
  return how ? said * how.gain + how.offset : said;
}

function toTotals(series: Series, field: RuuviField, { count, sum, firstTime, lastTime, ...steps }: Aggregate): Totals {
  const mean = toMean(series, field, sum / count);
  const [min, max] = [toPhysical(series, field, steps.min), toPhysical(series, field, steps.max)];
  const [first, last] = [toPhysical(series, field, steps.first), toPhysical(series, field, steps.last)];
  return { count, mean, sum: mean * count, min, max, first, last, firstTime, lastTime };
}

function merge(a: Totals, b: Totals): Totals {
  const [earlier, later] = [b.firstTime < a.firstTime ? b : a, b.lastTime >= a.lastTime ? b : a];
  const [count, sum] = [a.count + b.count, a.sum + b.sum];
  return {
    ...{ count, sum, mean: sum / count, min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) },
    ...{ first: earlier.first, firstTime: earlier.firstTime, last: later.last, lastTime: later.lastTime },
  };
}

function toPage(buckets: Map<number, Growing>, limit: number, end: number | undefined): StatisticsPage {
  const times = [...buckets.keys()].sort((a, b) => a - b);
  const rest = times[limit];
  const next = rest ?? end;
  const page = times.slice(0, limit).map((time) => toBucket(time, buckets.get(time)));
  return { buckets: page, ...(next === undefined ? {} : { next: toMarker(next) }) };
}

function toBucket(time: number, growing: Growing = new Map<RuuviField, Totals>()): Bucket {
  const fields: Partial<Record<RuuviField, Statistics>> = {};
  for (const [field, { count, mean, min, max, first, last }] of growing) fields[field] = { count, mean, min, max, first, last };
  return { time, fields };
}
