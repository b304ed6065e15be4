import { hrefTo } from '../../route.js';

/** No client is called so, since a client has no colon in its name. */
const PREFIX = 'tenant:';

export const hrefToTenant = (tenant: string): string => hrefTo('clients', PREFIX + tenant);

/** @returns the tenant that a place in the panel is about; undefined when it is about a client */
export const tenantIn = (about: string): string | undefined =>
  about.startsWith(PREFIX) ? about.slice(PREFIX.length) : undefined;
