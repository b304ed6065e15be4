import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { parseIpAddress } from '../../src/ip-address.js';
import { ownListeners } from '../../src/outgoing/own-listeners.js';

const machine = () => ['127.0.0.1', '::1', '192.168.1.20', 'fd00::20', 'fe80::20'];

const isOwn = (host: string, address: string, port = 8080): boolean | undefined => {
  const parsed = parseIpAddress(address);
  return parsed && ownListeners(() => [{ host, port: 8080 }], machine)(parsed, port);
};

describe('The gateway’s own listener', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '::ffff:127.0.0.1', true],
    ['127.0.0.1', '127.0.0.2', false],
    ['127.0.0.1', '0.0.0.0', true],
    ['127.0.0.1', '::', true],
    ['::1', '::1', true],
    ['::1', '127.0.0.1', false],
    ['192.168.1.20', '192.168.1.20', true],
    ['192.168.1.20', '127.0.0.1', false],
    ...['0.0.0.0', '::', 'gateway.local', 'localhost'].flatMap((host): [string, string, boolean][] => [
      [host, '127.0.0.1', true],
      [host, '127.9.9.9', true],
      [host, '::1', true],
      [host, '0.0.0.0', true],
      [host, '::', true],
      [host, '192.168.1.20', true],
      [host, 'fd00::20', true],
      [host, '192.168.1.21', false],
      [host, 'fd00::21', false],
    ]),
  ])('at %s is met at %s: %s', (host, address, expected) => {
    expect(isOwn(host, address)).toBe(expected);
  });

  it('is not met at another port', () => {
    expect(isOwn('0.0.0.0', '127.0.0.1', 8081)).toBe(false);
  });

  it('is known by the addresses that this machine has', () => {
    const own = ownListeners(() => [{ host: '::', port: 1 }]);
    for (const { address } of Object.values(networkInterfaces()).flatMap((all) => all ?? [])) {
      const parsed = parseIpAddress(address);
      expect(parsed && own(parsed, 1)).toBe(true);
    }
  });
});
