import { tagNameOf } from '../sensors/tag-reading.js';
import type { TagState, Topics } from './tag-state.js';

/** How Home Assistant shows a field. */
interface Shown {
  readonly name: string;
  readonly unit?: string;
  /** Only those that Home Assistant has had for years: one that it does not know makes it refuse the whole. */
  readonly deviceClass?: string;
  /** `measurement` unless given. */
  readonly stateClass?: 'measurement' | 'total_increasing';
  /** Shown in another unit, so many times smaller. */
  readonly dividedBy?: number;
  /** For whoever looks after the tag. */
  readonly isDiagnostic?: true;
  /** Few want to see it: it is there, and switched off. */
  readonly isOff?: true;
}

const angle = (axis: string): Shown => ({ name: `Acceleration angle from ${axis} axis`, unit: '°', isOff: true });
const particles = (size: string, deviceClass?: string): Shown => ({
  name: `PM${size}`,
  unit: 'µg/m³',
  ...(deviceClass === undefined ? {} : { deviceClass }),
});
const sound = (what: string): Shown => ({ name: `Sound ${what}`, unit: 'dBA', deviceClass: 'sound_pressure' });

/** @see Home Assistant, sensor entity, device classes */
const FIELDS: Readonly<Record<string, Shown>> = {
  temperature: { name: 'Temperature', unit: '°C', deviceClass: 'temperature' },
  humidity: { name: 'Humidity', unit: '%', deviceClass: 'humidity' },
  pressure: { name: 'Pressure', unit: 'hPa', deviceClass: 'atmospheric_pressure', dividedBy: 100 },
  batteryVoltage: { name: 'Battery voltage', unit: 'V', deviceClass: 'voltage', isDiagnostic: true },
  rssi: { name: 'Signal strength', unit: 'dBm', deviceClass: 'signal_strength', isDiagnostic: true },
  txPower: { name: 'Transmission power', unit: 'dBm', deviceClass: 'signal_strength', isDiagnostic: true, isOff: true },
  movementCounter: { name: 'Movement counter', stateClass: 'total_increasing' },
  measurementSequenceNumber: { name: 'Measurement sequence number', isDiagnostic: true, isOff: true },
  accelerationX: { name: 'Acceleration X', unit: 'g' },
  accelerationY: { name: 'Acceleration Y', unit: 'g' },
  accelerationZ: { name: 'Acceleration Z', unit: 'g' },
  accelerationTotal: { name: 'Acceleration', unit: 'g' },
  accelerationAngleFromX: angle('X'),
  accelerationAngleFromY: angle('Y'),
  accelerationAngleFromZ: angle('Z'),
  dewPoint: { name: 'Dew point', unit: '°C', deviceClass: 'temperature' },
  absoluteHumidity: { name: 'Absolute humidity', unit: 'g/m³' },
  equilibriumVaporPressure: { name: 'Equilibrium vapor pressure', unit: 'hPa', deviceClass: 'pressure', dividedBy: 100 },
  vaporPressureDeficit: { name: 'Vapor pressure deficit', unit: 'hPa', deviceClass: 'pressure', dividedBy: 100 },
  airDensity: { name: 'Air density', unit: 'kg/m³' },
  pm1p0: particles('1', 'pm1'),
  pm2p5: particles('2.5', 'pm25'),
  pm4p0: particles('4'),
  pm10p0: particles('10', 'pm10'),
  co2: { name: 'Carbon dioxide', unit: 'ppm', deviceClass: 'carbon_dioxide' },
  voc: { name: 'VOC index' },
  nox: { name: 'NOx index' },
  illuminance: { name: 'Illuminance', unit: 'lx', deviceClass: 'illuminance' },
  airQualityIndex: { name: 'Air quality score' },
  soundInstant: sound('level'),
  soundAverage: sound('average'),
  soundPeak: sound('peak'),
};

export interface DiscoveryOptions {
  /** `homeassistant` */
  readonly prefix: string;
  readonly gateway: string;
  readonly topics: Topics;
  /** After which a tag that says nothing is not available, s. */
  readonly expireAfterS: number;
}

/** The fields of a state that Home Assistant can show. */
export function shownFields(state: TagState): readonly string[] {
  return Object.keys(state).filter((field) => Object.hasOwn(FIELDS, field));
}

/** Where Home Assistant may have been told of a tag, whatever it measures. */
export function discoveryTopics(mac: string, options: Pick<DiscoveryOptions, 'prefix' | 'gateway'>): readonly string[] {
  return Object.keys(FIELDS).map((field) => configTopic(options.prefix, uniqueIdOf(options.gateway, mac, field)));
}

function uniqueIdOf(gateway: string, mac: string, field: string): string {
  return `umec_${gateway}_${tagNameOf(mac)}_${field}`.replace(/[^A-Za-z0-9_-]/g, '_');
}

function configTopic(prefix: string, uniqueId: string): string {
  return `${prefix}/sensor/${uniqueId}/config`;
}

/**
 * What tells Home Assistant of one field of one tag.
 *
 * @param field one of `shownFields`
 * @see Home Assistant, MQTT discovery; MQTT sensor
 */
export function discoveryOf(
  state: TagState,
  field: string,
  { prefix, gateway, topics, expireAfterS }: DiscoveryOptions,
): { readonly topic: string; readonly payload: string } {
  const {
    name,
    unit,
    deviceClass,
    stateClass = 'measurement',
    dividedBy,
    isDiagnostic,
    isOff,
  }: Shown = FIELDS[field] ?? { name: field };
  const mac = String(state.mac);
  const uniqueId = uniqueIdOf(gateway, mac, field);
  const config = {
    ...{ unique_id: uniqueId, name, state_topic: topics.state(mac), availability_topic: topics.availability },
    ...{ value_template: templateOf(field, dividedBy), state_class: stateClass, expire_after: expireAfterS },
    ...(unit === undefined ? {} : { unit_of_measurement: unit }),
    ...(deviceClass === undefined ? {} : { device_class: deviceClass }),
    ...(isDiagnostic ? { entity_category: 'diagnostic' } : {}),
    ...(isOff ? { enabled_by_default: false } : {}),
    device: deviceOf(state, mac),
    origin: { name: 'µMEC gateway' },
  };
  return { topic: configTopic(prefix, uniqueId), payload: JSON.stringify(config) };
}

/** A value that is not there now is unknown, and no fault in a log. */
function templateOf(field: string, dividedBy: number | undefined): string {
  if (dividedBy === undefined) return `{{ value_json.${field} | default(none) }}`;
  return `{{ (value_json.${field} / ${dividedBy}) | round(2) if value_json.${field} is defined else none }}`;
}

/** By its address it is one device, also where other gateways, or Home Assistant's own Bluetooth, know it too. */
function deviceOf({ name, dataFormat }: TagState, mac: string): object {
  const model = dataFormat === '6' || dataFormat === 'E1' ? 'Ruuvi Air' : 'RuuviTag';
  return {
    identifiers: [`ruuvi_${tagNameOf(mac)}`],
    connections: [['bluetooth', mac]],
    name: name ?? `${model} ${mac.slice(-5).replace(':', '')}`,
    ...{ manufacturer: 'Ruuvi Innovations', model },
  };
}
