import type { ManufacturerData, ServiceData } from '../../sensors/radio.js';
import type { DBusSignal } from '../dbus/dbus.js';

/** What BlueZ says of one of its objects: the properties that are new or changed, or that the object went. */
export interface BluezChange {
  readonly path: string;
  readonly interface: string;
  /** Absent when the object went. */
  readonly properties?: ReadonlyMap<string, unknown>;
}

/**
 * Reads the three signals in which BlueZ tells everything: PropertiesChanged, InterfacesAdded and InterfacesRemoved.
 *
 * @returns nothing for any other signal, and for one that is not of the published shape
 * @see BlueZ, doc/org.bluez.Device.rst; D-Bus Specification, "Standard Interfaces"
 */
export function changesIn({ path, member, body }: DBusSignal): readonly BluezChange[] {
  switch (member) {
    case 'PropertiesChanged':
      return [{ path, interface: text(body[0]), properties: properties(body[1]) }];
    case 'InterfacesAdded':
      return pairs(body[1]).map(([name, values]) => ({ path: text(body[0]), interface: name, properties: properties(values) }));
    case 'InterfacesRemoved':
      return list(body[1]).map((name) => ({ path: text(body[0]), interface: text(name) }));
    default:
      return [];
  }
}

/**
 * The manufacturer data among a device's properties, by company id.
 *
 * @returns copies that keep no larger buffer alive; undefined where an entry is of another shape
 */
export function manufacturerData(value: unknown): readonly (ManufacturerData | undefined)[] {
  return list(value).map((entry) => {
    const [companyId, variant] = list(entry);
    const payload = unwrapped(variant);
    return typeof companyId === 'number' && payload instanceof Uint8Array
      ? { companyId, payload: Uint8Array.from(payload) }
      : undefined;
  });
}

/** A UUID of 16 bits as BlueZ writes it, among the 128 of the base UUID. */
const SHORT_UUID = /^0000([0-9a-f]{4})-0000-1000-8000-00805f9b34fb$/i;

/**
 * The data of services among a device's properties; of services with a longer UUID there is none.
 *
 * @returns copies that keep no larger buffer alive; undefined where an entry is of another shape
 */
export function serviceData(value: unknown): readonly (ServiceData | undefined)[] {
  return list(value).flatMap((entry) => {
    const [uuid, variant] = list(entry);
    const payload = unwrapped(variant);
    if (typeof uuid !== 'string' || !(payload instanceof Uint8Array)) return [undefined];
    const [, short] = SHORT_UUID.exec(uuid) ?? [];
    return short === undefined ? [] : [{ serviceUuid: Number.parseInt(short, 16), payload: Uint8Array.from(payload) }];
  });
}

/** A dictionary of variants. */
function properties(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(pairs(value).map(([name, variant]) => [name, unwrapped(variant)]));
}

function pairs(value: unknown): readonly [string, unknown][] {
  return list(value).map((entry) => {
    const [key, of] = list(entry);
    return [text(key), of];
  });
}

/** The library gives a variant as its type and a list of one value. */
export function unwrapped(variant: unknown): unknown {
  return list(list(variant)[1])[0];
}

/** What is no text may have no text for it either. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
