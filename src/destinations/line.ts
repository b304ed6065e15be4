import { Point as LinePoint } from '@influxdata/influxdb-client';
import { GatewayError } from '../errors.js';
import type { FieldValue, Point } from '../sensors/history.js';
import { adjust } from '../sensors/adjustment.js';
import { derive } from '../sensors/derived.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { isIntegerField } from '../store/check-point.js';

type Names = Readonly<Record<string, string>>;

/** How a destination is to be written to. */
export interface Dialect {
  /** VictoriaMetrics knows numbers alone: it takes text for 0. */
  readonly numbersOnly?: boolean;
  /** New names, by those that we have. */
  readonly rename?: { readonly measurements?: Names; readonly fields?: Names; readonly tags?: Names };
}

const AS_IT_IS: Dialect = {};
/** Times are ms since the epoch, and stay that. */
const SETTINGS = { convertTime: String };

/**
 * A point in InfluxDB's line protocol, as it is given, with what is derived from a Ruuvi reading: a function of the row and the
 * destination's configuration and nothing else, so that sending it twice changes nothing. The client library escapes it and sorts
 * its tags. A field has the same type each time, or InfluxDB drops the point: numbers are floats, save the integer fields of Ruuvi
 * readings.
 *
 * @returns undefined when there is nothing in it that the destination understands
 * @throws GatewayError `invalid` for a name of the point that another name is changed to: two would become one
 */
export function toLine(point: Point, { numbersOnly = false, rename = {} }: Dialect = AS_IT_IS): string | undefined {
  const { measurement, tags, time, fields: kept, adjustment } = point;
  const fields = adjustment ? adjust(kept, adjustment).values : kept;
  const line = new LinePoint(renamed('measurement', measurement, rename.measurements)).timestamp(time);
  for (const [name, value] of Object.entries(tags)) line.tag(renamed('tag', name, rename.tags), value);
  for (const [name, value] of Object.entries(fields)) {
    if (numbersOnly && typeof value !== 'number') continue;
    addField(line, renamed('field', name, rename.fields), value, isIntegerField(measurement, name));
  }
  if (measurement === RUUVI_MEASUREMENT)
    for (const [name, value] of Object.entries(derive(fields))) line.floatField(renamed('field', name, rename.fields), value);
  return line.toLineProtocol(SETTINGS);
}

function renamed(what: string, name: string, names: Names | undefined): string {
  if (!names) return name;
  if (Object.hasOwn(names, name)) return names[name] ?? name;
  const other = Object.entries(names).find(([, to]) => to === name);
  if (!other) return name;
  throw new GatewayError('invalid', `the ${what} ${name} is called as the configuration renames ${other[0]}: rename it too`);
}

function addField(line: LinePoint, name: string, value: FieldValue, integer: boolean): void {
  if (typeof value === 'boolean') line.booleanField(name, value);
  else if (typeof value === 'string') line.stringField(name, value);
  else if (integer) line.intField(name, value);
  else line.floatField(name, value);
}
