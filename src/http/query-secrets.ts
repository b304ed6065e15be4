/** Names under which a query may carry what lets its bearer in. */
const SECRET = new Set(['ticket', 'signature', 'access_token', 'token', 'client_secret', 'client_assertion']);

/** A request target that logs may see: the values of such names are left out, however the names are spelt. */
export function withoutQuerySecrets(target: string): string {
  const at = target.indexOf('?');
  if (at < 0) return target;
  const pairs = target.slice(at + 1).split('&');
  return `${target.slice(0, at)}?${pairs.map(withoutSecret).join('&')}`;
}

function withoutSecret(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  return SECRET.has(decoded(name)) ? `${name}=***` : pair;
}

/** A parser of queries reads %74icket as ticket, and takes what cannot be decoded as it is. */
function decoded(name: string): string {
  const spaced = name.replaceAll('+', ' ').trim();
  try {
    return decodeURIComponent(spaced).trim().toLowerCase();
  } catch {
    return spaced.toLowerCase();
  }
}
