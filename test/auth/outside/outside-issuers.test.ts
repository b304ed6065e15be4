import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type CryptoKey, exportSPKI, importJWK, type JWTPayload } from 'jose';
import { BearerRefusal } from '../../../src/auth/bearer-refusal.js';
import { CLIENT_ID } from '../../../src/auth/client.js';
import { COOL_DOWN_MS, KEPT_MS, STALE_MS } from '../../../src/auth/outside/issuer-keys.js';
import type { TrustedIssuer } from '../../../src/auth/outside/outside-issuers.js';
import { GatewayError } from '../../../src/errors.js';
import { ISSUER, openIdentity, SetClock, withToken } from '../identity.js';
import { FakeSource, FOR_US, IDP, type Signer, signer, tokenOf, trusted } from './issuer.js';

const first = await signer('first');
const second = await signer('second');

async function setUp(changes: Partial<TrustedIssuer> = {}, keys: readonly unknown[] = [first.open]) {
  const source = new FakeSource(keys);
  const clock = new SetClock();
  const identity = await openIdentity({ clock, issuers: [trusted(source, changes)] });
  const { grants } = identity;
  const header = async (claims?: JWTPayload, head?: object, by: Signer = first) =>
    `Bearer ${await tokenOf(by, clock.now(), claims, head)}`;
  const refusal = async (authorization: string) => {
    const error: unknown = await grants.admit(authorization, []).catch((thrown: unknown) => thrown);
    if (error instanceof BearerRefusal) return `${error.error}: ${error.message}`;
    return error instanceof GatewayError ? `${error.code}: ${error.message}` : 'none';
  };
  return { ...identity, identity, source, clock, header, refusal };
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (clock: SetClock, more = 0) => Math.floor(clock.now() / 1000) + more;

describe('A token of a trusted issuer', () => {
  it('lets in with the rights of the rule that fits, until it ends', async () => {
    const { grants, header, clock, source } = await setUp({
      rules: [{ when: { groups: 'g' }, scopes: ['camera:read'], tenant: 'town', devices: ['camera-lens-1'] }],
    });
    const authorization = await header({ groups: ['f', 'g'] });
    const grant = await grants.admit(authorization, ['camera:read']);
    expect(grant).toEqual({
      client: `${IDP}#plates`,
      scopes: new Set(['camera:read']),
      tenant: 'town',
      devices: new Set(['camera-lens-1']),
      appInstanceIds: new Set(),
      expires: (seconds(clock) + 300 + 30) * 1000,
    });
    expect([grants.find(authorization), grants.holds(grant)]).toEqual([grant, true]);
    await expect(grants.admit(authorization, ['camera:write'])).rejects.toMatchObject({ code: 'forbidden' });
    await clock.advance(329_000);
    expect(grants.find(authorization)).toBe(grant);
    await clock.advance(1_000);
    expect([grants.find(authorization), grants.holds(grant)]).toEqual([undefined, false]);
    clock.offset = -3_600_000;
    expect(grants.find(authorization)).toBeUndefined();
    await expect(grants.admit(authorization, [])).rejects.toThrow('expired');
    expect(source.fetched).toBe(1);
  });

  it('never has the name of a client of ours', async () => {
    const { grants, header } = await setUp();
    for (const sub of ['plates', 'a.b-c_d', 'system:serviceaccount:street:plates'])
      expect((await grants.admit(await header({ sub }), [])).client).not.toMatch(CLIENT_ID);
  });

  it('leaves ours as they are, which know nothing of it', async () => {
    const { identity, grants, tokens, header, source } = await setUp();
    const own = await withToken(identity);
    expect((await grants.admit(own.header, [])).client).toBe(own.client.clientId);
    expect(source.fetched).toBe(0);
    await grants.admit(await header(), []);
    await expect(tokens.verify((await header()).slice(7))).rejects.toThrow('not signed with a key that this gateway has');
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed by %s', async (alg) => {
    const by = await signer('k', alg);
    const { grants, header } = await setUp({}, [by.open]);
    await grants.admit(await header({}, {}, by), []);
  });

  it('is signed by what the issuer was trusted for alone', async () => {
    const { header, refusal } = await setUp({ algorithms: ['RS256'] });
    expect(await refusal(await header())).toBe('invalid_token: the token is not valid');
  });

  it.each([[undefined], ['JWT'], ['jwt'], ['at+jwt'], ['application/at+jwt']])('may say that it is %s', async (typ) => {
    const { grants, header } = await setUp();
    await grants.admit(await header({}, { typ }), []);
  });

  it('may have several audiences, of which we are one', async () => {
    const { grants, header } = await setUp();
    await grants.admit(await header({ aud: ['other', FOR_US] }), []);
  });

  it('needs no kid where the issuer has one key only', async () => {
    const one = await setUp();
    await one.grants.admit(await one.header({}, { kid: undefined }), []);
    const two = await setUp({}, [first.open, second.open]);
    expect(await two.refusal(await two.header({}, { kid: undefined }))).toContain('not signed with a key');
  });

  it('is let in by no rule when none fits, and asks for no other token', async () => {
    const { header, refusal } = await setUp({ rules: [{ when: { groups: 'g' }, role: 'admin' }] });
    expect(await refusal(await header())).toBe(
      'insufficient_scope: the token is valid, and no rule of this gateway lets its claims in',
    );
  });

  it.each<[string, (now: number) => JWTPayload, RegExp]>([
    ['for somebody else', () => ({ aud: 'other' }), /not for this gateway: expected the audience umec$/],
    ['for nobody', () => ({ aud: undefined }), /not for this gateway/],
    ['for somebody whose name begins like ours', () => ({ aud: ['umec2', 'ume'] }), /not for this gateway/],
    ['over', (now) => ({ iat: now - 400, exp: now - 31 }), /has expired$/],
    ['without end', () => ({ exp: undefined }), /not valid: exp$/],
    ['without beginning', () => ({ iat: undefined }), /not valid: iat$/],
    ['of nobody', () => ({ sub: undefined }), /not valid: sub$/],
    ['of somebody with a strange name', () => ({ sub: 'a\nb' }), /sub has characters/],
    ['of tomorrow', (now) => ({ iat: now + 31, exp: now + 300 }), /not valid yet$/],
    ['not to be used before tomorrow', (now) => ({ nbf: now + 31 }), /not valid yet$/],
    ['good for too long', (now) => ({ exp: now + 3_602 }), /lives for more than 3600 s$/],
    ['good for ever', () => ({ exp: 1e300 }), /not valid|lives for more/],
  ])('is refused when it is %s', async (_what, claims, words) => {
    const { header, refusal, clock } = await setUp();
    expect(await refusal(await header(claims(seconds(clock))))).toMatch(words);
  });

  it.each(['iat', 'nbf'])('may come from a clock that is ahead by half a minute: %s', async (claim) => {
    const { grants, header, clock } = await setUp();
    await grants.admit(await header({ [claim]: seconds(clock, 30) }), []);
  });
});

describe('A hostile token', () => {
  it.each(['none', 'None', 'HS256', 'RS256', 'ES384', ''])('with the algorithm %j is refused', async (alg) => {
    const { refusal, clock } = await setUp();
    const [, payload] = (await tokenOf(first, clock.now())).split('.');
    const head = base64({ alg, kid: 'first' });
    const pem = await exportSPKI((await importJWK(first.open, 'ES256', { extractable: true })) as CryptoKey);
    const secrets = [pem, JSON.stringify(first.open), ''].map((secret) =>
      createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url'),
    );
    for (const signature of [...secrets, ''])
      expect(await refusal(`Bearer ${head}.${payload}.${signature}`)).toMatch(/^invalid_token/);
  });

  it.each<[string, object]>([
    ['jku', { jku: 'http://127.0.0.1:1/keys' }],
    ['x5u', { x5u: 'http://127.0.0.1:1/keys' }],
    ['jwk', { jwk: second.open }],
    ['x5c', { x5c: ['MII'] }],
    ['kid', { kid: '../../../../dev/null' }],
    ['kid', { kid: 'http://127.0.0.1:1/keys' }],
    ['kid', { kid: '__proto__' }],
    ['typ', { typ: 'logout+jwt' }],
  ])('signed by its maker, with %s, is refused', async (_name, head) => {
    const { header, refusal } = await setUp();
    expect(await refusal(await header({}, { kid: 'first', ...head }, second))).toMatch(/^invalid_token/);
  });

  it.each([{ kid: 1 }, { alg: 1 }, { typ: {} }, { alg: ['ES256'] }, { crit: [] }, { b64: false, crit: ['b64'] }])(
    'with the header %j is refused',
    async (head) => {
      const { refusal, clock } = await setUp();
      const [, payload, signature] = (await tokenOf(first, clock.now())).split('.');
      expect(await refusal(`Bearer ${base64({ alg: 'ES256', kid: 'first', ...head })}.${payload}.${signature}`)).toMatch(
        /^invalid_token/,
      );
    },
  );

  it.each([
    `${IDP}/`,
    IDP.toUpperCase(),
    `${IDP}#`,
    'https://idp.example',
    'https://evil.example',
    ISSUER,
    '__proto__',
    '',
    undefined,
    null,
    1,
    [IDP],
  ])('of the issuer %j is of nobody, and nothing is fetched', async (iss) => {
    const { header, refusal, source } = await setUp();
    expect(await refusal(await header({ iss: iss as string }))).toMatch(/^invalid_token/);
    expect(source.fetched).toBe(0);
  });

  it('that was changed is refused', async () => {
    const { header, refusal } = await setUp();
    const [head, payload = '', signature] = (await header()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    expect(await refusal(`${head}.${base64({ ...claims, groups: ['street-admins'] })}.${signature}`)).toMatch(/^invalid_token/);
  });
});

describe('The keys of an issuer', () => {
  it('are fetched when they are needed, once for all who wait', async () => {
    const { grants, header, source } = await setUp();
    let open = () => {};
    source.gate = new Promise((resolve) => (open = resolve));
    expect(source.fetched).toBe(0);
    const headers = await Promise.all([header(), header(), header()]);
    const all = Promise.all(headers.map((one) => grants.admit(one, [])));
    open();
    expect(await all).toHaveLength(3);
    expect(source.fetched).toBe(1);
  });

  it('are fetched again for one that is new, and not for each that somebody makes up', async () => {
    const { grants, header, refusal, source, clock } = await setUp();
    await grants.admit(await header(), []);
    source.keys = [first.open, second.open];
    for (let at = 0; at < 20; at++) expect(await refusal(await header({}, { kid: `made-up-${at}` }))).toContain('not signed');
    expect(source.fetched).toBe(1);
    await clock.advance(COOL_DOWN_MS);
    await Promise.all(Array.from({ length: 20 }, async (_, at) => refusal(await header({}, { kid: `made-up-${at}` }))));
    expect(source.fetched).toBe(2);
    await grants.admit(await header({}, {}, second), []);
    expect(source.fetched).toBe(2);
  });

  it('are looked at again after ten minutes, and whoever signed with one that is gone is let in no more', async () => {
    const { grants, header, refusal, source, clock } = await setUp();
    const authorization = await header({ exp: seconds(clock, 3_600) });
    const grant = await grants.admit(authorization, []);
    source.keys = [second.open];
    await clock.advance(STALE_MS - 1);
    expect([grants.holds(grant), source.fetched]).toEqual([true, 1]);
    await clock.advance(1);
    // who asks sets it off, and does not wait
    expect(grants.holds(grant)).toBe(true);
    await clock.advance(0);
    expect([grants.holds(grant), grants.find(authorization), source.fetched]).toEqual([false, undefined, 2]);
    expect(await refusal(authorization)).toContain('not signed with a key that its issuer has');
    await grants.admit(await header({}, {}, second), []);
  });

  it('that are the same are no reason to end anything', async () => {
    const { grants, header, source, clock } = await setUp();
    const authorization = await header({ exp: seconds(clock, 3_600) });
    const grant = await grants.admit(authorization, []);
    source.keys = [second.open, { ...first.open }];
    await clock.advance(STALE_MS);
    grants.holds(grant);
    await clock.advance(0);
    expect([grants.find(authorization), source.fetched]).toEqual([grant, 2]);
  });

  it('are good for a day while the issuer is down, and nobody is blamed for it afterwards', async () => {
    const { grants, header, refusal, source, clock, reports } = await setUp({ maxLifetimeS: 604_800 });
    const authorization = await header({ exp: seconds(clock, 200_000) });
    const grant = await grants.admit(authorization, []);
    source.isDown = true;
    await clock.advance(KEPT_MS - 1);
    await grants.admit(await header(), []);
    expect(grants.holds(grant)).toBe(true);
    await clock.advance(1);
    expect([grants.holds(grant), grants.find(authorization)]).toEqual([false, undefined]);
    expect(await refusal(await header())).toBe(`unavailable: the keys of ${IDP} cannot be had`);
    source.isDown = false;
    await clock.advance(COOL_DOWN_MS);
    await grants.admit(authorization, []);
    expect(reports).toEqual([
      `the keys of ${IDP} cannot be fetched: the issuer is down`,
      `the keys of ${IDP} can be fetched again`,
    ]);
  });

  it('that cannot be had at the start are asked for again after a while only', async () => {
    const { header, refusal, source, clock } = await setUp();
    source.isDown = true;
    for (let at = 0; at < 5; at++) expect(await refusal(await header())).toMatch(/^unavailable/);
    expect(source.fetched).toBe(1);
    source.isDown = false;
    await clock.advance(COOL_DOWN_MS);
    expect(await refusal(await header())).toBe('none');
  });

  it('are only such as can be used', async () => {
    const rsa = await signer('rsa', 'RS256');
    const bad = [
      null,
      'key',
      {},
      { kty: 'oct', k: 'c2VjcmV0', kid: 'oct', alg: 'HS256' },
      { ...second.open, use: 'enc' },
      { ...second.open, key_ops: ['sign'] },
      { ...second.open, alg: 'ES512' },
      { ...second.open, x: 'AAAA' },
      { ...rsa.open, n: rsa.open.n?.slice(0, 171) },
      { ...rsa.open, e: 'Aw' },
      { ...rsa.open, kid: 'x'.repeat(257) },
    ];
    const { grants, header, refusal } = await setUp({}, [...bad, first.open]);
    await grants.admit(await header({}, { kid: undefined }), []);
    expect(await refusal(await header({}, {}, second))).toContain('not signed');
    expect(await refusal(await header({}, {}, rsa))).toContain('not signed');
  });

  it('are 32 at most', async () => {
    const many = Array.from({ length: 32 }, (_, at) => ({ ...second.open, kid: `k-${at}` }));
    const { header, refusal } = await setUp({}, [...many, first.open]);
    expect(await refusal(await header())).toContain('not signed');
  });
});

describe('An issuer that cannot be trusted as is asked', () => {
  it('stops the start', async () => {
    const source = new FakeSource([]);
    const opening = (changes: Partial<TrustedIssuer>) => openIdentity({ issuers: [trusted(source, changes)] });
    await expect(opening({ issuer: ISSUER })).rejects.toThrow('is this gateway itself');
    const rules = [{ when: { a: 1 }, scopes: ['camera:raed'], tenant: 't' }];
    await expect(opening({ rules })).rejects.toThrow('there is no scope camera:raed');
  });
});
