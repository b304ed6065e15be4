import { isIPv4, isIPv6 } from 'node:net';

/** An address as a number, so that every spelling of it is one. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

const MAPPED = 0xffffn;

/**
 * Reads an address. An IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) is the IPv4 address: that is whom a connection meets.
 *
 * @returns undefined for what is none, and for a zone id: an interface of this machine is not for others to name
 */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (isIPv4(text)) return { bits: 32, value: joined(text.split('.').map(Number), 8) };
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const value = joined(groups(text), 16);
  return value >> 32n === MAPPED ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}

/** As net.connect takes it, and as people write it. */
export function formatIpAddress({ bits, value }: IpAddress): string {
  if (bits === 32) return split(value, 8, 4).join('.');
  const colons = split(value, 16, 8).map((group) => group.toString(16));
  return new URL(`http://[${colons.join(':')}]`).hostname.slice(1, -1);
}

/** The eight groups of an IPv6 address; the URL parser writes each in hexadecimal and a dotted end as two groups. */
function groups(ipv6: string): number[] {
  const [head = [], tail] = new URL(`http://[${ipv6}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16))));
  if (!tail) return head;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function joined(parts: readonly number[], bitsEach: number): bigint {
  return parts.reduce((value, part) => (value << BigInt(bitsEach)) | BigInt(part), 0n);
}

function split(value: bigint, bitsEach: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Number(BigInt.asUintN(bitsEach, value >> BigInt(bitsEach * (count - 1 - at)))));
}
