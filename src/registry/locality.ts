import { BlockList, isIP } from 'node:net';

/** Who is on this host. */
export interface Locality {
  /** @param address as a socket has it: `127.0.0.1`, `::ffff:10.42.0.7` */
  isHere(address: string): boolean;
}

/**
 * Here is whoever calls from an address of this machine, or from a network that belongs to it, such as that of its containers.
 *
 * @param networks such as 10.42.0.0/24
 * @param ownAddresses those of this machine at the moment
 */
export function locality(networks: readonly string[], ownAddresses: () => readonly string[]): Locality {
  const here = new BlockList();
  for (const network of ['127.0.0.0/8', '::1/128', ...networks]) {
    const [address = '', prefix] = network.split('/');
    here.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return {
    isHere(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
      const family = isIP(plain);
      if (family === 0) return false;
      return here.check(plain, family === 6 ? 'ipv6' : 'ipv4') || ownAddresses().includes(plain);
    },
  };
}
