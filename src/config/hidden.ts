import type { Config } from './schema.js';

const HIDDEN = '(hidden)';
const OF_RADIO = ['token', 'password', 'bearer'];

/** Whether this key of a radio is what nobody else is to see. */
export function isSecretOfRadio(key: string): boolean {
  return OF_RADIO.includes(key);
}

/** The configuration as it may be shown. */
export function hidden({ devices, sensors, destinations, mqtt, street, ...config }: Config): object {
  return {
    ...config,
    devices: { ...devices, radios: mapped(devices.radios, (radio) => without(radio, OF_RADIO)) },
    sensors: { ...sensors, keys: mapped(sensors.keys, () => HIDDEN) },
    ...(street && { street: without(street, ['clientSecret']) }),
    ...(mqtt && { mqtt: without(mqtt, ['password']) }),
    destinations: mapped(destinations, (destination) => without(destination, ['token'])),
  };
}

function without(settings: object, secrets: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, secrets.includes(key) ? HIDDEN : (value as unknown)]),
  );
}

function mapped<T>(record: Readonly<Record<string, T>>, map: (value: T) => unknown): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
