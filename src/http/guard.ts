import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayError } from '../errors.js';
import { formatIpAddress, parseIpAddress } from '../ip-address.js';
import { forwardedHost } from './client-address.js';

/** The names under which the gateway may be called, and the pages that may call it. */
export interface Doors {
  /** `host:port` as browsers write it in `Host`, lower case. */
  readonly hosts: ReadonlySet<string>;
  /** `scheme://host:port` as browsers write it in `Origin`, lower case. */
  readonly origins: ReadonlySet<string>;
}

/**
 * Where pages of other sites are kept out: a name of theirs that resolves to this address (DNS rebinding) carries a foreign
 * `Host`, a request that a page of theirs makes a foreign `Origin`, an image or a script it embeds `Sec-Fetch-Site`.
 *
 * @throws GatewayError `forbidden`, and `invalid` for a request that names two hosts, or none in HTTP/1.1 (RFC 9112, clause 3.2)
 */
export function guard(req: IncomingMessage, { hosts, origins }: Doors): void {
  const { host, origin } = req.headers;
  if (host === undefined && req.httpVersion === '1.1')
    throw new GatewayError('invalid', `Host is missing, expected one of ${[...hosts].join(', ')} (http.hosts)`);
  // node:http takes the first, and a proxy may take the last
  if (namesTwoHosts(req.rawHeaders)) throw new GatewayError('invalid', 'there are two Hosts, expected one');
  if (host === undefined || !(hosts.has(host.toLowerCase()) || isReachedAt(req.socket, host)))
    throw new GatewayError('forbidden', `Host is ${host ?? 'missing'}, expected one of ${[...hosts].join(', ')} (http.hosts)`);
  if (origin !== undefined && !origins.has(origin.toLowerCase()) && !isOwnPage(origin, host))
    throw new GatewayError('forbidden', `pages of ${origin} may not call this gateway (http.origins)`);
  const asked = forwardedHost(req);
  if (asked !== undefined && !hosts.has(asked.toLowerCase()))
    throw new GatewayError(
      'forbidden',
      `the proxy was asked for ${asked}, expected one of ${[...hosts].join(', ')} (http.hosts)`,
    );
  const embeds = req.headers['sec-fetch-site'] === 'cross-site' && req.headers['sec-fetch-mode'] !== 'navigate';
  if (origin === undefined && embeds)
    throw new GatewayError('forbidden', 'pages of other sites may not embed what this gateway serves');
}

/** Whether that is the very address at which the connection came in: no name of a foreign site can be one. */
function isReachedAt({ localAddress = '', localPort = 0 }: Socket, host: string): boolean {
  const address = parseIpAddress(localAddress);
  if (!address) return false;
  const written = address.bits === 32 ? formatIpAddress(address) : `[${formatIpAddress(address)}]`;
  return [80, 443].includes(localPort) && host === written ? true : host.toLowerCase() === `${written}:${localPort}`;
}

/** Whether the page came from the host that it calls, which was found good before. */
function isOwnPage(origin: string, host: string): boolean {
  return /^https?:\/\//.test(origin) && origin.slice(origin.indexOf('//') + 2).toLowerCase() === host.toLowerCase();
}

/** @param rawHeaders names and values by turns */
function namesTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts > 1;
}

/**
 * @param listen where the gateway listens
 * @param publicUrl under which others know it, when that differs
 */
export function doors(
  listen: { host: string; port: number },
  publicUrl: string,
  hosts: readonly string[],
  origins: readonly string[],
): Doors {
  const named = [listen.host.includes(':') ? `[${listen.host}]` : listen.host, 'localhost', '127.0.0.1', '[::1]'];
  // a port that is the scheme's own is not written, so a gateway on port 80 is called both ways
  const local = named.flatMap((name) => [`${name}:${listen.port}`, ...withoutPort(`${name}:${listen.port}`)]);
  const own = [...local, new URL(publicUrl).host, ...hosts].map((name) => name.toLowerCase());
  return {
    hosts: new Set(own),
    origins: new Set([
      ...own.flatMap((host) => [`http://${host}`, `https://${host}`]),
      ...origins.map((origin) => origin.toLowerCase()),
    ]),
  };
}

/** As browsers write it who came by HTTP, and by TLS. */
function withoutPort(host: string): string[] {
  return ['http', 'https'].map((scheme) => new URL(`${scheme}://${host}`).host);
}
