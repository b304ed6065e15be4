import { type IpAddress, parseIpAddress } from '../ip-address.js';
import { Networks } from '../networks.js';
import { ownAddresses } from '../own-addresses.js';

/** Whether a connection to this address and port would end at the gateway itself. */
export type IsOwn = (address: IpAddress, port: number) => boolean;

const loopback = new Networks(['127.0.0.0/8', '::1/128', '0.0.0.0/32', '::/128']);

/**
 * Recognises the gateway's own listeners at every address that this machine has at the time of asking. A service or a proxy in
 * front of it has an address of its own, which nobody here can know: the networks that are allowed should not hold it.
 *
 * @param listeners host as configured: an address, `0.0.0.0` or `::` for all, or a name, which is taken for all
 * @param machine the addresses of this machine's interfaces
 */
export function ownListeners(
  listeners: () => readonly { readonly host: string; readonly port: number }[],
  machine: () => readonly string[] = ownAddresses,
): IsOwn {
  return (address, port) =>
    listeners().some((listener) => {
      if (listener.port !== port) return false;
      const host = parseIpAddress(listener.host);
      // to connect to "no address" is to connect to this machine
      if (host && host.value !== 0n && address.value !== 0n) return isSame(host, address);
      return loopback.allows(address) || machine().some((own) => isSame(parseIpAddress(own), address));
    });
}

function isSame(one: IpAddress | undefined, other: IpAddress): boolean {
  return one?.bits === other.bits && one.value === other.value;
}
