import { hostname } from 'node:os';
import { isIP } from 'node:net';
import { formatIpAddress, parseIpAddress } from '../../ip-address.js';
import { ownAddresses } from '../../own-addresses.js';

/** What a name may look like in a certificate of ours. */
export const HOST_NAME =
  /^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*$/;
const MOST = 128;
const ALWAYS = ['localhost', '127.0.0.1', '::1'];

/** Of the machine, as they are at the moment. */
export interface Machine {
  hostname(): string;
  addresses(): readonly string[];
}

const thisMachine: Machine = { hostname, addresses: ownAddresses };

/**
 * The names under which somebody may call this machine, each once: those that are given first, so that they are in the certificate
 * however many addresses the machine has. Addresses of one link only are nobody's way to call it.
 *
 * @param given host names, addresses, and addresses in square brackets
 */
export function namesOf(given: readonly string[], machine: Machine = thisMachine): string[] {
  const host = machine.hostname();
  const all = [...given, ...ALWAYS, host, ...(host.includes('.') ? [] : [`${host}.local`]), ...machine.addresses()];
  return [...new Set(all.map(plain).filter(isName))].slice(0, MOST);
}

function plain(name: string): string {
  const bare = name.replace(/^\[|\]$/g, '');
  const address = parseIpAddress(bare);
  return address ? formatIpAddress(address) : bare.toLowerCase();
}

/** "No address" and what belongs to one link are no names to call somebody by. */
function isName(name: string): boolean {
  return isIP(name) ? !/^(0\.0\.0\.0|::|fe[89ab].:.*)$/.test(name) : HOST_NAME.test(name);
}
