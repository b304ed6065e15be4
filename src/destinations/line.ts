import { Point as LinePoint } from '@influxdata/influxdb-client';
import type { FieldValue, Point } from '../sensors/history.js';
import { adjust } from '../sensors/adjustment.js';
import { derive } from '../sensors/derived.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { isIntegerField } from '../store/check-point.js';

/**
 * A point in InfluxDB's line protocol, as it is given, with what is derived from a Ruuvi reading: a function of the row and nothing
 * else, so that sending it twice changes nothing. The client escapes it and sorts its tags. A field has the same type each time, or InfluxDB drops the point: numbers are floats,
 * save the integer fields of Ruuvi readings.
 */
export function toLinePoint({ measurement, tags, time, fields: kept, adjustment }: Point): LinePoint {
  const fields = adjustment ? adjust(kept, adjustment).values : kept;
  const line = new LinePoint(measurement).timestamp(time);
  for (const [name, value] of Object.entries(tags)) line.tag(name, value);
  for (const [name, value] of Object.entries(fields)) addField(line, name, value, isIntegerField(measurement, name));
  if (measurement === RUUVI_MEASUREMENT) for (const [name, value] of Object.entries(derive(fields))) line.floatField(name, value);
  return line;
}

function addField(line: LinePoint, name: string, value: FieldValue, integer: boolean): void {
  if (typeof value === 'boolean') line.booleanField(name, value);
  else if (typeof value === 'string') line.stringField(name, value);
  else if (integer) line.intField(name, value);
  else line.floatField(name, value);
}
