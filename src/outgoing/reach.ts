import { GatewayError } from '../errors.js';
import { formatIpAddress, type IpAddress, parseIpAddress } from '../ip-address.js';
import type { Networks } from '../networks.js';
import type { Destination } from './destination.js';
import { isNeverCalled } from './never-called.js';
import type { IsOwn } from './own-listeners.js';

/** Whether an address and port may be called, as far as whoever asked for the call may decide. */
export type MayCall = (address: IpAddress, port: number) => boolean;

export interface ReachParts {
  readonly resolver: { addresses(host: string, signal?: AbortSignal): Promise<readonly string[]> };
  readonly mayCall: MayCall;
}

/** For destinations that clients name: the networks that are listed, and never the gateway itself. */
export function listed(networks: Networks, isOwn: IsOwn): MayCall {
  return (address, port) => networks.allows(address) && !isOwn(address, port);
}

/** For destinations that the operator has written into the configuration: they are allowed by standing there. */
export const configured: MayCall = () => true;

/** Says at which addresses a destination may be called. Whoever connects, connects to one of those and looks nothing up again. */
export class Reach {
  constructor(private readonly parts: ReachParts) {}

  /**
   * @returns at least one, each once and in one spelling: a mapped address was judged as IPv4, and is called as IPv4
   * @throws GatewayError `unavailable` when the name cannot be resolved, `forbidden` when none of its addresses may be called
   */
  async addresses({ host, isAddress, port }: Pick<Destination, 'host' | 'isAddress' | 'port'>, signal?: AbortSignal) {
    const found = isAddress ? [host] : await this.parts.resolver.addresses(host, signal);
    const allowed = found.filter((address) => this.allows(address, port));
    if (allowed.length === 0) throw new GatewayError('forbidden', `${host} is at ${found.join(', ')}, where calls may not go`);
    return [...new Set(allowed.map(plain))];
  }

  /** @param address what is none is not allowed */
  allows(address: string, port: number): boolean {
    const parsed = parseIpAddress(address);
    return parsed !== undefined && !isNeverCalled(parsed) && this.parts.mayCall(parsed, port);
  }
}

function plain(address: string): string {
  const parsed = parseIpAddress(address);
  return parsed ? formatIpAddress(parsed) : address;
}
