import { GatewayError } from '../errors.js';

/** Node refuses request lines of 16 KiB and more before anybody sees them. */
const LONGEST = 8_192;

/**
 * The path and query of a request target: a proxy writes the whole URL, and means the same, and so does whoever joins a root
 * that ends with a slash to a path that begins with one.
 *
 * @throws GatewayError `invalid` for what names no resource, such as the `*` of OPTIONS, `uriTooLong`
 * @see RFC 9112, clause 3.2
 */
export function originForm(target: string): string {
  if (target.length > LONGEST)
    throw new GatewayError('uriTooLong', `the request target has ${target.length} characters, expected at most ${LONGEST}`);
  if (target.startsWith('/') && !target.includes('//')) return target;
  const [path = '', ...query] = pathAndQuery(target).split('?');
  return [path.replace(/\/{2,}/g, '/'), ...query].join('?');
}

/** @param target path and query */
export function pathOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}

/**
 * One spelling of those that a path may have.
 *
 * @returns the same path, with nothing escaped that need not be
 * @see RFC 3986, clause 6.2.2.2
 */
export function plainlySpelt(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}

function pathAndQuery(target: string): string {
  if (target.startsWith('/')) return target;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target))
    throw new GatewayError('invalid', `the request target is ${target}, expected a path that begins with /`);
  const { pathname, search } = new URL(target);
  return pathname + search;
}
