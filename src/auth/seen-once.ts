import type { Grant } from './grants.js';

/**
 * Lists as each grant may see them: filtered once, and the very list that came in where nothing is left out, so that what hangs
 * on a list (its bytes, above all) is made once too.
 *
 * @param since another object as soon as `isSeen` may say something else of a value that has not changed
 */
export function seenOnce<Value>(
  isSeen: (grant: Grant, value: Value) => boolean,
  since: () => object,
): (grant: Grant, values: readonly Value[]) => readonly Value[] {
  const known = new WeakMap<Grant, WeakMap<readonly Value[], { readonly since: object; readonly seen: readonly Value[] }>>();
  return (grant, values) => {
    if (grant.tenant === undefined && grant.devices === 'all') return values;
    let lists = known.get(grant);
    if (!lists) known.set(grant, (lists = new WeakMap()));
    const now = since();
    const before = lists.get(values);
    if (before?.since === now) return before.seen;
    const fitting = values.filter((value) => isSeen(grant, value));
    const seen = fitting.length === values.length ? values : Object.freeze(fitting);
    lists.set(values, { since: now, seen });
    return seen;
  };
}
