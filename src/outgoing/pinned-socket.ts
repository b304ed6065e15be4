import net, { isIP } from 'node:net';
import tls from 'node:tls';
import { GatewayError } from '../errors.js';
import { pinnedLookup } from './pinned-agents.js';
import type { Reach } from './reach.js';

/** Where a connection of a protocol other than HTTP goes. */
export interface SocketTarget {
  /** A name or an IP address, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** Certificates to trust instead of those that Node brings, as PEM. */
  readonly ca?: string | undefined;
}

/**
 * A connection that goes only to addresses that were judged. It fails as every connection does, by `error`.
 *
 * @throws GatewayError `forbidden` when it is an address where calls may not go
 */
export function pinnedSocket(reach: Reach, { host, port, isSecure, ca }: SocketTarget): net.Socket {
  if (isIP(host) !== 0 && !reach.allows(host, port)) throw new GatewayError('forbidden', `${host} is where calls may not go`);
  const options = { host, port, lookup: pinnedLookup(reach, { port }) };
  if (!isSecure) return net.connect(options);
  const named = isIP(host) === 0 ? { servername: host } : {};
  return tls.connect({ ...options, ...named, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) });
}
