import { GatewayError } from '../errors.js';

/**
 * Refuses names with brackets, which no specification of ours has. The validator's parser would take `a[]=1` for `a`, and drop
 * `a[__proto__]=1` without a word, where a name that is not known is to be refused.
 *
 * @param target path and query, as they came
 * @throws GatewayError `invalid`
 */
export function requirePlainNames(target: string): void {
  const [, query = ''] = /\?(.*)/.exec(target) ?? [];
  const names = query.split('&').map((part) => part.split('=', 1)[0] ?? '');
  const strange = names.find((name) => /\[|%5b/i.test(name));
  if (strange !== undefined) throw new GatewayError('invalid', `query ${strange} is no parameter that there is`);
}
