import { describe, expect, it } from '@jest/globals';
import { socketPath, systemBusAddress } from '../../../src/devices/dbus/dbus-address.js';

describe('A D-Bus address', () => {
  it.each([
    ['unix:path=/run/dbus/system_bus_socket', '/run/dbus/system_bus_socket'],
    ['unix:path=/tmp/a%20b,guid=00112233', '/tmp/a b'],
    ['unix:guid=00112233,path=/tmp/bus', '/tmp/bus'],
    ['unix:abstract=/tmp/dbus-x', '\0/tmp/dbus-x'],
    ['tcp:host=localhost,port=1;unix:path=/tmp/bus', '/tmp/bus'],
    ['unix:path=/tmp/50%', '/tmp/50%'],
  ])('%s is a socket', (address, path) => expect(socketPath(address)).toBe(path));

  it.each(['', 'system', 'tcp:host=localhost,port=1', 'unix:', 'unix:path='])('%s is none', (address) => {
    expect(() => socketPath(address)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('is the one of the environment, or where all Linux systems have it', () => {
    expect(systemBusAddress({ DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/tmp/bus' })).toBe('unix:path=/tmp/bus');
    expect(systemBusAddress({})).toBe('unix:path=/run/dbus/system_bus_socket');
  });
});
