import type { Bucket, Point, Statistics } from '../../src/sensors/history.js';
import { RUUVI_FIELDS, type RuuviField } from '../../src/sensors/ruuvi/reading.js';

/** What statistics are, in as few words as possible: of all points, in buckets of `every` ms. */
export function naiveStatistics(points: readonly Point[], every: number): Bucket[] {
  const groups = new Map<number, Point[]>();
  for (const point of [...points].sort((a, b) => a.time - b.time)) {
    const time = Math.floor(point.time / every) * every;
    groups.set(time, [...(groups.get(time) ?? []), point]);
  }
  return [...groups].map(([time, group]) => ({ time, fields: fieldsOf(group) })).filter(({ fields }) => fields !== EMPTY);
}

const EMPTY = {};

function fieldsOf(points: readonly Point[]): Bucket['fields'] {
  const fields = Object.keys(RUUVI_FIELDS).flatMap((field) => {
    const values = points.flatMap(({ fields }) => (field in fields ? [Number(fields[field])] : []));
    return values.length > 0 ? [[field, statisticsOf(values, field as RuuviField)] as const] : [];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : EMPTY;
}

function statisticsOf(values: readonly number[], field: RuuviField): Statistics {
  const { stepsPerUnit } = RUUVI_FIELDS[field];
  const steps = values.reduce((sum, value) => sum + Math.round(value * stepsPerUnit), 0);
  return {
    count: values.length,
    mean: steps / stepsPerUnit / values.length,
    min: Math.min(...values),
    max: Math.max(...values),
    first: values[0] ?? NaN,
    last: values.at(-1) ?? NaN,
  };
}

/** Means as far as floating point numbers agree; all else to the last bit. */
export function rounded(buckets: readonly Bucket[]): unknown {
  return buckets.map(({ time, fields }) => ({
    time,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { ...field, mean: Number(field.mean.toPrecision(10)) }]),
    ),
  }));
}
