import { formatIpAddress, parseIpAddress } from '../../ip-address.js';
import type { Networks } from '../../networks.js';

/** Who is at the other end of a connection, as far as that can be told before anything was said. */
export interface Client {
  /** What is counted as one client. */
  readonly key: string;
  /** Whether its requests are counted. */
  readonly isLimited: boolean;
}

const INTERFACE_BITS = 64n;

/**
 * One client per IPv4 address, and per /64 of IPv6: that is what one household, or one machine, is given (RFC 6177), and who has
 * it can take 2^64 addresses of it.
 *
 * @param remoteAddress as node:net has it; undefined when the connection has ended already
 * @param unlimited whose requests are not counted
 */
export function clientOf(remoteAddress: string | undefined, unlimited: Networks): Client {
  // an interface of this machine is no part of who the other is
  const address = parseIpAddress((remoteAddress ?? '').replace(/%.*/s, ''));
  if (!address) return { key: '', isLimited: true };
  const isLimited = !unlimited.allows(address);
  if (address.bits === 32) return { key: formatIpAddress(address), isLimited };
  const network = { ...address, value: (address.value >> INTERFACE_BITS) << INTERFACE_BITS };
  return { key: `${formatIpAddress(network)}/64`, isLimited };
}
