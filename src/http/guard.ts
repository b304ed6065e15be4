import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../errors.js';

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
 * @throws GatewayError `forbidden`
 */
export function guard(req: IncomingMessage, { hosts, origins }: Doors): void {
  const { host, origin } = req.headers;
  if (host === undefined || !hosts.has(host.toLowerCase()))
    throw new GatewayError('forbidden', `Host is ${host ?? 'missing'}, expected one of ${[...hosts].join(', ')} (http.hosts)`);
  if (origin !== undefined && !origins.has(origin.toLowerCase()))
    throw new GatewayError('forbidden', `pages of ${origin} may not call this gateway (http.origins)`);
  const embeds = req.headers['sec-fetch-site'] === 'cross-site' && req.headers['sec-fetch-mode'] !== 'navigate';
  if (origin === undefined && embeds)
    throw new GatewayError('forbidden', 'pages of other sites may not embed what this gateway serves');
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
  const local = named.flatMap((name) => [`${name}:${listen.port}`, new URL(`http://${name}:${listen.port}`).host]);
  const own = [...local, new URL(publicUrl).host, ...hosts].map((name) => name.toLowerCase());
  return {
    hosts: new Set(own),
    origins: new Set([
      ...own.flatMap((host) => [`http://${host}`, `https://${host}`]),
      ...origins.map((origin) => origin.toLowerCase()),
    ]),
  };
}
