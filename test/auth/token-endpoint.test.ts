import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SignJWT, type JWTHeaderParameters } from 'jose';
import type { ClientKey } from '../../src/auth/client-keys.js';
import type { TokenRequest } from '../../src/auth/token-endpoint.js';
import { FakeState } from '../registry/fake-state.js';
import { details, ISSUER, openIdentity, SCOPES, SetClock } from './identity.js';

const GRANT = { grant_type: 'client_credentials' };
const HOME = '127.0.0.3';
const ATTACKER = '127.0.0.2';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const WRONG = 'A'.repeat(43);
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

async function setUp() {
  const [state, clock] = [new FakeState(), new SetClock()];
  const identity = await openIdentity({ state, clock });
  const { client, secret = '' } = await identity.clients.create(details({ clientId: 'plates' }));
  const ask = (request: Partial<TokenRequest>) => identity.endpoint.answer({ form: GRANT, remoteAddress: HOME, ...request });
  const post = (form: object, remoteAddress = HOME) => ask({ form: { ...GRANT, ...form }, remoteAddress });
  const outcome = async (asked: Promise<unknown>) => {
    const answer = await asked.catch((error: unknown) => error);
    const { status, body, code } = answer as { status?: number; body?: { error?: string }; code?: string };
    return code ?? (body?.error === undefined ? status : `${status ?? ''} ${body.error}`);
  };
  return { ...identity, identity, state, clock, client, secret, ask, post, outcome };
}

