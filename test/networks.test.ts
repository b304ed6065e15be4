import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatIpAddress, parseIpAddress } from '../src/ip-address.js';
import { isNetwork, Networks } from '../src/networks.js';

const allows = (cidrs: readonly string[], text: string): boolean => {
  const address = parseIpAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return new Networks(cidrs).allows(address);
};

describe('An IP address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['FD00:0:0::A', 'fd00::a'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1::', '1::'],
    ['::1.2.3.4', '::102:304'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['::FFFF:7f00:1', '127.0.0.1'],
    ['0:0:0:0:0:ffff:7f00:0001', '127.0.0.1'],
    ['0000:0000:0000:0000:0000:ffff:10.0.0.1', '10.0.0.1'],
  ])('%s is %s', (text, same) => {
    const address = parseIpAddress(text);
    expect(address && formatIpAddress(address)).toBe(same);
  });

  it.each([
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '0x7f.0.0.1',
    'fe80::1%eth0',
    '[::1]',
    '::1::',
    ' ::1',
    '1.2.3.4 ',
  ])('is not %j', (text) => {
    expect(parseIpAddress(text)).toBeUndefined();
  });

  it('is the same number however it is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseIpAddress(text);
        expect(parseIpAddress(formatIpAddress(address ?? { bits: 32, value: -1n }))).toEqual(address);
      }),
    );
  });
});

describe('The networks that are allowed', () => {
  it.each([
    ['10.42.0.0/16', '10.42.0.0', true],
    ['10.42.0.0/16', '10.42.255.255', true],
    ['10.42.0.0/16', '::ffff:10.42.3.4', true],
    ['10.42.0.0/16', '10.43.0.0', false],
    ['10.42.0.0/16', '10.41.255.255', false],
    ['10.42.0.0/16', '::a2a:304', false],
    ['10.42.0.7/32', '10.42.0.7', true],
    ['10.42.0.7/32', '10.42.0.6', false],
    ['0.0.0.0/0', '192.0.2.1', true],
    ['0.0.0.0/0', '::ffff:192.0.2.1', true],
    ['0.0.0.0/0', 'fd00::1', false],
    ['128.0.0.0/1', '127.255.255.255', false],
    ['128.0.0.0/1', '192.0.2.1', true],
    ['fd12:3456::/48', 'fd12:3456:0:1::1', true],
    ['fd12:3456::/48', 'fd12:3456:1::1', false],
    ['fd00::1/128', 'fd00::1', true],
    ['fd00::1/128', 'fd00::2', false],
    ['::/0', '2001:db8::1', true],
    ['::/0', '192.0.2.1', false],
    ['::/0', '::ffff:192.0.2.1', false],
  ])('%s: %s is allowed: %s', (cidr, address, expected) => {
    expect(allows([cidr], address)).toBe(expected);
  });

  it.each(['127.0.0.1', '0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255', '::ffff:127.0.0.1'])(
    '0.0.0.0/0 does not open %s',
    (address) => {
      expect(allows(['0.0.0.0/0'], address)).toBe(false);
    },
  );

  it.each(['::', '::1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', 'fe80::1', 'ff02::1'])(
    '::/0 does not open %s',
    (address) => {
      expect(allows(['::/0'], address)).toBe(false);
    },
  );

  it.each([
    ['127.0.0.2/32', '127.0.0.2'],
    ['127.0.0.0/8', '127.0.0.1'],
    ['169.254.1.0/24', '169.254.1.9'],
    ['::1/128', '::1'],
    ['fe80::/64', 'fe80::1'],
  ])('%s opens %s by name', (cidr, address) => {
    expect(allows([cidr], address)).toBe(true);
    expect(allows(['0.0.0.0/0', '::/0', cidr], address)).toBe(true);
  });

  it('are none when none is named', () => {
    expect(['127.0.0.1', '10.0.0.1', '8.8.8.8', '::1'].map((address) => allows([], address))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['', /"" is no network: expected a network such as 10\.42\.0\.0\/16/],
    ['10.0.0.0', /is no network/],
    ['10.0.0.0/', /is no network/],
    ['10.0.0.0/33', /is no network/],
    ['10.0.0.0/08', /is no network/],
    ['10.0.0.0/-1', /is no network/],
    ['10.0.0.0/8 ', /is no network/],
    ['10.0.0/8', /is no network/],
    ['localhost/8', /is no network/],
    ['fd00::/129', /is no network/],
    ['fe80::1%eth0/128', /is no network/],
    ['[fd00::]/8', /is no network/],
    ['::ffff:10.0.0.0/104', /IPv4 within IPv6/],
    ['::ffff:10.0.0.0/24', /IPv4 within IPv6/],
    ['10.0.0.1/8', /expected 10\.0\.0\.0\/8 or a longer prefix/],
    ['fd00::1/8', /expected fd00::\/8 or a longer prefix/],
  ])('are not %j', (text, problem) => {
    expect(() => new Networks([text])).toThrow(problem);
    expect(isNetwork(text)).toBe(false);
  });

  it.each(['10.42.0.0/16', '0.0.0.0/0', '::/0', 'FD00::/8', '1.2.3.4/32'])('may be %s', (text) => {
    expect(isNetwork(text)).toBe(true);
  });
});
