import type { DeviceConfiguration } from '../registry/device-records.js';
import { GatewayError } from '../errors.js';
import type { RuuviField } from './ruuvi/reading.js';

/** What a tag said, times `gain`, plus `offset`, rounded to `decimals`. */
export interface FieldAdjustment {
  readonly gain: number;
  /** In the unit of the field. */
  readonly offset: number;
  readonly decimals?: number;
}

/**
 * How what a tag said becomes what is given, by field. It is fixed in the row of a reading: what was taken before a calibration
 * stays as it was.
 */
export type Adjustment = Readonly<Partial<Record<AdjustableField, FieldAdjustment>>>;

/** What can be adjusted, and the bounds within which it then stays, which are those of the specification. */
export const ADJUSTABLE = {
  temperature: [-164, 164],
  humidity: [0, 164],
  pressure: [50_000, 115_535],
  accelerationX: [-33, 33],
  accelerationY: [-33, 33],
  accelerationZ: [-33, 33],
  batteryVoltage: [0, 66],
  pm1p0: [0, 6_554],
  pm2p5: [0, 6_554],
  pm4p0: [0, 6_554],
  pm10p0: [0, 6_554],
  co2: [0, 65_535],
  voc: [0, 511],
  nox: [0, 511],
  illuminance: [0, 167_773],
} as const satisfies Partial<Record<RuuviField, readonly [least: number, most: number]>>;

export type AdjustableField = keyof typeof ADJUSTABLE;

const FIELDS = Object.keys(ADJUSTABLE) as readonly AdjustableField[];
const STEEPEST = 10;

type Calibration = NonNullable<NonNullable<DeviceConfiguration['calibration']>[AdjustableField]>;

/**
 * What calibration and precision come to, undefined when nothing is to be adjusted.
 *
 * @throws GatewayError `invalid` for two points that make no line
 */
export function adjustmentOf({ calibration = {}, precision = {} }: DeviceConfiguration): Adjustment | undefined {
  const adjusted = FIELDS.flatMap((field) => {
    const [calibrated, decimals] = [calibration[field], precision[field]];
    if (!calibrated && decimals === undefined) return [];
    const line = calibrated ? lineOf(field, calibrated) : { gain: 1, offset: 0 };
    return [[field, Object.freeze({ ...line, ...(decimals === undefined ? {} : { decimals }) })] as const];
  });
  return adjusted.length === 0 ? undefined : Object.freeze(Object.fromEntries(adjusted));
}

function lineOf(field: string, calibration: Calibration): FieldAdjustment {
  if (calibration.method === 'OFFSET') return { gain: 1, offset: calibration.offset };
  const { low, high } = calibration;
  const gain = (high.actual - low.actual) / (high.measured - low.measured);
  if (!(gain >= 1 / STEEPEST && gain <= STEEPEST))
    throw new GatewayError(
      'invalid',
      `calibration.${field}: from ${low.measured} to ${high.measured} measured, and ${low.actual} to ${high.actual} actual, ` +
        'expected a line that is 0.1 to 10 times as steep',
    );
  return { gain, offset: low.actual - gain * low.measured };
}

/** What a tag said as it is given. */
export function adjusted(field: AdjustableField, value: number, { gain, offset, decimals = DECIMALS }: FieldAdjustment): number {
  const [least, most] = ADJUSTABLE[field];
  const scale = 10 ** decimals;
  // what is added and multiplied in binary has a tail of digits that nobody has measured
  return Math.min(most, Math.max(least, Math.round((value * gain + offset) * scale) / scale));
}

const DECIMALS = 6;

/**
 * The fields of a reading as they are given.
 *
 * @returns `values`, and of those that have changed what the tag `measured`
 */
export function adjust<F extends object>(
  fields: F,
  adjustment: Adjustment,
): { readonly values: F; readonly measured?: Readonly<Partial<Record<AdjustableField, number>>> } {
  const said = fields as Readonly<Record<string, unknown>>;
  const values: Partial<Record<AdjustableField, number>> = {};
  const measured: Partial<Record<AdjustableField, number>> = {};
  for (const [field, how] of Object.entries(adjustment) as [AdjustableField, FieldAdjustment][]) {
    const before = said[field];
    if (typeof before !== 'number') continue;
    const value = adjusted(field, before, how);
    if (value === before) continue;
    values[field] = value;
    measured[field] = before;
  }
  return { values: { ...fields, ...values }, ...(Object.keys(measured).length === 0 ? {} : { measured }) };
}
