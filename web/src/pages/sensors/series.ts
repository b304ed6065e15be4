import type { MeasuredField } from '../../fields.js';
import type { Bucket, Statistics } from '../../statistics.js';
import type { Reading } from '../../tags.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What can be looked back at, and in parts of which length: some hundreds, however long it is. ms */
export const RANGES = {
  '1h': { lengthMs: HOUR_MS, everyMs: 10 * SECOND_MS, every: '10s' },
  '24h': { lengthMs: DAY_MS, everyMs: 5 * MINUTE_MS, every: '5m' },
  '7d': { lengthMs: 7 * DAY_MS, everyMs: 30 * MINUTE_MS, every: '30m' },
  '30d': { lengthMs: 30 * DAY_MS, everyMs: 2 * HOUR_MS, every: '2h' },
} as const;
export type Range = keyof typeof RANGES;

export type Part = Pick<Statistics, 'count' | 'mean' | 'min' | 'max' | 'last'>;
/** The values of one field of one tag, by when their part of time begins (ms since the epoch), in order of time. */
export type Series = ReadonlyMap<number, Part>;

/** Of a tag that is seldom heard, parts without a value are none that is missing: so many times its usual distance is a gap. */
const GAP = 2.5;

export function seriesOf(buckets: readonly Bucket[], field: MeasuredField): Series {
  return new Map(
    buckets.flatMap(({ time, fields }) => {
      const statistics = fields[field];
      return statistics ? [[Date.parse(time), statistics] as const] : [];
    }),
  );
}

/** The series with one more reading, and without what is over by now. */
export function appended(
  series: Series,
  reading: Reading,
  field: MeasuredField,
  { everyMs, lengthMs }: (typeof RANGES)[Range],
): Series {
  const value = reading[field];
  if (value === undefined) return series;
  const time = Math.floor(Date.parse(reading.time) / everyMs) * everyMs;
  const { count, mean, min, max } = series.get(time) ?? { count: 0, mean: 0, min: value, max: value };
  const part = {
    count: count + 1,
    mean: (mean * count + value) / (count + 1),
    min: Math.min(min, value),
    max: Math.max(max, value),
  };
  const parts = [...new Map(series).set(time, { ...part, last: value })].filter(([begin]) => begin + everyMs > time - lengthMs);
  return new Map(parts.sort(([one], [other]) => one - other));
}

/** What a chart is drawn of: by the index of `times`. */
export interface Aligned {
  /** s since the epoch */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
}
/** null where there is a gap, undefined where the line goes on. */
type Value = number | null | undefined;
export interface Line {
  readonly mean: readonly Value[];
  readonly min: readonly Value[];
  readonly max: readonly Value[];
  readonly gaps: number;
}

/**
 * @param fromMs what is older is not shown, ms since the epoch
 * @param nowMs at the gateway, ms since the epoch: who has said nothing until then has a gap there too
 * @param scale what is shown of what the gateway says
 */
export function aligned(all: readonly Series[], fromMs: number, nowMs: number, everyMs: number, scale: number): Aligned {
  const shown = all.map((series) => new Map([...series].filter(([time]) => time + everyMs > fromMs)));
  const gaps = shown.map((series) => gapsOf(series, everyMs, nowMs));
  const begins = new Set([...shown.flatMap((series) => [...series.keys()]), ...gaps.flat().map(({ after }) => after + everyMs)]);
  const times = [...begins].sort((a, b) => a - b);
  const lines = shown.map((series, index) => lineOf(series, times, gaps[index] ?? [], scale));
  return { times: times.map((time) => time / SECOND_MS), lines };
}

/** From the last part before it to the first behind it, or to now, ms since the epoch. */
interface Gap {
  readonly after: number;
  readonly before: number;
}

function lineOf(series: Series, times: readonly number[], gaps: readonly Gap[], scale: number): Line {
  const valuesOf = (what: 'mean' | 'min' | 'max') =>
    times.map((time) => {
      const part = series.get(time);
      if (part) return part[what] * scale;
      return gaps.some(({ after, before }) => after < time && time < before) ? null : undefined;
    });
  return { mean: valuesOf('mean'), min: valuesOf('min'), max: valuesOf('max'), gaps: gaps.length };
}

function gapsOf(series: Series, everyMs: number, nowMs: number): readonly Gap[] {
  const times = [...series.keys()];
  const between = times.slice(1).map((before, index) => ({ after: times[index] ?? before, before }));
  const distances = between.map(({ after, before }) => before - after).sort((a, b) => a - b);
  const usual = distances[distances.length >> 1] ?? everyMs;
  const last = times.at(-1);
  const untilNow = last === undefined ? [] : [{ after: last, before: nowMs }];
  return [...between, ...untilNow].filter(({ after, before }) => before - after > GAP * Math.max(usual, everyMs));
}

export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly last: number;
}

/** The least, the greatest and the last value from a time on, in the gateway's unit; undefined when there is none. */
export function extentOf(series: Series, fromMs: number, everyMs: number): Extent | undefined {
  const parts = [...series].flatMap(([time, part]) => (time + everyMs > fromMs ? [part] : []));
  const last = parts.at(-1);
  if (!last) return undefined;
  return { low: Math.min(...parts.map(({ min }) => min)), high: Math.max(...parts.map(({ max }) => max)), last: last.last };
}
