import { RUUVI_FIELDS } from '../../sensors/ruuvi/reading.js';
import type { Schemas } from './mapping.js';

export const CSV = 'text/csv;charset=utf-8;header=present';
export const LINES = 'application/x-ndjson';

type Cell = string | number | boolean | undefined;
type Row = Readonly<Record<string, Cell>>;

/**
 * A table as comma-separated values.
 *
 * @see RFC 4180
 */
export function toCsv(columns: readonly string[], rows: readonly Row[]): Uint8Array {
  const lines = rows.map((row) => columns.map((column) => toField(row[column])));
  return Buffer.from([columns, ...lines].map((line) => `${line.join(',')}\r\n`).join(''));
}

/** One JSON object to a line. */
export function toLines(items: readonly object[]): Uint8Array {
  return Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
}

/** A text that a spreadsheet would run is told from one: names are what applications and neighbours choose. */
function toField(value: Cell = ''): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Who and when, before what was measured. */
const KEYS = ['time', 'mac', 'name', 'dataFormat', 'receiver'] as const;
const MEASURED = Object.keys(RUUVI_FIELDS);
/** In the order of the specification. */
export const VALUES: readonly string[] = [
  ...MEASURED,
  ...['calibrating', 'equilibriumVaporPressure', 'vaporPressureDeficit', 'absoluteHumidity', 'dewPoint', 'airDensity'],
  ...['accelerationTotal', 'accelerationAngleFromX', 'accelerationAngleFromY', 'accelerationAngleFromZ', 'airQualityIndex'],
];

export function readingsCsv(readings: readonly Schemas['Reading'][], fields: readonly string[] = VALUES): Uint8Array {
  const rows = readings.map(({ measured: _measured, ...row }) => row);
  return toCsv([...KEYS, ...fields], rows);
}

const STATISTICS = ['count', 'mean', 'min', 'max', 'first', 'last'] as const;

/** A column for each statistic of each field: `temperature_mean`. */
export function bucketsCsv(buckets: readonly Schemas['Bucket'][], fields: readonly string[] = MEASURED): Uint8Array {
  const columns = fields.flatMap((field) => STATISTICS.map((statistic) => ({ field, statistic, name: `${field}_${statistic}` })));
  const rows = buckets.map((bucket) => {
    const cells = columns.map(({ field, statistic, name }) => [name, bucket.fields[field]?.[statistic]] as const);
    return { time: bucket.time, ...Object.fromEntries(cells) };
  });
  return toCsv(['time', ...columns.map(({ name }) => name)], rows);
}

/** Tags and fields have no end of names: each is one column, of JSON. */
export function pointsCsv(points: readonly Schemas['Point'][]): Uint8Array {
  const rows = points.map(({ time, measurement, tags, fields }) => ({
    ...{ time, measurement },
    ...{ tags: JSON.stringify(tags), fields: JSON.stringify(fields) },
  }));
  return toCsv(['time', 'measurement', 'tags', 'fields'], rows);
}
