import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../errors.js';
import { forwardedHost } from './client-address.js';

/**
 * Keeps what takes a cookie for the gateway's own page. A browser sends the cookie along whichever page asks, if only that is of the same
 * site, and to a browser another port of the same machine is. Who asks it says in `Sec-Fetch-Site`, or, where the connection is not
 * trusted with that, in `Origin`; no script can change either.
 *
 * @throws GatewayError `forbidden`
 * @see Fetch Metadata Request Headers (W3C), clause 2.1
 */
export function requireOwnPage(req: IncomingMessage): void {
  const site = req.headers['sec-fetch-site'];
  if (site === undefined ? !isOwnOrigin(req) : site !== 'same-origin')
    throw new GatewayError('forbidden', 'only the page that this gateway serves may call this');
}

function isOwnOrigin(req: IncomingMessage): boolean {
  const { origin = '', host } = req.headers;
  const own = [host, forwardedHost(req)].flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]));
  const [, asking = ''] = /^https?:\/\/(.+)$/.exec(origin.toLowerCase()) ?? [];
  return own.includes(asking);
}
