import { formatIpAddress, parseIpAddress } from '../ip-address.js';
import { Networks } from '../networks.js';

/** Who is on this host. */
export interface Locality {
  /** @param address as a socket has it: `127.0.0.1`, `::ffff:10.42.0.7` */
  isHere(address: string): boolean;
}

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
/** What nearly every caller on this host has; the rest is worked out. */
const USUAL = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Here is whoever calls from an address of this machine, or from a network that belongs to it, such as that of its containers.
 *
 * @param networks such as 10.42.0.0/24
 * @param ownAddresses those of this machine at the moment
 */
export function locality(networks: readonly string[], ownAddresses: () => readonly string[]): Locality {
  const here = new Networks([...LOOPBACK, ...networks]);
  return {
    isHere(text) {
      if (USUAL.has(text)) return true;
      const address = parseIpAddress(text);
      return address !== undefined && (here.allows(address) || ownAddresses().includes(formatIpAddress(address)));
    },
  };
}
