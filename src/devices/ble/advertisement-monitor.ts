import type { DBusAnswer, DBusCalled } from '../dbus/dbus.js';

/** Where bluetoothd finds what it is to listen for. */
export const MONITORS = '/umec/monitors';
const MONITOR = `${MONITORS}/ruuvi`;
const INTERFACE = 'org.bluez.AdvertisementMonitor1';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** Where it begins, the type of the structure, and its first bytes: Ruuvi's company id, and the UUID of Eddystone. */
const PATTERNS = [
  [0, 0xff, [0x99, 0x04]],
  [0, 0x16, [0xaa, 0xfe]],
];
const VALUES: readonly (readonly [string, readonly [string, unknown]])[] = [
  ['Type', ['s', 'or_patterns']],
  ['Patterns', ['a(yyay)', PATTERNS]],
];

/**
 * What the gateway says to bluetoothd about the advertisements that it wants: those of Ruuvi. As long as nobody asks for more, it
 * has the adapter listen only, which costs tags no battery, since none is asked to answer.
 *
 * @param released called when bluetoothd says that it does not listen, because the kernel or the adapter cannot
 * @returns undefined for a call of what there is not
 * @see BlueZ, doc/org.bluez.AdvertisementMonitor.rst and doc/org.bluez.AdvertisementMonitorManager.rst
 */
export function answerOfMonitor(call: DBusCalled, released: () => void): DBusAnswer | undefined {
  const { path, interface: iface, member } = call;
  if (path === MONITORS && member === 'GetManagedObjects')
    return { signature: 'a{oa{sa{sv}}}', body: [[[MONITOR, [[INTERFACE, VALUES]]]]] };
  if (path !== MONITOR) return undefined;
  if (iface === PROPERTIES) return propertiesAsked(call);
  if (iface !== INTERFACE || !METHODS.has(member)) return undefined;
  if (member === 'Release') released();
  return {};
}

/** Which devices come and go shows in the properties of the devices. */
const METHODS = new Set(['Activate', 'Release', 'DeviceFound', 'DeviceLost']);

function propertiesAsked({ member, body }: DBusCalled): DBusAnswer | undefined {
  if (member === 'GetAll') return { signature: 'a{sv}', body: [VALUES] };
  const value = member === 'Get' ? VALUES.find(([name]) => name === body[1])?.[1] : undefined;
  return value && { signature: 'v', body: [value] };
}
