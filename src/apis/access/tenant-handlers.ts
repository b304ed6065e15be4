import { document, type components, type operations } from '../../../generated/access.js';
import type { Clients } from '../../auth/clients.js';
import type { Delegation } from '../../auth/delegation.js';
import { QUOTAS, type TenantDetails } from '../../auth/tenant.js';
import type { Tenant, Tenants } from '../../auth/tenants.js';
import type { Recordings } from '../../camera/recordings/recordings.js';
import { GatewayError } from '../../errors.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import { List } from '../../http/lists/list.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import type { Metering } from '../../metering/metering.js';
import type { Applications } from '../../registry/applications.js';
import { inSight } from './in-sight.js';

type Schemas = Immutable<components['schemas']>;
type Operations = Pick<
  operations,
  'Tenants_GET' | 'Tenants_POST' | 'TenantsTenant_GET' | 'TenantsTenant_PUT' | 'TenantsTenant_DELETE'
>;

export interface Tenancies {
  readonly tenants: Tenants;
  readonly delegation: Delegation;
  readonly clients: Pick<Clients, 'list'>;
  readonly applications: Pick<Applications, 'list'>;
  readonly metering: Pick<Metering, 'forget'>;
  readonly recordings: Pick<Recordings, 'removeAllOf'>;
}

const ROOT = '/access/v1/tenants';

export function tenantHandlers(parts: Tenancies): Handlers<Operations> {
  const { tenants, delegation, clients, applications, metering, recordings } = parts;
  const seen = inSight(delegation, () => tenants.list());
  const unchanged = (ifMatch: string | undefined) => (present: Tenant) => requireMatch(ifMatch, etagOf(toTenant(present)));
  return {
    Tenants_GET({ query, grant }) {
      return { status: 200, ...tenantList.answer(seen(grant), query, ROOT) };
    },

    async Tenants_POST({ body, grant }) {
      // whether there is one is nobody's to find out who may not see it
      if (!delegation.isForAll(grant)) throw new GatewayError('forbidden', "tenants are made by the host's administrators alone");
      delegation.requireShares(grant, body.devices);
      // one of this name that is gone has left what the disk did not take away then
      if (!tenants.find(body.tenant)) await recordings.removeAllOf(body.tenant);
      const tenant = await tenants.create(body.tenant, detailsOf(body));
      return { status: 201, headers: { Location: hrefOf(tenant) }, body: toTenant(tenant) };
    },

    TenantsTenant_GET({ path, grant }) {
      delegation.requireSight(grant, path.tenant);
      return { status: 200, body: toTenant(tenants.get(path.tenant)) };
    },

    async TenantsTenant_PUT({ path, header, body, grant }) {
      delegation.requireForAll(grant, path.tenant);
      delegation.requireShares(grant, body.devices);
      const tenant = await tenants.update(path.tenant, detailsOf(body), unchanged(header['If-Match']));
      return { status: 200, body: toTenant(tenant) };
    },

    async TenantsTenant_DELETE({ path, header, grant }) {
      delegation.requireForAll(grant, path.tenant);
      await tenants.remove(path.tenant, (present) => {
        unchanged(header['If-Match'])(present);
        requireEmpty(path.tenant);
      });
      metering.forget(path.tenant);
      // what fails is told, and tried again before there is another of this name
      await recordings.removeAllOf(path.tenant).catch(() => undefined);
      return { status: 204 };
    },
  };

  /** A tenant of the same name would find what is left. */
  function requireEmpty(name: string): void {
    const left = [
      clients.list().some(({ tenant }) => tenant === name),
      applications.list().some((one) => one.owner?.tenant === name),
    ];
    const [hasClients, hasApplications] = left;
    if (!hasClients && !hasApplications) return;
    throw new GatewayError('conflict', `the tenant ${name} has ${hasClients ? 'clients' : 'applications'}: delete these first`);
  }
}

const toTenant = mapOnce((tenant: Tenant): Schemas['Tenant'] => {
  const { tenant: name, description, devices, quotas } = tenant;
  const self = { href: hrefOf(tenant) };
  return { tenant: name, ...(description === undefined ? {} : { description }), devices, quotas, _links: { self } };
});

function hrefOf({ tenant }: Tenant): string {
  return `${ROOT}/${encodeURIComponent(tenant)}`;
}

function detailsOf({ description, devices, quotas = {} }: Schemas['TenantDetails']): TenantDetails {
  const said = QUOTAS.flatMap((name) => (quotas[name] === undefined ? [] : [[name, quotas[name]] as const]));
  return { ...(description === undefined ? {} : { description }), devices, quotas: Object.fromEntries(said) };
}

const tenantList = new List({
  document,
  schema: 'Tenant',
  pageSize: 500,
  key: ({ number }: Tenant) => number,
  represent: toTenant,
});
