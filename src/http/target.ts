import { GatewayError } from '../errors.js';

/**
 * The path and query of a request target: a proxy writes the whole URL, and means the same.
 *
 * @throws GatewayError `invalid` for what names no resource, such as the `*` of OPTIONS
 * @see RFC 9112, clause 3.2
 */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target))
    throw new GatewayError('invalid', `the request target is ${target}, expected a path that begins with /`);
  const { pathname, search } = new URL(target);
  return pathname + search;
}
