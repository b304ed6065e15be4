import { GatewayError } from '../errors.js';
import type { Owner } from '../registry/owner.js';
import type { Access } from './access.js';
import type { Client } from './client.js';
import type { Clients } from './clients.js';
import type { Grant } from './grants.js';
import { beyond, rightsOfClient } from './rights.js';
import { type Tenants, unknownTenant } from './tenants.js';

export interface DelegationParts {
  readonly clients: Pick<Clients, 'find'>;
  readonly tenants: Pick<Tenants, 'find'>;
  readonly access: Pick<Access, 'owns'>;
  /** The application instances that clients have made. */
  readonly applications: { list(): readonly { readonly appInstanceId: string; readonly owner?: Owner }[] };
  /** Every scope that there is. */
  readonly scopes: readonly string[];
}

/**
 * Who may look after which clients and tenants. Whoever gives a client something must have it, and so must whoever changes one, gets
 * a secret for it or ends it: with the secret of another one could do all that this one may.
 */
export class Delegation {
  constructor(private readonly parts: DelegationParts) {}

  /** Whether it looks after everything, tenants included. */
  isForAll({ tenant }: Grant): boolean {
    return tenant === undefined;
  }

  /** Whether it may know of what belongs to this tenant. */
  sees(grant: Grant, tenant: string): boolean {
    return this.isForAll(grant) || grant.tenant === tenant;
  }

  /** @throws GatewayError `notFound`, also for a client of another tenant */
  clientFor(grant: Grant, clientId: string): Client {
    const client = this.parts.clients.find(clientId);
    if (!client || !this.sees(grant, client.tenant)) throw new GatewayError('notFound', `there is no client ${clientId}`);
    return client;
  }

  /** @throws GatewayError `notFound` for a tenant that it may not know of */
  requireSight(grant: Grant, tenant: string): void {
    if (!this.sees(grant, tenant)) throw unknownTenant(tenant);
  }

  /** @throws GatewayError `notFound` for a tenant that it may not know of, `forbidden` */
  requireForAll(grant: Grant, tenant: string): void {
    this.requireSight(grant, tenant);
    if (!this.isForAll(grant)) throw new GatewayError('forbidden', "tenants are looked after by the host's administrators alone");
  }

  /** @throws GatewayError `forbidden` when a tenant would see more than whoever says so */
  requireShares(grant: Grant, devices: 'all' | readonly string[]): void {
    requireNothing(beyond({ ...grant, devices: devices === 'all' ? devices : new Set(devices) }, grant));
  }

  /**
   * That a client is to be what it says, made or changed under this grant.
   *
   * @throws GatewayError `invalid` for a tenant or a scope that there is not, `forbidden`
   */
  requireMayGive(grant: Grant, client: Client): void {
    const { tenants, scopes } = this.parts;
    // whether there is another tenant is nobody's to find out
    if (!this.sees(grant, client.tenant)) throw beyondRights(`something of another tenant than ${grant.tenant}`);
    if (!tenants.find(client.tenant)) throw new GatewayError('invalid', `tenant: there is no tenant ${client.tenant}`);
    const unknown = client.scopes?.find((scope) => !scopes.includes(scope));
    if (unknown !== undefined)
      throw new GatewayError('invalid', `scopes: there is no scope ${unknown}, only ${scopes.join(', ')}`);
    this.requireMayControl(grant, client);
  }

  /**
   * That a client has nothing which this grant has not.
   *
   * @throws GatewayError `forbidden`
   */
  requireMayControl(grant: Grant, client: Client): void {
    const { tenants, scopes, access } = this.parts;
    const tenant = tenants.find(client.tenant) ?? { devices: [] };
    requireNothing(beyond(rightsOfClient(client, tenant, scopes), grant));
    // what its tenant gets to see later it would see too
    const unseen = this.unseenOf(client, this.narrowed(grant));
    if (unseen !== undefined) throw beyondRights(unseen);
    const foreign = this.applicationsOf(client).find((appInstanceId) => !access.owns(grant, appInstanceId));
    if (foreign !== undefined) throw beyondRights(`the application instance ${foreign}`);
  }

  /** The devices to which somebody is held, whatever the tenant sees one day; undefined for whoever is not. */
  private narrowed({ client, devices }: Grant): readonly string[] | undefined {
    const own = this.parts.clients.find(client);
    if (own) return own.devices;
    // of whoever comes from outside nobody knows
    return devices === 'all' ? undefined : [...devices];
  }

  private unseenOf({ devices }: Client, narrowed: readonly string[] | undefined): string | undefined {
    if (narrowed === undefined) return undefined;
    if (devices === undefined) return "every device of the tenant's, also later ones";
    const unseen = devices.find((device) => !narrowed.includes(device));
    return unseen === undefined ? undefined : `the device ${unseen}`;
  }

  private applicationsOf({ clientId, tenant, appInstanceIds }: Client): readonly string[] {
    const made = this.parts.applications.list().filter(({ owner }) => owner?.client === clientId && owner.tenant === tenant);
    return [...appInstanceIds, ...made.map(({ appInstanceId }) => appInstanceId)];
  }
}

function requireNothing(found: string | undefined): void {
  if (found !== undefined) throw beyondRights(found);
}

function beyondRights(what: string): GatewayError {
  return new GatewayError('forbidden', `this takes ${what}, which this token does not have`);
}
