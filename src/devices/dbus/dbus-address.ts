import { GatewayError } from '../../errors.js';

const SYSTEM_BUS = 'unix:path=/run/dbus/system_bus_socket';

/** Where the system bus is, as its own tools look for it. */
export function systemBusAddress(env: NodeJS.ProcessEnv = process.env): string {
  return env.DBUS_SYSTEM_BUS_ADDRESS ?? SYSTEM_BUS;
}

/**
 * The socket behind a D-Bus address.
 *
 * @param address one or several, separated by semicolons: `unix:path=/run/dbus/system_bus_socket,guid=…`
 * @returns what `net.connect` takes as path of the first one that is a Unix socket
 * @throws GatewayError `invalid` when none is
 * @see D-Bus Specification, "Server Addresses"
 */
export function socketPath(address: string): string {
  for (const one of address.split(';').filter((candidate) => candidate.startsWith('unix:'))) {
    const values = new Map(one.slice('unix:'.length).split(',').map(keyAndValue));
    const path = values.get('path');
    if (path) return path;
    const abstract = values.get('abstract');
    if (abstract) return `\0${abstract}`;
  }
  throw new GatewayError('invalid', `the D-Bus address ${address} names no socket, expected ${SYSTEM_BUS} or the like`);
}

/** Values are percent-encoded; one that is not properly so is taken as it stands. */
function keyAndValue(pair: string): [string, string] {
  const [key = '', value = ''] = pair.split('=', 2);
  try {
    return [key, decodeURIComponent(value)];
  } catch {
    return [key, value];
  }
}
