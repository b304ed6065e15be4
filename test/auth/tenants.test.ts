import { describe, expect, it } from '@jest/globals';
import { HOST } from '../../src/auth/access.js';
import type { TenantDetails } from '../../src/auth/tenant.js';
import { Tenants } from '../../src/auth/tenants.js';
import { FakeState } from '../registry/fake-state.js';
import { openIdentity, withToken } from './identity.js';

const ALL = { devices: 'all', quotas: {} } as const;
const noCheck = () => {};

describe('Tenants', () => {
  it('are there again after a restart, in their order, the host first', async () => {
    const state = new FakeState();
    const tenants = await Tenants.load(state, 64);
    await tenants.create('town', { description: 'the town', devices: ['camera-lens-1'], quotas: { readsPerSecond: 0.5 } });
    await tenants.create('harbour', ALL);
    await tenants.update(HOST, { devices: 'all', quotas: { streams: 3 } }, noCheck);
    state.reverse();
    const again = await Tenants.load(state, 64);
    expect(again.list()).toEqual(tenants.list());
    expect(again.list()).toMatchObject([
      { tenant: HOST, devices: 'all', quotas: { streams: 3 } },
      { tenant: 'town', description: 'the town', devices: ['camera-lens-1'], quotas: { readsPerSecond: 0.5 } },
      { tenant: 'harbour' },
    ]);
  });

  it('are bounded, and each is there once', async () => {
    const tenants = await Tenants.load(new FakeState(), 2);
    await tenants.create('a', ALL);
    await expect(tenants.create('a', ALL)).rejects.toMatchObject({ code: 'conflict' });
    await expect(tenants.create(HOST, ALL)).rejects.toMatchObject({ code: 'conflict' });
    await tenants.create('b', ALL);
    await expect(tenants.create('c', ALL)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are there as long as they could not be forgotten; the host always is, and sees all', async () => {
    const state = new FakeState();
    const tenants = await Tenants.load(state, 2);
    const town = await tenants.create('town', ALL);
    state.failing = true;
    await expect(tenants.remove('town', noCheck)).rejects.toMatchObject({ code: 'unavailable' });
    expect(tenants.find('town')).toBe(town);
    state.failing = false;
    await tenants.remove('town', noCheck);
    expect(tenants.find('town')).toBeUndefined();
    await expect(tenants.remove(HOST, noCheck)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(tenants.update(HOST, { devices: [], quotas: {} }, noCheck)).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each<[string, string, TenantDetails]>([
    ['a name with a space', 'a b', ALL],
    ['a name that begins with a dot', '.a', ALL],
    ['too many devices', 'a', { devices: Array.from({ length: 65 }, (_, at) => `d${at}`), quotas: {} }],
    ['a device with a slash', 'a', { devices: ['../a'], quotas: {} }],
    ['half a stream', 'a', { devices: 'all', quotas: { streams: 0.5 } }],
    ['a rate of nothing', 'a', { devices: 'all', quotas: { readsPerSecond: 0 } }],
    ['a rate without end', 'a', { devices: 'all', quotas: { writesPerSecond: Infinity } }],
    ['a description of two lines', 'a', { ...ALL, description: 'a\nb' }],
  ])('are refused with %s', async (_, name, details) => {
    const tenants = await Tenants.load(new FakeState(), 2);
    await expect(async () => tenants.create(name, details)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('say what their clients see, and end what was let in when that changes, the tokens not', async () => {
    const identity = await openIdentity();
    const { tenants, grants } = identity;
    const { header } = await withToken(identity, { devices: ['a', 'b'] });
    const first = await grants.admit(header, []);
    expect(first.devices).toEqual(new Set(['a', 'b']));
    await tenants.update('town', { devices: 'all', quotas: { streams: 1 } }, noCheck);
    expect(grants.find(header)).toBe(first);
    await tenants.update('town', { devices: ['b', 'c'], quotas: {} }, noCheck);
    expect([grants.find(header), grants.holds(first)]).toEqual([undefined, false]);
    expect((await grants.admit(header, [])).devices).toEqual(new Set(['b']));
    await tenants.update('town', { devices: ['b', 'c'], quotas: {}, description: 'x' }, noCheck);
    expect(grants.find(header)?.devices).toEqual(new Set(['b']));
    await tenants.remove('town', noCheck);
    await expect(grants.admit(header, [])).rejects.toMatchObject({ error: 'invalid_token' });
  });

  it('have clients that see all that they see, unless these see less', async () => {
    const identity = await openIdentity();
    await identity.tenants.update('town', { devices: ['b', 'c'], quotas: {} }, noCheck);
    const { header } = await withToken(identity);
    expect((await identity.grants.admit(header, [])).devices).toEqual(new Set(['b', 'c']));
  });
});
