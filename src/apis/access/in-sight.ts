import type { Delegation } from '../../auth/delegation.js';
import type { Grant } from '../../auth/grants.js';
import { mapOnce } from '../../http/memo.js';

/**
 * What somebody may see of a list.
 *
 * @param all the same array until something changes
 * @returns the same array for everybody of one tenant until something changes, so that its bytes are made once
 */
export function inSight<Value extends { readonly tenant: string }>(
  delegation: Pick<Delegation, 'sees'>,
  all: () => readonly Value[],
): (grant: Grant) => readonly Value[] {
  const byTenant = mapOnce((_all: readonly Value[]) => new Map<string, readonly Value[]>());
  return (grant) => {
    const values = all();
    if (grant.tenant === undefined) return values;
    const known = byTenant(values);
    const seen = known.get(grant.tenant) ?? values.filter(({ tenant }) => delegation.sees(grant, tenant));
    known.set(grant.tenant, seen);
    return seen;
  };
}
