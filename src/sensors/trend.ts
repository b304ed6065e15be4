import type { Bucket, Statistics } from './history.js';
import type { RuuviField } from './ruuvi/reading.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Two points always make a line, and three nearly always. */
const FEWEST = 4;

/** In which direction a value goes. */
export interface Trend {
  /** How much more each day, by the straight line that fits best; less than 0 when it falls. In the unit of the field. */
  readonly perDay: number;
  readonly mean: number;
  /** ms since the epoch; of what was looked at */
  readonly from: number;
  readonly to: number;
  /** How many readings that were. */
  readonly count: number;
}

export interface Trended {
  readonly field: RuuviField;
  /** How far back it is looked, ms. */
  readonly windowMs: number;
  /** Weather and people come and go within a day: their ups and downs are taken together, ms. */
  readonly everyMs: number;
  /** What is shorter says nothing, ms. */
  readonly leastMs: number;
}

/** What tells of a tag itself rather than of where it is: a battery lives for years, a signal changes when somebody moves a shelf. */
export const TRENDED = {
  batteryVoltage: { field: 'batteryVoltage', windowMs: 30 * DAY_MS, everyMs: 6 * HOUR_MS, leastMs: DAY_MS },
  rssi: { field: 'rssi', windowMs: 2 * DAY_MS, everyMs: HOUR_MS, leastMs: 6 * HOUR_MS },
} as const satisfies Record<string, Trended>;

/**
 * The straight line that is nearest to the means of the buckets, by least squares, each bucket weighing as much as it has readings.
 *
 * @returns undefined of too few buckets, or too short a time
 */
export function trendOf(buckets: readonly Bucket[], { field, everyMs, leastMs }: Trended): Trend | undefined {
  const points = buckets.flatMap(({ time, fields: { [field]: statistics } }) => (statistics ? [{ time, ...statistics }] : []));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < FEWEST || last.time - first.time < leastMs) return undefined;
  const count = sumOf(points, (one) => one.count);
  const mean = sumOf(points, (one) => one.count * one.mean) / count;
  const middle = sumOf(points, (one) => one.count * one.time) / count;
  const together = sumOf(points, (one) => one.count * (one.time - middle) * (one.mean - mean));
  const spread = sumOf(points, (one) => one.count * (one.time - middle) ** 2);
  return { perDay: (together / spread) * DAY_MS, mean, from: first.time, to: last.time + everyMs, count };
}

type Point = Statistics & { readonly time: number };

function sumOf(points: readonly Point[], of: (point: Point) => number): number {
  return points.reduce((sum, point) => sum + of(point), 0);
}
