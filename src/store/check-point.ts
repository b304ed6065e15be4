import { GatewayError } from '../errors.js';
import type { FieldValue, Point } from '../sensors/history.js';
import { RUUVI_FIELDS, RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';

/** ms since the epoch that a Date can say, which is far less than what InfluxDB's ns can. */
const MAX_TIME = 8.64e15;
const CONTROL = /\p{Cc}/u;

/**
 * Refuses what InfluxDB would take for something else without a word: a name that ends in a backslash swallows what follows, a
 * measurement that begins with # is a comment, an empty tag is dropped, and a field of another type drops the point.
 *
 * @throws GatewayError `invalid` saying which part of the point cannot be kept
 */
export function checkPoint(point: Point): void {
  const { measurement, tags, time, fields } = point;
  checkName('measurement', measurement);
  if (measurement.startsWith('#')) throw refused(`measurement ${measurement} begins with #`);
  if (!Number.isInteger(time) || Math.abs(time) > MAX_TIME) throw refused(`time ${time} is no whole number of ms`);
  for (const [name, value] of Object.entries(tags)) {
    checkKey('tag', name);
    checkName(`value of tag ${name}`, value);
  }
  if (Object.keys(fields).length === 0) throw refused('a point without fields');
  for (const [name, value] of Object.entries(fields)) checkField(measurement, name, value);
}

function checkField(measurement: string, name: string, value: FieldValue): void {
  checkKey('field', name);
  if (typeof value !== 'number') return;
  if (!Number.isFinite(value)) throw refused(`field ${name} is ${value}`);
  if (isIntegerField(measurement, name) && !Number.isSafeInteger(value)) throw refused(`field ${name} is ${value}, not whole`);
}

/** Whether the field is an integer in InfluxDB: a field has one type for ever, there. */
export function isIntegerField(measurement: string, name: string): boolean {
  if (measurement !== RUUVI_MEASUREMENT || !Object.hasOwn(RUUVI_FIELDS, name)) return false;
  return RUUVI_FIELDS[name as keyof typeof RUUVI_FIELDS].integer;
}

/** InfluxDB drops a point with a tag, and a field, of the name that its own times have. */
function checkKey(what: string, name: string): void {
  checkName(what, name);
  if (name === 'time') throw refused(`${what} ${name} is InfluxDB's own name`);
}

function checkName(what: string, text: string): void {
  if (text === '') throw refused(`an empty ${what}`);
  if (text.endsWith('\\')) throw refused(`${what} ${text} ends with a backslash`);
  if (CONTROL.test(text)) throw refused(`${what} ${JSON.stringify(text)} holds a control character`);
  if (text === '__proto__') throw refused(`${what} ${text} is a word of ours`);
}

function refused(what: string): GatewayError {
  return new GatewayError('invalid', `cannot keep this point: ${what}`);
}
