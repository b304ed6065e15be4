import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessHandlers } from '../../src/apis/access/handlers.js';
import { Access, HOST } from '../../src/auth/access.js';
import { ROLES } from '../../src/auth/client.js';
import type { Grant } from '../../src/auth/grants.js';
import { scopesOfClient } from '../../src/auth/rights.js';
import { GatewayError } from '../../src/errors.js';
import type { Application } from '../../src/registry/application.js';
import { openIdentity } from './identity.js';

const SCOPES = ['access:read', 'access:write', 'camera:read', 'mec:write'];
const TENANTS = [HOST, 'town', 'harbour'];
const DEVICES = ['lens-1', 'lens-2', 'tag-1'];
const APPS = ['app-1', 'app-2', 'app-3', 'app-4'];
const IDS = ['root', 'chief', 'clerk', 'smith', 'pilot', 'guard', 'w-1', 'w-2', 'w-3'];

/** A whole world of clients, told by the same handlers as the gateway's. */
async function openWorld() {
  const identity = await openIdentity({ scopes: SCOPES });
  const { clients, tenants, tokens } = identity;
  const made: Pick<Application, 'appInstanceId' | 'owner'>[] = [];
  const application = (id: string) => made.find(({ appInstanceId }) => appInstanceId === id);
  const access = new Access({ own: 'gateway', application, clients, tenants });
  const handlers = accessHandlers({
    ...{ clients, tenants, access, scopes: SCOPES, applications: { list: () => made as Application[] } },
    audit: { page: () => Promise.reject(new Error()), verify: () => Promise.reject(new Error()) },
    metering: { list: () => [], forget: () => undefined },
    recordings: { removeAllOf: () => Promise.resolve() },
  }) as unknown as Record<string, (call: object) => unknown>;

  await tenants.update('town', { devices: ['lens-1', 'tag-1'], quotas: {} }, () => undefined);
  await tenants.create('harbour', { devices: ['lens-2'], quotas: {} });
  const make = (clientId: string, tenant: string, more: object) =>
    clients.create({ clientId, name: clientId, tenant, appInstanceIds: [], ...more });
  await make('root', HOST, { role: 'admin' });
  await make('chief', 'town', { role: 'admin' });
  await make('clerk', 'town', { scopes: ['access:write', 'access:read', 'camera:read'], devices: ['lens-1'] });
  await make('smith', HOST, { scopes: ['access:write', 'mec:write'], appInstanceIds: ['app-1'] });
  await make('pilot', 'harbour', { scopes: ['access:write', 'access:read', 'mec:write'], appInstanceIds: ['app-2'] });
  await make('guard', 'town', { role: 'operator' });
  made.push({ appInstanceId: 'app-3', owner: { client: 'chief', tenant: 'town' } }, { appInstanceId: 'app-4' });

  /** As it would be let in: with a token, for some of its scopes or all. */
  const grantOf = async (clientId: string, narrowed?: readonly string[]): Promise<Grant> => {
    const client = clients.get(clientId);
    const scopes = scopesOfClient(client, SCOPES).filter((scope) => narrowed?.includes(scope) ?? true);
    return tokens.verify((await tokens.issue(client, scopes)).token);
  };
  /** All that somebody may do, one by one. */
  const powers = (grant: Grant): readonly string[] => [
    ...SCOPES.filter((scope) => grant.scopes === 'all' || grant.scopes.has(scope)),
    ...TENANTS.filter((tenant) => grant.tenant === undefined || grant.tenant === tenant).map((tenant) => `of ${tenant}`),
    ...DEVICES.filter((device) => access.seesDevice(grant, device)),
    ...APPS.filter((app) => access.owns(grant, app)),
    ...(grant.tenant === undefined ? ['everything'] : []),
  ];
  const powersOf = async (clientId: string): Promise<readonly string[]> => {
    const client = clients.find(clientId);
    if (!client) return [];
    if (client.disabled) await clients.enable(clientId);
    const found = powers(await grantOf(clientId));
    if (client.disabled) await clients.disable(clientId);
    return found;
  };
  return { clients, tenants, handlers, made, access, grantOf, powers, powersOf };
}

