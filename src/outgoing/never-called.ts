import { type IpAddress, parseIpAddress } from '../ip-address.js';
import { parseNetwork, contains } from '../networks.js';

/**
 * Where machines in a cloud are told who they are and get their passwords, and the link that these answer on. Nothing that a
 * gateway calls is there, so no list opens it.
 *
 * @see RFC 3927 and RFC 4291, clause 2.5.6: link-local addresses
 */
const NEVER = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::/32', // AWS
  'fd20:ce::254/128', // Google
  '100.100.100.200/32', // Alibaba
  '168.63.129.16/32', // Azure
  '192.0.0.192/32', // Oracle
].map(parseNetwork);

/** IPv6 addresses that end at an IPv4 address, and how many bits stand behind that one. */
const TRANSLATED = [
  { network: '::/96', behind: 0n },
  { network: '64:ff9b::/96', behind: 0n },
  { network: '2002::/16', behind: 80n },
].map(({ network, behind }) => ({ network: parseNetwork(network), behind }));
/** Whoever runs such a translator chooses where in the address the other one stands. */
const UNREADABLE = parseNetwork('64:ff9b:1::/48');

/** Whether nobody may call this address, whatever is configured. */
export function isNeverCalled(address: IpAddress): boolean {
  if (contains(UNREADABLE, address)) return true;
  return [address, ...within(address)].some((one) => NEVER.some((network) => contains(network, one)));
}

/** The same for a host as it stands in a URL; a name is nobody's address yet. */
export function isNeverCalledHost(host: string): boolean {
  const address = parseIpAddress(host);
  return address !== undefined && isNeverCalled(address);
}

function within(address: IpAddress): IpAddress[] {
  return TRANSLATED.filter(({ network }) => contains(network, address)).map(({ behind }) => ({
    bits: 32,
    value: (address.value >> behind) & 0xffffffffn,
  }));
}
