import { HOST } from './access.js';
import type { Client } from './client.js';
import type { Grant } from './grants.js';
import { scopesOfRole } from './roles.js';
import type { Tenant } from './tenants.js';

/** What somebody may do, whoever that is and until when. */
export type Rights = Pick<Grant, 'scopes' | 'tenant' | 'appInstanceIds' | 'devices'>;

/**
 * What a client may do, if its token lets it.
 *
 * @param tenant the client's
 * @param every every scope that there is
 */
export function rightsOfClient(
  client: Pick<Client, 'role' | 'scopes' | 'tenant' | 'appInstanceIds' | 'devices'>,
  { devices: shared }: Pick<Tenant, 'devices'>,
  every: readonly string[],
): Rights {
  const { role, tenant, appInstanceIds, devices } = client;
  return {
    scopes: new Set(scopesOfClient(client, every)),
    ...(tenant === HOST && role === 'admin' ? {} : { tenant }),
    appInstanceIds: role === 'admin' || role === 'operator' ? 'all' : new Set(appInstanceIds),
    devices: devicesInSight(shared, devices),
  };
}

/** @param every every scope that there is */
export function scopesOfClient(
  { role, scopes = [] }: Pick<Client, 'role' | 'scopes'>,
  every: readonly string[],
): readonly string[] {
  return role === undefined ? scopes : scopesOfRole(role, every);
}

/**
 * @param shared what the tenant sees
 * @param own what its client may see of that; all of it when absent
 */
export function devicesInSight(shared: 'all' | readonly string[], own: Iterable<string> | undefined): Grant['devices'] {
  if (shared === 'all') return own ? new Set(own) : shared;
  return new Set(own ? [...own].filter((device) => shared.includes(device)) : shared);
}

/**
 * Why somebody with these rights may not have those made.
 *
 * @returns undefined when nothing of `inner` is beyond `outer`
 */
export function beyond(inner: Rights, outer: Rights): string | undefined {
  if (outer.tenant !== undefined && inner.tenant !== outer.tenant) return `something of another tenant than ${outer.tenant}`;
  const scope = missing(inner.scopes, outer.scopes);
  if (scope !== undefined) return scope === 'all' ? 'every scope' : `the scope ${scope}`;
  const device = missing(inner.devices, outer.devices);
  if (device !== undefined) return device === 'all' ? 'every device' : `the device ${device}`;
  if (inner.appInstanceIds === 'all' && outer.appInstanceIds !== 'all') return "every application instance of the tenant's";
  return undefined;
}

type Some = ReadonlySet<string> | 'all';

function missing(inner: Some, outer: Some): string | undefined {
  if (outer === 'all') return undefined;
  return inner === 'all' ? inner : [...inner].find((one) => !outer.has(one));
}
