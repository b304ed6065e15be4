import type { DeviceConfiguration } from '../../device-configuration.js';
import { type Field, scaleOf } from '../../fields.js';

type Calibrations = NonNullable<DeviceConfiguration['calibration']>;
type Calibrated = keyof Calibrations;
type Text = 'name' | 'room' | 'description' | 'latitude' | 'longitude' | 'notes';

/** What stands in the form's fields, as text; an offset is in the unit that is shown. */
export type Typed = Readonly<Record<Text, string>> & { readonly offsets: Readonly<Partial<Record<Calibrated, string>>> };
/** What somebody has typed of it, and what it was when they began. */
export interface Draft {
  readonly etag: string | undefined;
  readonly typed: Partial<Typed>;
}

export const nothingTyped: Draft = { etag: undefined, typed: {} };

/** In the order of the specification. */
const CALIBRATED = new Set<string>([
  ...['temperature', 'humidity', 'pressure', 'accelerationX', 'accelerationY', 'accelerationZ', 'batteryVoltage'],
  ...['pm1p0', 'pm2p5', 'pm4p0', 'pm10p0', 'co2', 'voc', 'nox', 'illuminance'],
]);
export const canBeCalibrated = (field: Field): field is Calibrated => CALIBRATED.has(field);

/** Twelve digits, so that what was multiplied by 0.01 and back is what it was. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** What the form shows when nobody has typed anything. */
export function typedOf({ name = '', room = '', notes = '', place = {}, calibration = {} }: DeviceConfiguration): Typed {
  const offsets = (Object.keys(calibration) as Calibrated[]).flatMap((field) => {
    const how = calibration[field];
    return how?.method === 'OFFSET' ? [[field, String(tidy(how.offset * scaleOf(field)))] as const] : [];
  });
  const numbers = { latitude: textOf(place.latitude), longitude: textOf(place.longitude) };
  return { name, room, notes, description: place.description ?? '', ...numbers, offsets: Object.fromEntries(offsets) };
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** The configuration with what was typed; what the form does not show stays as it is. */
export function configurationWith(before: DeviceConfiguration, typed: Typed): DeviceConfiguration {
  const { name: _name, room: _room, notes: _notes, place, calibration, ...others } = before;
  const { description: _description, latitude: _latitude, longitude: _longitude, ...elsewhere } = place ?? {};
  const { name, room, notes, description, latitude, longitude } = typed;
  const where = { ...elsewhere, ...filled({ description, latitude: numberIn(latitude), longitude: numberIn(longitude) }) };
  const calibrated = calibrationWith(calibration ?? {}, typed.offsets);
  return {
    ...others,
    ...filled({ name, room, notes }),
    ...(Object.keys(where).length === 0 ? {} : { place: where }),
    ...(Object.keys(calibrated).length === 0 ? {} : { calibration: calibrated }),
  };
}

function calibrationWith(before: Calibrations, offsets: Typed['offsets']): Calibrations {
  const kept = Object.entries(before).filter(
    ([field, how]) => how.method !== 'OFFSET' && (offsets[field as Calibrated] ?? '') === '',
  );
  const given = (Object.keys(offsets) as Calibrated[]).flatMap((field) => {
    const offset = numberIn(offsets[field] ?? '');
    return offset === undefined || offset === 0 ? [] : [[field, { method: 'OFFSET', offset: tidy(offset / scaleOf(field)) }]];
  });
  // by field, as the specification has it
  return Object.fromEntries([...kept, ...given]) as Calibrations;
}

/** A field that somebody left empty is one that is not there. */
function filled<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(there) as { [K in keyof T]: Exclude<T[K], undefined> };
}

export const numberIn = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** What the tag said of a field: what is given, unless that is not what it said. */
export function saidOf(
  reading: { readonly measured?: Readonly<Partial<Record<Calibrated, number>>> },
  field: Calibrated,
): number | undefined {
  const given = (reading as Readonly<Partial<Record<Calibrated, number>>>)[field];
  return reading.measured?.[field] ?? given;
}
