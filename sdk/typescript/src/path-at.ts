/**
 * The path, with its query, of an address that the gateway gave: below the gateway's own address, where alone its token goes.
 *
 * @throws TypeError when it is anywhere else; names both, and no query
 */
export function pathAt(gateway: string, address: string): string {
  const { href } = new URL(address.replace(/^ws/i, 'http'));
  const base = new URL(gateway).href.replace(/\/+$/, '');
  if (!href.startsWith(`${base}/`)) throw new TypeError(`${withoutQuery(href)} is not at the gateway ${withoutQuery(base)}`);
  return href.slice(base.length);
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
