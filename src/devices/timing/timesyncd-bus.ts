import { GatewayError } from '../../errors.js';
import { askBus, busProperty, type BusQuestion } from '../dbus/ask-bus.js';
import { DBusError, type DBusConnection } from '../dbus/dbus.js';
import type { TimesyncdSettings } from './timesyncd-conf.js';

const TIMESYNC = {
  destination: 'org.freedesktop.timesync1',
  path: '/org/freedesktop/timesync1',
  interface: 'org.freedesktop.timesync1.Manager',
};

/**
 * What a running timesyncd says itself, which is more than its files do: servers that came by DHCP, and those it was
 * compiled with, of which a Raspberry Pi OS as installed has no others.
 *
 * @returns undefined when timesyncd is not running; it is not started for the question
 * @throws GatewayError `unavailable` or `timeout` when there is no bus, or timesyncd does not answer
 * @see org.freedesktop.timesync1(5)
 */
export function askTimesyncd(bus: Omit<BusQuestion<unknown>, 'ask'>): Promise<TimesyncdSettings | undefined> {
  return askBus({
    ...bus,
    ask: async (connection) => ((await connection.ownerOf(TIMESYNC.destination)) ? settings(connection) : undefined),
  });
}

async function settings(bus: DBusConnection): Promise<TimesyncdSettings> {
  const [system, runtime, link, fallbackNtp, pollIntervalMin, pollIntervalMax] = await Promise.all([
    strings(bus, 'SystemNTPServers'),
    strings(bus, 'RuntimeNTPServers'),
    strings(bus, 'LinkNTPServers'),
    strings(bus, 'FallbackNTPServers'),
    seconds(bus, 'PollIntervalMinUSec'),
    seconds(bus, 'PollIntervalMaxUSec'),
  ]);
  return { ntp: [...system, ...runtime, ...link], fallbackNtp, pollIntervalMin, pollIntervalMax };
}

/** None where this version of timesyncd does not have the property yet. */
async function strings(bus: DBusConnection, name: string): Promise<readonly string[]> {
  try {
    const value = await busProperty(bus, TIMESYNC, name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch (thrown) {
    if (thrown instanceof DBusError) return [];
    throw thrown;
  }
}

async function seconds(bus: DBusConnection, name: string): Promise<number> {
  const microseconds = await busProperty(bus, TIMESYNC, name);
  if (typeof microseconds === 'number' && microseconds > 0) return microseconds / 1_000_000;
  throw new GatewayError('unavailable', `timesyncd says no ${name}`);
}