const some = <T>(from: readonly T[], maxLength = from.length) => fc.subarray([...from], { maxLength });
/** Mostly left out, so that not everything is refused for something. */
const seldom = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined, freq: 2 });
const rights = fc.oneof(
  { weight: 2, arbitrary: fc.record({ scopes: some(SCOPES, 3) }) },
  { weight: 1, arbitrary: fc.record({ role: fc.constantFrom(...ROLES) }) },
  { weight: 1, arbitrary: fc.constant({ scopes: SCOPES }) },
);
const body = fc
  .record({
    tenant: seldom(fc.constantFrom(...TENANTS, 'nowhere')),
    devices: fc.option(some(DEVICES, 2), { nil: undefined }),
    appInstanceIds: seldom(some(APPS, 2)),
    disabled: seldom(fc.boolean()),
  })
  .chain((others) => rights.map((first) => ({ name: 'x', ...others, ...first })));
const step = fc.record({
  who: fc.constantFrom(...IDS),
  narrowed: seldom(some(SCOPES)),
  about: fc.constantFrom(...IDS),
  body,
  app: fc.constantFrom(...APPS),
  does: fc.constantFrom(
    ...(['Clients_POST', 'Clients_POST', 'ClientsClientId_PUT', 'ClientsClientId_PUT', 'ClientSecret_POST'] as const),
    ...(['ClientRevocation_POST', 'ClientsClientId_DELETE'] as const),
    ...(['Tenants_POST', 'TenantsTenant_PUT', 'TenantsTenant_DELETE', 'application'] as const),
  ),
});
/** Without these a run proves nothing. */
const DONE = ['Clients_POST', 'ClientsClientId_PUT', 'ClientSecret_POST', 'ClientsClientId_DELETE', 'TenantsTenant_PUT'];

describe('Whoever looks after clients', () => {
  it('never gives, takes or gets more than he has, whatever is asked in whatever order', async () => {
    const outcomes = new Map<string, number>();
    const count = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), async (steps) => {
        const world = await openWorld();
        const { clients, tenants, handlers, made, access, powers, powersOf } = world;
        for (const { who, narrowed, about, body, app, does } of steps) {
          const actor = clients.find(who);
          if (!actor || actor.disabled || !tenants.find(actor.tenant)) continue;
          const grant = await world.grantOf(who, narrowed);
          if (does === 'application') {
            const owner = access.ownerFor(grant);
            if (!made.some(({ appInstanceId }) => appInstanceId === app))
              made.push({ appInstanceId: app, ...(owner ? { owner } : {}) });
            continue;
          }
          // what the router asks before
          if (grant.scopes !== 'all' && !grant.scopes.has('access:write')) continue;
          const tenant = TENANTS.find((name) => name === body.tenant) ?? 'nowhere';
          const isAboutTenants = does.startsWith('Tenants');
          const before = isAboutTenants ? [] : await powersOf(about);
          const held = new Set(powers(grant));
          const path = isAboutTenants ? { tenant } : { clientId: about };
          const said = isAboutTenants
            ? { tenant, devices: body.devices ?? 'all' }
            : { ...body, ...(does === 'Clients_POST' ? { clientId: about } : {}) };
          try {
            await handlers[does]?.({ path, query: {}, header: {}, body: said, grant });
          } catch (error) {
            if (!(error instanceof GatewayError)) throw error;
            count(`${does} ${error.code}`);
            // somebody else's is as one that there is not
            if (clients.find(about)?.tenant !== grant.tenant && grant.tenant !== undefined)
              expect(['notFound', 'forbidden', 'invalid', 'conflict']).toContain(error.code);
            continue;
          }
          count(does);
          if (isAboutTenants) expect(grant.tenant).toBeUndefined();
          else if (does !== 'Clients_POST') expect(before.filter((power) => !held.has(power))).toEqual([]);
          if (!isAboutTenants && tenants.find(clients.find(about)?.tenant ?? HOST)) {
            const after = await powersOf(about);
            expect(after.filter((power) => !held.has(power))).toEqual([]);
          }
        }
        for (const { clientId, tenant } of clients.list()) {
          const { devices } = tenants.find(tenant) ?? { devices: [] };
          const found = tenants.find(tenant) ? await powersOf(clientId) : [];
          const seen = found.filter((power) => (DEVICES as readonly string[]).includes(power));
          if (devices !== 'all') expect(seen.filter((device) => !(devices as readonly string[]).includes(device))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
    for (const done of DONE) expect([done, (outcomes.get(done) ?? 0) > 20]).toEqual([done, true]);
  }, 120_000);
});