describe('A client that asks for a token', () => {
  it('gets one for its secret, in the header or in the form', async () => {
    const { ask, post, secret, tokens } = await setUp();
    for (const asked of [ask({ authorization: basic('plates', secret) }), post({ client_id: 'plates', client_secret: secret })]) {
      const answer = await asked;
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { token_type: 'Bearer', expires_in: 600, scope: 'camera:read sensors:read' },
      });
      const { access_token = '' } = answer.body as { access_token?: string };
      expect(await tokens.verify(access_token)).toMatchObject({
        client: 'plates',
        scopes: new Set(['camera:read', 'sensors:read']),
      });
    }
  });

  it('may ask for less, and not for more', async () => {
    const { post, secret, outcome } = await setUp();
    const asking = (scope: string) => post({ client_id: 'plates', client_secret: secret, scope });
    expect(await asking('sensors:read sensors:read')).toMatchObject({ status: 200, body: { scope: 'sensors:read' } });
    for (const scope of ['camera:write', 'camera:read camera:write', 'camera:read  sensors:read', ' camera:read', 'a"b'])
      expect(await outcome(asking(scope))).toBe('400 invalid_scope');
  });

  it('gets every scope that there is when it may have all', async () => {
    const { clients, post } = await setUp();
    const { secret } = await clients.create(details({ clientId: 'admin', role: 'admin', scopes: undefined, appInstanceIds: [] }));
    expect(await post({ client_id: 'admin', client_secret: secret })).toMatchObject({ body: { scope: SCOPES.join(' ') } });
  });

  it('is told what is wrong with its request', async () => {
    const { clients, ask, post, secret, outcome } = await setUp();
    const { secret: idle } = await clients.create(details({ clientId: 'idle', scopes: [], appInstanceIds: [] }));
    const said = { client_id: 'plates', client_secret: secret };
    expect(await outcome(ask({ form: said }))).toBe('400 invalid_request');
    expect(await outcome(post({ ...said, grant_type: '' }))).toBe('400 invalid_request');
    expect(await outcome(post({ ...said, grant_type: ['client_credentials', 'client_credentials'] }))).toBe(
      '400 invalid_request',
    );
    expect(await outcome(post({ ...said, scope: { a: 1 } }))).toBe('400 invalid_request');
    expect(await outcome(post({ ...said, grant_type: 'password' }))).toBe('400 unsupported_grant_type');
    expect(await outcome(ask({ authorization: basic('plates', secret), form: { ...GRANT, client_secret: secret } }))).toBe(
      '400 invalid_request',
    );
    expect(await outcome(ask({ authorization: basic('plates', secret), form: { ...GRANT, client_id: 'other' } }))).toBe(
      '400 invalid_request',
    );
    expect(await outcome(post({ client_secret: secret }))).toBe('400 invalid_request');
    expect(await outcome(post({ client_id: 'idle', client_secret: idle }))).toBe('400 unauthorized_client');
    expect(await outcome(post({ ...said, unknown: ['left', 'alone'], scope: '' }))).toBe(200);
  });

  it('is told no more than that it is not known, and how to say who it is', async () => {
    const { clients, ask, post, secret } = await setUp();
    const strange = ['Bearer x', 'Basic', 'Basic !', basic('plates', '%'), basic('plates', ''), `Basic ${btoa('plates')}`];
    const answers = [
      await post({}),
      await post({ client_id: 'plates', client_secret: WRONG }),
      await post({ client_id: 'nobody', client_secret: WRONG }),
      await post({ client_id: '__proto__', client_secret: WRONG }),
      ...(await Promise.all(strange.map((authorization) => ask({ authorization, remoteAddress: '127.0.0.9' })))),
    ];
    await clients.disable('plates');
    answers.push(await post({ client_id: 'plates', client_secret: secret }));
    for (const answer of answers) {
      expect(answer).toEqual(answers[0]);
      expect(answer).toMatchObject({
        status: 401,
        headers: { 'WWW-Authenticate': 'Basic realm="umec"' },
        body: { error: 'invalid_client' },
      });
    }
  });

  it('is answered, whatever it sends', async () => {
    const { identity } = await setUp();
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('client_credentials', ASSERTION_TYPE, 'a.b.c'));
    const names = ['grant_type', 'scope', 'client_id', 'client_secret', 'client_assertion', 'client_assertion_type', '__proto__'];
    const form = fc.dictionary(fc.constantFrom(...names), value);
    let host = 0;
    await fc.assert(
      fc.asyncProperty(form, fc.option(fc.string(), { nil: undefined }), async (sent, authorization) => {
        const remoteAddress = `10.0.${host >> 8}.${host++ & 255}`;
        const { status } = await identity.endpoint.answer({ form: { ...GRANT, ...sent }, authorization, remoteAddress });
        expect([400, 401]).toContain(status);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Whoever guesses secrets', () => {
  it('is slowed, counted and reported, and nobody else suffers', async () => {
    const { post, secret, outcome, clock, reports } = await setUp();
    expect(await outcome(post({ client_id: 'plates', client_secret: secret }))).toBe(200);
    const outcomes = new Map<unknown, number>();
    for (let count = 0; count < 1_000; count++) {
      const result = await outcome(post({ client_id: 'plates', client_secret: WRONG }, ATTACKER));
      outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
      await clock.advance(100);
    }
    // 10 at once, then after 1, 2, 4, … 60 s
    expect(outcomes.get('401 invalid_client')).toBeLessThanOrEqual(17);
    expect((outcomes.get('401 invalid_client') ?? 0) + (outcomes.get('tooManyRequests') ?? 0)).toBe(1_000);
    await expect(post({ client_id: 'plates', client_secret: secret }, ATTACKER)).rejects.toMatchObject({
      code: 'tooManyRequests',
      retryAfterMs: expect.any(Number),
    });
    expect(await outcome(post({ client_id: 'plates', client_secret: secret }))).toBe(200);
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThanOrEqual(10);
    expect(reports.join()).toContain(ATTACKER);
    expect(reports.join()).not.toContain(WRONG);
  });

  it('is slowed for a client too when it comes from everywhere, but not where that client is at home', async () => {
    const { post, secret, outcome, clock } = await setUp();
    expect(await outcome(post({ client_id: 'plates', client_secret: secret }))).toBe(200);
    for (let host = 0; host < 21; host++) await post({ client_id: 'plates', client_secret: WRONG }, `10.0.0.${host}`);
    const guess = () => outcome(post({ client_id: 'plates', client_secret: WRONG }, '10.1.0.1'));
    expect(await guess()).toBe('tooManyRequests');
    expect(await outcome(post({ client_id: 'plates', client_secret: secret }))).toBe(200);
    await clock.advance(10_000);
    expect(await outcome(post({ client_id: 'plates', client_secret: secret }, '10.1.0.1'))).toBe(200);
  });

  it('has one address for a whole IPv6 network, and for both ways to write an IPv4 address', async () => {
    const { post, outcome, reports } = await setUp();
    for (let host = 1; host <= 11; host++) await post({ client_id: `c${host}`, client_secret: WRONG }, `2001:db8::${host}`);
    expect(await outcome(post({ client_id: 'x', client_secret: WRONG }, '2001:db8::ffff:1'))).toBe('tooManyRequests');
    expect(await outcome(post({ client_id: 'x', client_secret: WRONG }, '2001:db8:0:1::1'))).toBe('401 invalid_client');
    for (let at = 1; at <= 11; at++) await post({ client_id: `d${at}`, client_secret: WRONG }, '10.0.0.1');
    expect(await outcome(post({ client_id: 'x', client_secret: WRONG }, '::ffff:10.0.0.1'))).toBe('tooManyRequests');
    // both were slowed within ten seconds
    expect(reports).toHaveLength(1);
  });

  it('starts anew after a quarter of an hour of peace', async () => {
    const { post, outcome, clock } = await setUp();
    for (let count = 0; count < 11; count++) await post({ client_id: 'plates', client_secret: WRONG });
    expect(await outcome(post({ client_id: 'plates', client_secret: WRONG }))).toBe('tooManyRequests');
    await clock.advance(900_000);
    for (let count = 0; count < 10; count++)
      expect(await outcome(post({ client_id: 'plates', client_secret: WRONG }))).toBe('401 invalid_client');
  });
});

describe('A client with a key of its own', () => {
  const pair = generateKeyPairSync('ed25519');
  const key = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'EdDSA' } as ClientKey;

  async function withKey() {
    const set = await setUp();
    await set.clients.create(details({ clientId: 'lens', appInstanceIds: [], keys: [key] }));
    let jti = 0;
    const assertion = async (
      changes: object = {},
      header: Partial<JWTHeaderParameters> = {},
      signer: KeyObject = pair.privateKey,
    ) => {
      const iat = Math.floor(set.clock.now() / 1000);
      const claims = {
        iss: 'lens',
        sub: 'lens',
        aud: `${ISSUER}/oauth2/token`,
        iat,
        exp: iat + 60,
        jti: `j${++jti}`,
        ...changes,
      };
      return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: 'k1', ...header }).sign(signer);
    };
    const sendFrom = (remoteAddress: string, client_assertion: string, more: object = {}) =>
      set.outcome(set.post({ client_assertion, client_assertion_type: ASSERTION_TYPE, ...more }, remoteAddress));
    const send = (text: string, more: object = {}) => sendFrom(HOME, text, more);
    return { ...set, assertion, send, sendFrom };
  }

  it('gets a token for an assertion, once', async () => {
    const { assertion, send } = await withKey();
    const made = await assertion();
    expect(await Promise.all([send(made), send(made)])).toEqual(expect.arrayContaining([200, '401 invalid_client']));
    expect(await send(await assertion({ aud: ISSUER }, { typ: 'JWT' }), { client_id: 'lens' })).toBe(200);
    expect(await send(await assertion({ aud: [ISSUER] }))).toBe(200);
  });

  it.each(['P-256', 'RSA'])('may have one on %s', async (kind) => {
    const { clients, assertion, send } = await withKey();
    const other =
      kind === 'RSA' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const alg = kind === 'RSA' ? 'PS256' : 'ES256';
    const keys = [{ ...other.publicKey.export({ format: 'jwk' }), kid: 'k', alg } as ClientKey];
    await clients.create(details({ clientId: 'c2', appInstanceIds: [], keys }));
    expect(await send(await assertion({ iss: 'c2', sub: 'c2' }, { alg, kid: 'k' }, other.privateKey))).toBe(200);
  });

  it('gets none for an assertion with anything wrong', async () => {
    const { clients, assertion, sendFrom, outcome, post, clock } = await withKey();
    await clients.create(details({ clientId: 'other', appInstanceIds: [] }));
    const now = Math.floor(clock.now() / 1000);
    const foreign = generateKeyPairSync('ed25519').privateKey;
    const hmac = await new SignJWT({ iss: 'lens', sub: 'lens', aud: ISSUER, iat: now, exp: now + 60, jti: 'h' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(Buffer.from(key.x ?? '', 'base64url'));
    const bad = [
      await assertion({ aud: 'http://elsewhere.test' }),
      await assertion({ aud: [ISSUER, 'http://elsewhere.test'] }),
      await assertion({ aud: undefined }),
      await assertion({ iss: 'plates' }),
      await assertion({ sub: 'other', iss: 'other' }),
      await assertion({ sub: 'nobody', iss: 'nobody' }),
      await assertion({ exp: now - 61 }),
      await assertion({ exp: undefined }),
      await assertion({ exp: now + 301 }),
      await assertion({ iat: now + 120, exp: now + 180 }),
      await assertion({ iat: now - 600, exp: now + 60 }),
      await assertion({ iat: undefined }),
      await assertion({ nbf: now + 120 }),
      await assertion({ jti: undefined }),
      await assertion({ jti: '' }),
      await assertion({ jti: 'x'.repeat(257) }),
      await assertion({}, { kid: 'k2' }),
      await assertion({}, { jku: 'http://127.0.0.1:1/' }),
      await assertion({}, { typ: 'at+jwt' }),
      await assertion({}, {}, foreign),
      hmac,
      'a.b.c',
      'x',
      'A'.repeat(100_000),
      (await assertion()).replace(/[^.]*$/, ''),
    ];
    const outcomes = await Promise.all(bad.map((text, at) => sendFrom(`10.0.0.${at}`, text)));
    expect(outcomes.flatMap((result, at) => (result === '401 invalid_client' ? [] : [`${at}: ${String(result)}`]))).toEqual([]);
    expect(await sendFrom('10.1.0.1', await assertion(), { client_id: 'plates' })).toBe('401 invalid_client');
    expect(await outcome(post({ client_assertion: await assertion() }))).toBe('400 invalid_request');
    expect(await outcome(post({ client_assertion: await assertion(), client_assertion_type: 'x' }))).toBe('401 invalid_client');
    await clock.advance(10_000);
    expect(await sendFrom('10.1.0.2', await assertion())).toBe(200);
  });

  it('cannot use one again: not late, not after a restart, and not when the clock was put back', async () => {
    const { assertion, send, state, clock } = await withKey();
    await clock.advance(10_000);
    const made = await assertion();
    expect(await send(made)).toBe(200);
    await clock.advance(2_000);
    const again = await openIdentity({ state, clock });
    const form = { ...GRANT, client_assertion: made, client_assertion_type: ASSERTION_TYPE };
    expect(await again.endpoint.answer({ form, remoteAddress: HOME })).toMatchObject({ status: 401 });
    // it has ended by now, but for a client with a slow clock it would not have
    await clock.advance(113_000);
    expect(await send(made)).toBe('401 invalid_client');
    await clock.advance(200_000);
    clock.offset = -290_000;
    expect(await send(made)).toBe('401 invalid_client');
  });

  it('can use so many in a short time', async () => {
    const { assertion, send, clock } = await withKey();
    for (let count = 0; count < 32; count++) expect(await send(await assertion())).toBe(200);
    expect(await send(await assertion())).toBe('tooManyRequests');
    await clock.advance(121_000);
    expect(await send(await assertion())).toBe(200);
  });

  it('is not let in once it is disabled', async () => {
    const { clients, assertion, send } = await withKey();
    await clients.disable('lens');
    expect(await send(await assertion())).toBe('401 invalid_client');
  });
});

describe('The metadata', () => {
  it('says where everything is', async () => {
    const { metadata } = await setUp();
    expect(metadata).toMatchObject({
      issuer: ISSUER,
      token_endpoint: `${ISSUER}/oauth2/token`,
      jwks_uri: `${ISSUER}/oauth2/jwks`,
      grant_types_supported: ['client_credentials'],
      scopes_supported: SCOPES,
    });
  });
});
