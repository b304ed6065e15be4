import { describe, expect, it } from '@jest/globals';
import { Access } from '../../src/auth/access.js';
import { anonymous, type Grant } from '../../src/auth/grants.js';
import type { Owner } from '../../src/registry/owner.js';

const given = { client: 'plates', tenant: 'town' };
const tenants = { find: () => undefined };
const clients = { find: () => undefined, list: () => [] };
const access = new Access({
  own: 'gateway',
  application: () => undefined,
  clients: { ...clients, ownerOf: (appInstanceId) => (appInstanceId === 'given' ? given : undefined) },
  tenants,
});
const grantOf = (changes: Partial<Grant>): Grant => ({ ...anonymous, client: 'plates', tenant: 'town', ...changes });
const everything = { client: 'administrator', appInstanceIds: 'all' } as const;

describe('The name of an application instance', () => {
  it('is free for whoever it was given to, and for whoever looks after its tenant or the gateway', () => {
    const { tenant: _tenant, ...gateway } = grantOf(everything);
    for (const grant of [grantOf({}), grantOf(everything), gateway])
      expect(() => access.requireName(grant, 'given')).not.toThrow();
  });

  it('is no other client’s to choose, be there one or not', () => {
    const others = [{ client: 'people' }, { tenant: 'harbour' }, { ...everything, tenant: 'harbour' }];
    for (const grant of others.map(grantOf))
      for (const name of ['given', 'free'])
        expect(() => access.requireName(grant, name)).toThrow(`application instance ${name} is none of this client's`);
  });

  it('is free when it was given to nobody only for whoever looks after the gateway', () => {
    const { tenant: _tenant, ...gateway } = grantOf(everything);
    expect(() => access.requireName(gateway, 'free')).not.toThrow();
  });
});

describe('The name of a service', () => {
  const scopes = new Set(['mec_service_mgmt:write', 'street:write']);
  const { tenant: _tenant, ...operator } = grantOf({ scopes });

  it('is free, unless it is one that gateways have', () => {
    for (const name of ['plates', 'umec', 'a-umec-sensors'])
      expect(() => access.requireServiceName(grantOf({}), name)).not.toThrow();
  });

  it('that gateways have is for clients of the host that were given the scope', () => {
    for (const one of [operator, { ...operator, scopes: 'all' as const }, grantOf({ scopes, tenant: 'host' })])
      expect(() => access.requireServiceName(one, 'umec-sensors')).not.toThrow();
    const others = [
      grantOf({ scopes }),
      grantOf({ scopes: 'all' }),
      grantOf({ tenant: 'host' }),
      { ...operator, scopes: new Set('') },
    ];
    for (const one of others) expect(() => access.requireServiceName(one, 'umec-sensors')).toThrow('street:write');
  });
});

const grant = (tenant: string, appInstanceIds: Grant['appInstanceIds'] = new Set(['app-1'])): Grant => ({
  ...{ client: 'plates', scopes: 'all', expires: Infinity, devices: 'all' },
  ...{ tenant, appInstanceIds },
});
const accessTo = (owner?: Owner) =>
  new Access({
    own: 'gateway',
    application: (id) => (id === 'app-1' && owner ? { owner } : undefined),
    clients: { ...clients, ownerOf: () => undefined },
    tenants,
  });

describe('An application instance', () => {
  it('is its that it was given to, unless another tenant has made one of that name', () => {
    expect(accessTo().owns(grant('town'), 'app-1')).toBe(true);
    expect(accessTo({ client: 'other', tenant: 'town' }).owns(grant('town'), 'app-1')).toBe(true);
    expect(accessTo({ client: 'other', tenant: 'harbour' }).owns(grant('town'), 'app-1')).toBe(false);
  });

  it('is its that has made it, and of the same tenant still', () => {
    const made = accessTo({ client: 'plates', tenant: 'town' });
    expect(made.owns(grant('town', new Set()), 'app-1')).toBe(true);
    expect(made.owns(grant('harbour', new Set()), 'app-1')).toBe(false);
    expect(made.owns(grant('town', 'all'), 'app-1')).toBe(true);
    expect(made.owns(grant('harbour', 'all'), 'app-1')).toBe(false);
  });
});
