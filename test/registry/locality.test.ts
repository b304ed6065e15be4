import { describe, expect, it } from '@jest/globals';
import { ownAddresses } from '../../src/own-addresses.js';
import { locality } from '../../src/registry/locality.js';

describe('Whoever calls from', () => {
  const here = locality(['10.42.0.0/24', 'fd12:3456::/48'], () => ['192.168.1.20', '2001:db8::20']);

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.0.0.9', 'another address of loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback, as a socket for both kinds of addresses has it'],
    ['192.168.1.20', 'an address of this machine'],
    ['::ffff:192.168.1.20', 'an address of this machine, within IPv6'],
    ['2001:db8::20', 'an address of this machine'],
    ['2001:0db8:0:0::20', 'an address of this machine, spelled at length'],
    ['10.42.0.7', 'a container'],
    ['::ffff:10.42.0.7', 'a container, within IPv6'],
    ['fd12:3456:0:1::7', 'a container'],
  ])('%s (%s) is on this host', (address) => {
    expect(here.isHere(address)).toBe(true);
  });

  it.each([
    ['192.168.1.21', 'a neighbour'],
    ['::ffff:192.168.1.21', 'a neighbour, within IPv6'],
    ['10.42.1.7', 'a network beside that of the containers'],
    ['2001:db8::21', 'a neighbour'],
    ['128.0.0.1', 'far away'],
    ['::2', 'nobody'],
    ['', 'a socket that has gone'],
    ['lens-1', 'no address'],
  ])('%s (%s) is not', (address) => {
    expect(here.isHere(address)).toBe(false);
  });

  it('an address that this machine has only now is on this host now', () => {
    const addresses: string[] = [];
    const moving = locality([], () => addresses);
    expect(moving.isHere('192.168.1.30')).toBe(false);
    addresses.push('192.168.1.30');
    expect(moving.isHere('192.168.1.30')).toBe(true);
  });

  it('any of the addresses that the operating system tells is on this host', () => {
    const actual = locality([], ownAddresses);
    for (const address of ownAddresses()) expect([address, actual.isHere(address)]).toEqual([address, true]);
  });
});
