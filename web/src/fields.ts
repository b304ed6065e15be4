import type { components } from '../../generated/sensors.js';
import type { Reading } from './tags.js';
import { texts } from './texts/index.js';

export type MeasuredField = components['schemas']['MeasuredField'];

interface Manner {
  /** Of what is shown. */
  readonly unit: string;
  readonly digits: number;
  /** What is shown of what the gateway says. */
  readonly scale?: number;
}

/** How each value is shown, in the order in which they are. */
export const FIELDS = {
  temperature: { unit: '°C', digits: 2 },
  humidity: { unit: '% RH', digits: 1 },
  pressure: { unit: 'hPa', digits: 1, scale: 0.01 },
  co2: { unit: 'ppm', digits: 0 },
  pm1p0: { unit: 'µg/m³', digits: 1 },
  pm2p5: { unit: 'µg/m³', digits: 1 },
  pm4p0: { unit: 'µg/m³', digits: 1 },
  pm10p0: { unit: 'µg/m³', digits: 1 },
  voc: { unit: '', digits: 0 },
  nox: { unit: '', digits: 0 },
  illuminance: { unit: 'lx', digits: 0 },
  airQualityIndex: { unit: '', digits: 0 },
  dewPoint: { unit: '°C', digits: 1 },
  absoluteHumidity: { unit: 'g/m³', digits: 1 },
  equilibriumVaporPressure: { unit: 'hPa', digits: 1, scale: 0.01 },
  vaporPressureDeficit: { unit: 'hPa', digits: 1, scale: 0.01 },
  airDensity: { unit: 'kg/m³', digits: 3 },
  accelerationX: { unit: 'g', digits: 3 },
  accelerationY: { unit: 'g', digits: 3 },
  accelerationZ: { unit: 'g', digits: 3 },
  accelerationTotal: { unit: 'g', digits: 3 },
  accelerationAngleFromX: { unit: '°', digits: 1 },
  accelerationAngleFromY: { unit: '°', digits: 1 },
  accelerationAngleFromZ: { unit: '°', digits: 1 },
  movementCounter: { unit: '', digits: 0 },
  measurementSequenceNumber: { unit: '', digits: 0 },
  batteryVoltage: { unit: 'V', digits: 2 },
  txPower: { unit: 'dBm', digits: 0 },
  rssi: { unit: 'dBm', digits: 0 },
} as const satisfies Record<string, Manner>;

export type Field = keyof typeof FIELDS;

/** What the weather is, indoors or out: what a tag is there for. */
export const AIR = ['temperature', 'humidity', 'pressure', 'co2', 'pm2p5', 'voc', 'nox', 'illuminance'] as const;

const NAMES = Object.keys(FIELDS) as readonly Field[];
const DERIVED: ReadonlySet<Field> = new Set<Field>([
  'airQualityIndex',
  'dewPoint',
  'absoluteHumidity',
  'equilibriumVaporPressure',
  'vaporPressureDeficit',
  'airDensity',
  'accelerationTotal',
  'accelerationAngleFromX',
  'accelerationAngleFromY',
  'accelerationAngleFromZ',
]);

const manner = (field: Field): Manner => FIELDS[field];

/** What a tag says, and what follows from it. */
export const fieldsOf = (reading: Reading): readonly Field[] => NAMES.filter((field) => reading[field] !== undefined);

/** What a tag says itself, of which there is history by time. */
export const measuredOf = (reading: Reading): readonly MeasuredField[] => fieldsOf(reading).filter(isMeasured);

const isMeasured = (field: Field): field is MeasuredField => !DERIVED.has(field);

/** @param value in the gateway's unit. @returns in the unit that is shown, without it */
export function numberOf(field: Field, value: number): string {
  const { digits, scale = 1 } = manner(field);
  return (value * scale).toFixed(digits);
}

/** @param value in the gateway's unit. @returns as it is shown, with its unit */
export const withUnit = (field: Field, value: number): string => `${numberOf(field, value)} ${FIELDS[field].unit}`.trimEnd();

/** A value's name, with its unit where it has one. */
export function headingOf(field: Field): string {
  const { unit } = FIELDS[field];
  return unit === '' ? texts.fields[field] : `${texts.fields[field]}, ${unit}`;
}

/** What is shown of what the gateway says. */
export const scaleOf = (field: Field): number => manner(field).scale ?? 1;
