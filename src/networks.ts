import { formatIpAddress, type IpAddress, parseIpAddress } from './ip-address.js';

/** All addresses that begin alike. */
export interface Network {
  readonly first: IpAddress;
  /** Bits that all its addresses share with the first. */
  readonly prefix: number;
}

/** What a list of networks should look like, for messages. */
export const EXPECTED_NETWORK = 'expected a network such as 10.42.0.0/16, 192.168.1.20/32 or fd12:3456::/48';

/**
 * Places that are no subscriber's: this machine, its link (where clouds keep their secrets, at 169.254.169.254), groups, and
 * IPv6 addresses that end at some IPv4 address. A wide network such as 0.0.0.0/0 does not open them; they must be named.
 *
 * @see RFC 6890, the special-purpose addresses; RFC 6052 and RFC 3056 for the translated ones
 */
const NAMED_ONLY: readonly Network[] = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  'fe80::/10',
  'ff00::/8',
].map(parseNetwork);

/** The networks that the configuration allows; everything else is out of bounds. */
export class Networks {
  private readonly allowed: readonly Network[];

  /**
   * @param cidrs address and prefix length; none of them allows nothing
   * @throws Error that names the text which is no network
   */
  constructor(cidrs: readonly string[]) {
    this.allowed = cidrs.map(parseNetwork);
  }

  allows(address: IpAddress): boolean {
    const special = NAMED_ONLY.find((network) => contains(network, address));
    return this.allowed.some((network) => contains(network, address) && (!special || lies(network, special)));
  }
}

/** Whether `text` is a network, for the check of a configuration. */
export function isNetwork(text: string): boolean {
  try {
    parseNetwork(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error that says what was expected */
export function parseNetwork(text: string): Network {
  const [, address = '', digits = ''] = /^([\da-f.:]+)\/(0|[1-9]\d{0,2})$/i.exec(text) ?? [];
  const first = parseIpAddress(address);
  const prefix = Number(digits);
  if (first?.bits === 32 && address.includes(':'))
    throw new Error(`"${text}" is IPv4 within IPv6, which is judged as IPv4: ${EXPECTED_NETWORK}`);
  if (!first || prefix > first.bits) throw new Error(`"${text}" is no network: ${EXPECTED_NETWORK}`);
  const masked = { ...first, value: (first.value >> rest(first, prefix)) << rest(first, prefix) };
  // 10.0.0.1/8 may be a slip for /32, and would open sixteen million addresses
  if (masked.value !== first.value)
    throw new Error(`"${text}" does not begin its network: expected ${formatIpAddress(masked)}/${prefix} or a longer prefix`);
  return { first, prefix };
}

export function contains({ first, prefix }: Network, address: IpAddress): boolean {
  return first.bits === address.bits && (first.value ^ address.value) >> rest(first, prefix) === 0n;
}

/** Whether all of `inner` is in `outer`. */
function lies(inner: Network, outer: Network): boolean {
  return inner.prefix >= outer.prefix && contains(outer, inner.first);
}

function rest({ bits }: IpAddress, prefix: number): bigint {
  return BigInt(bits - prefix);
}
