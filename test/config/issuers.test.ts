import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { readPage } from '../docs/blocks.js';

const rule = { when: { groups: 'g' }, scopes: ['camera:read'], tenant: 'town' };
const trust = { issuer: 'https://idp.example', rules: [rule] };
const read = (...issuers: readonly object[]) => parseConfig({ auth: { issuers } }, {}).auth.issuers;

describe('The issuers of a configuration', () => {
  it('are none unless given', () => {
    expect(parseConfig({}, {}).auth.issuers).toEqual([]);
  });

  it('say little when they say what is needed', () => {
    const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
    expect(read(trust)).toEqual([{ ...trust, algorithms, maxLifetimeS: 86_400 }]);
  });

  it('may stand in a variable', () => {
    expect(parseConfig({}, { UMEC_AUTH_ISSUERS: JSON.stringify([trust]) }).auth.issuers).toHaveLength(1);
  });

  it.each(['http://127.0.0.1:8081/realms/x', 'http://localhost:8081', 'http://[::1]:8081', 'https://idp.example/realms/street/'])(
    'may be at %s',
    (issuer) => {
      expect(read({ ...trust, issuer })).toHaveLength(1);
    },
  );

  it('may have any name where their keys are elsewhere', () => {
    expect(read({ ...trust, issuer: 'http://idp.example', jwksUri: 'https://keys.example/jwks?x=1' })).toHaveLength(1);
  });

  it.each<[object, string]>([
    [{ issuer: 'http://idp.example' }, 'expected jwksUri, or an issuer that begins with https://'],
    [{ issuer: 'idp.example' }, 'expected a URL without query and fragment'],
    [{ issuer: 'kubernetes/serviceaccount', jwksUri: 'https://k/' }, 'expected a URL without query and fragment'],
    [{ issuer: 'https://idp.example/?x' }, 'expected a URL without query and fragment'],
    [{ issuer: 'https://idp.example/#x' }, 'expected a URL without query and fragment'],
    [{ issuer: 'https://u:p@idp.example' }, 'expected a URL without query and fragment'],
    [{ jwksUri: 'http://idp.example/jwks' }, 'expected a URL that begins with https://'],
    [{ jwksUri: 'file:///jwks' }, 'expected a URL that begins with https://'],
    [{ jwksUri: 'https://u:p@idp.example/jwks' }, 'expected a URL that begins with https://'],
    [{ algorithms: ['HS256'] }, 'auth.issuers.0.algorithms.0'],
    [{ algorithms: ['none'] }, 'auth.issuers.0.algorithms.0'],
    [{ algorithms: [] }, 'auth.issuers.0.algorithms'],
    [{ maxLifetimeS: 59 }, 'auth.issuers.0.maxLifetimeS'],
    [{ rules: [] }, 'auth.issuers.0.rules'],
    [{ secret: 'x' }, 'there is no such setting'],
  ])('cannot be %j', (changes, words) => {
    expect(() => read({ ...trust, ...changes })).toThrow(words);
  });

  it.each<[object, string]>([
    [{ when: {} }, 'expected at least one claim'],
    [{ when: { a: null } }, 'auth.issuers.0.rules.0.when.a'],
    [{ when: { a: [] } }, 'auth.issuers.0.rules.0.when.a'],
    [{ when: { a: { b: 1 } } }, 'auth.issuers.0.rules.0.when.a'],
    [{ role: 'admin' }, 'expected one of role and scopes'],
    [{ role: 'guest' }, 'auth.issuers.0.rules.0.role'],
    [{ role: 'operator', scopes: undefined, tenant: undefined }, 'expected one of tenant and tenantClaim'],
    [{ role: 'admin', scopes: undefined, tenantClaim: 'x' }, 'expected one of tenant and tenantClaim'],
    [{ scopes: undefined }, 'expected one of role and scopes'],
    [{ scopes: [] }, 'auth.issuers.0.rules.0.scopes'],
    [{ tenant: undefined }, 'expected one of tenant and tenantClaim'],
    [{ tenantClaim: 'x' }, 'expected one of tenant and tenantClaim'],
    [{ tenant: 'a b' }, 'auth.issuers.0.rules.0.tenant'],
    [{ devices: ['a b'] }, 'auth.issuers.0.rules.0.devices.0'],
    [{ appInstanceIds: 'some' }, 'auth.issuers.0.rules.0.appInstanceIds'],
  ])('have no rule that says %j', (changes, words) => {
    expect(() => read({ ...trust, rules: [{ ...rule, ...changes }] })).toThrow(words);
  });

  it('are another one each', () => {
    expect(() => read(trust, trust)).toThrow('auth.issuers.1.issuer: found https://idp.example again');
  });

  it('are as the page about the configuration shows them', () => {
    const examples = [...readPage('docs/configuration.md').matchAll(/(?:^ {4}auth:\n)(?:^ {5,}.*\n)+/gm)];
    expect(examples).toHaveLength(2);
    for (const [yaml] of examples) expect(parseConfig(parse(yaml), {}).auth.issuers).toHaveLength(1);
  });
});

describe('Where the configuration sends the gateway', () => {
  it.each(['http://169.254.169.254:8086', 'http://0xa9fea9fe:8086', 'http://[fe80::1]:8086', 'http://[::ffff:169.254.1.1]'])(
    'is not %s',
    (url) => {
      expect(() => parseConfig({ destinations: { a: { url, token: 't', bucket: 'b' } } }, {})).toThrow(
        'destinations.a.url: found http://',
      );
      expect(() => parseConfig({ street: { registry: url }, http: { publicUrl: 'http://10.0.0.1' } }, {})).toThrow(
        'expected no link-local address',
      );
    },
  );
});
