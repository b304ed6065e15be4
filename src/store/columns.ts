import type { FieldValue, Point } from '../sensors/history.js';
import { RUUVI_FIELDS, RUUVI_MEASUREMENT, type RuuviField } from '../sensors/ruuvi/reading.js';
import type { SqlRow, SqlValue } from './sqlite.js';

/** The columns that hold steps of a Ruuvi field; what does not fit in them is in `fields`, as JSON. */
export const STEP_COLUMNS = Object.keys(RUUVI_FIELDS) as readonly RuuviField[];

/**
 * A point's fields as they are kept: the tag's own whole numbers for a Ruuvi reading (a third of the space of text or REAL),
 * JSON for everything else, also for a calibrated value that is no whole number of steps: nothing is rounded away.
 *
 * @returns one value for each of `STEP_COLUMNS`, then `fields`
 */
export function toColumns({ measurement, fields }: Pick<Point, 'measurement' | 'fields'>): SqlValue[] {
  if (measurement !== RUUVI_MEASUREMENT) return [...STEP_COLUMNS.map(() => null), JSON.stringify(fields)];
  const steps = STEP_COLUMNS.map((field) => wholeSteps(field, fields[field]));
  const rest = Object.entries(fields).filter(([name]) => (steps[STEP_COLUMNS.indexOf(name as RuuviField)] ?? null) === null);
  return [...steps, rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : null];
}

/** The fields of a row that `toColumns` made. */
export function toFields(row: SqlRow): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const field of STEP_COLUMNS) {
    const steps = row[field];
    if (typeof steps === 'number') fields[field] = steps / RUUVI_FIELDS[field].stepsPerUnit;
  }
  return typeof row.fields === 'string' ? { ...fields, ...(JSON.parse(row.fields) as typeof fields) } : fields;
}

/** Dividing the whole number again must give the very same value, or it is not kept as a whole number. */
function wholeSteps(field: RuuviField, value: FieldValue | undefined): number | null {
  if (typeof value !== 'number') return null;
  const { stepsPerUnit } = RUUVI_FIELDS[field];
  const steps = Math.round(value * stepsPerUnit);
  return Number.isSafeInteger(steps) && steps / stepsPerUnit === value ? steps : null;
}
