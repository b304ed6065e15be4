import { describe, expect, it } from '@jest/globals';
import { Access, type AccessParts } from '../../src/auth/access.js';
import { OpenGrants, type Grant } from '../../src/auth/grants.js';
import type { Audience } from '../../src/registry/audience.js';
import type { Device } from '../../src/registry/devices.js';
import type { Owner } from '../../src/registry/owner.js';

type Known = NonNullable<ReturnType<AccessParts['clients']['find']>>;

const owner: Owner = { client: 'reader', tenant: 'rail' };
const lens = { deviceId: 'camera-lens-1' };
const nothing: ReadonlySet<string> = new Set();
const grant: Grant = {
  ...{ client: 'reader', tenant: 'rail', scopes: nothing, expires: Infinity, appInstanceIds: nothing },
  devices: new Set(['camera-lens-1']),
};

/** Where the client `reader` is as it is said. */
function accessWith(client?: Known, given?: Owner) {
  let clients: object = [];
  const access = new Access({
    tenants: { find: (tenant) => (tenant === 'closed' ? { devices: [] } : { devices: 'all' }) },
    own: 'gateway',
    application: (appInstanceId) => (appInstanceId === 'unowned' ? {} : undefined),
    clients: { find: () => client, ownerOf: () => given, list: () => clients },
  });
  return { access, change: () => (clients = []) };
}

describe('A subscriber', () => {
  const hears = (client: Known | undefined, whose: Owner | undefined, audience: Audience) =>
    accessWith(client).access.hears({ appInstanceId: 'app-1', ...(whose ? { owner: whose } : {}) }, audience);
  const client = { disabled: false, tenant: 'rail' };

  it.each<[string, Known | undefined, Owner | undefined, Audience, boolean]>([
    ['of what everybody may see', client, owner, {}, true],
    ['of its tenant', client, owner, { tenant: 'rail' }, true],
    ['of no other', client, owner, { tenant: 'police' }, false],
    ['of any device, if its client may see all', client, owner, lens, true],
    ['of a device that its client may see now', { ...client, devices: ['camera-lens-1'] }, owner, lens, true],
    ['of none that its client may see no more', { ...client, devices: [] }, owner, lens, false],
    ['of none that its tenant may see no more', { ...client, tenant: 'closed' }, { ...owner, tenant: 'closed' }, lens, false],
    ['of nothing while its client is disabled', { ...client, disabled: true }, owner, {}, false],
    ['of nothing once its client is gone', undefined, owner, {}, false],
    ['of nothing once its client is another tenant’s', { ...client, tenant: 'police' }, owner, {}, false],
    ['as its outside client saw when it came', undefined, { ...owner, client: 'https://id.test#1', devices: [] }, lens, false],
    ['of what is the host’s, where it is nobody’s', undefined, undefined, { tenant: 'host' }, true],
    ['of no tenant, where it is nobody’s', undefined, undefined, { tenant: 'rail' }, false],
  ])('hears %s', (_what, record, whose, audience, expected) => {
    expect(hears(record, whose, audience)).toBe(expected);
  });
});

describe('A list', () => {
  const devices = ['camera-lens-1', 'camera-lens-2'].map((deviceId) => ({ deviceId })) as unknown as readonly Device[];

  it('is the very same for whoever sees all of it', async () => {
    const { access } = accessWith();
    expect(access.devices(await new OpenGrants().admit(), devices)).toBe(devices);
    const both = { ...grant, devices: new Set(['camera-lens-1', 'camera-lens-2']) };
    expect(access.devices(both, devices)).toBe(devices);
  });

  it('is filtered once for a grant, and again when a client has changed', () => {
    const { access, change } = accessWith();
    const seen = access.devices(grant, devices);
    expect(seen).toEqual([{ deviceId: 'camera-lens-1' }]);
    expect(access.devices(grant, devices)).toBe(seen);
    change();
    expect(access.devices(grant, devices)).not.toBe(seen);
    expect(access.devices({ ...grant, devices: nothing }, devices)).toEqual([]);
  });
});

describe('An application instance', () => {
  const operator: Grant = { ...grant, appInstanceIds: 'all', devices: 'all' };

  it('that nobody has made is the host’s, and one that there is not is nobody’s', () => {
    const { access } = accessWith();
    const host = { ...operator, tenant: 'host' };
    const owned = (who: Grant) => ['unowned', 'nowhere', 'gateway'].map((appInstanceId) => access.owns(who, appInstanceId));
    expect([owned(operator), owned(host)]).toEqual([
      [false, false, false],
      [true, false, false],
    ]);
  });

  it('that was given to a client is its own, and its tenant’s operators’', () => {
    const { access } = accessWith(undefined, owner);
    const others = [grant, operator, { ...grant, client: 'writer' }, { ...operator, tenant: 'police' }];
    expect(others.map((who) => access.owns(who, 'given'))).toEqual([true, true, false, false]);
  });
});
