import { describe, expect, it } from '@jest/globals';
import { claimAt } from '../../../src/auth/outside/claim-at.js';
import { rightsOf, type Rule } from '../../../src/auth/outside/rule.js';

const EVERY = ['camera:read', 'camera:write', 'access:read'];
const claims = {
  iss: 'https://idp.example',
  groups: ['readers', 'street-admins'],
  scope: 'camera sensors',
  level: 3,
  isRobot: true,
  nothing: null,
  realm_access: { roles: ['viewer'] },
  'kubernetes.io': { namespace: 'street', serviceaccount: { name: 'plates', uid: 'u-1' } },
  'https://idp.example/tenant': 'harbour',
  'a.b': { c: 'far' },
  a: { b: { d: 'near' } },
};

describe('A claim', () => {
  it.each([
    ['iss', 'https://idp.example'],
    ['realm_access.roles', ['viewer']],
    ['kubernetes.io.namespace', 'street'],
    ['kubernetes.io.serviceaccount.name', 'plates'],
    ['https://idp.example/tenant', 'harbour'],
    ['a.b.c', 'far'],
    ['a.b.d', 'near'],
    ['nothing', null],
  ])('is found at %s', (path, value) => {
    expect(claimAt(claims, path)).toEqual(value);
  });

  it.each([
    '',
    '.',
    'missing',
    'iss.length',
    'groups.0',
    'groups.length',
    'nothing.x',
    'constructor',
    '__proto__.x',
    'toString',
    'a.',
  ])('is not found at %j', (path) => {
    expect(claimAt(claims, path)).toBeUndefined();
  });
});

describe('A rule', () => {
  const fits = (when: Rule['when']) => rightsOf([{ when, role: 'admin' }], claims, EVERY) !== undefined;

  it.each<[Rule['when'], boolean]>([
    [{ groups: 'street-admins' }, true],
    [{ groups: ['nobody', 'readers'] }, true],
    [{ groups: 'street' }, false],
    [{ groups: 'readers', level: 3, isRobot: true }, true],
    [{ groups: 'readers', level: '3' }, false],
    [{ isRobot: 'true' }, false],
    [{ scope: 'camera' }, true],
    [{ scope: 'camera sensors' }, false],
    [{ scope: 'cam' }, false],
    [{ 'kubernetes.io.namespace': 'street', 'kubernetes.io.serviceaccount.name': ['plates', 'count'] }, true],
    [{ 'kubernetes.io.namespace': 'default' }, false],
    [{ missing: 'undefined' }, false],
    [{ nothing: 'null' }, false],
    [{ realm_access: '[object Object]' }, false],
  ])('with %j fits: %s', (when, expected) => {
    expect(fits(when)).toBe(expected);
  });

  it('is the first that fits, whatever stands behind it', () => {
    const rules: readonly Rule[] = [
      { when: { groups: 'nobody' }, role: 'admin' },
      { when: { groups: 'readers' }, scopes: ['camera:read'], tenant: 'town', devices: ['camera-lens-1'] },
      { when: { groups: 'street-admins' }, role: 'admin' },
    ];
    expect(rightsOf(rules, claims, EVERY)).toEqual({
      scopes: new Set(['camera:read']),
      tenant: 'town',
      appInstanceIds: new Set(),
      devices: new Set(['camera-lens-1']),
    });
  });

  it.each<[Partial<Rule>, object]>([
    [{ role: 'admin' }, { scopes: EVERY, appInstanceIds: 'all' }],
    [
      { role: 'admin', tenant: 'host' },
      { scopes: EVERY, appInstanceIds: 'all' },
    ],
    [
      { role: 'admin', tenant: 'town' },
      { scopes: EVERY, appInstanceIds: 'all', tenant: 'town' },
    ],
    [
      { role: 'operator', tenant: 'town' },
      { scopes: ['camera:read', 'camera:write'], appInstanceIds: 'all', tenant: 'town' },
    ],
    [
      { role: 'operator', tenant: 'host' },
      { scopes: ['camera:read', 'camera:write'], appInstanceIds: 'all', tenant: 'host' },
    ],
    [
      { role: 'viewer', tenant: 'town' },
      { scopes: ['camera:read'], appInstanceIds: new Set(), tenant: 'town' },
    ],
    [
      { role: 'admin', tenantClaim: 'kubernetes.io.namespace' },
      { scopes: EVERY, appInstanceIds: 'all', tenant: 'street' },
    ],
  ])('with %j gives what that role may do', (rule, { scopes, ...others }: { scopes?: readonly string[] }) => {
    expect(rightsOf([{ when: { groups: 'readers' }, ...rule }], claims, EVERY)).toEqual({
      scopes: new Set(scopes),
      devices: 'all',
      ...others,
    });
  });

  it.each<Rule['role']>(['admin', 'operator', 'viewer', undefined])(
    'gives the role %s to nobody who says to be of the host',
    (role) => {
      const rule: Rule = { when: { tenant: 'host' }, tenantClaim: 'tenant', ...(role ? { role } : { scopes: ['camera:read'] }) };
      expect(rightsOf([rule], { tenant: 'host' }, EVERY)).toBeUndefined();
    },
  );

  it('may take the tenant from a claim, and gives nothing without one', () => {
    const by = (tenantClaim: string) =>
      rightsOf([{ when: { level: 3 }, scopes: ['camera:read'], tenantClaim, appInstanceIds: 'all' }], claims, EVERY);
    expect(by('kubernetes.io.namespace')).toMatchObject({ tenant: 'street', appInstanceIds: 'all', devices: 'all' });
    for (const claim of ['missing', 'groups', 'level', 'iss', 'scope']) expect(by(claim)).toBeUndefined();
  });

  it('gives nothing when it names no tenant at all', () => {
    expect(rightsOf([{ when: { level: 3 }, role: 'operator' }], claims, EVERY)).toBeUndefined();
    expect(rightsOf([{ when: { level: 3 }, scopes: ['camera:read'] }], claims, EVERY)).toBeUndefined();
  });
});
