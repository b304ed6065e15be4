import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { until } from '../until.js';
import { FakeState } from '../registry/fake-state.js';
import { AUDIENCE, claimsOf, forge, headerOf, ISSUER, openIdentity, stolenKey, withToken } from './identity.js';

const HOUR = 3_600_000;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A character of which the bits that say nothing are others. */
const respelled = (last: string) => ({ A: 'B', Q: 'R', g: 'h', w: 'x' })[last] ?? '';

async function setUp() {
  const state = new FakeState();
  const identity = { ...(await openIdentity({ state })), state };
  return { ...identity, identity, ...(await withToken(identity)) };
}

describe('An access token', () => {
  it('is as RFC 9068 has it', async () => {
    const { token, client, clock, keys } = await setUp();
    const iat = clock.now() / 1000;
    expect(headerOf(token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: keys.jwks().keys[0]?.kid });
    expect(claimsOf(token)).toMatchObject({ iss: ISSUER, aud: AUDIENCE, sub: client.clientId, client_id: client.clientId });
    expect(claimsOf(token)).toMatchObject({ scope: 'camera:read sensors:read', iat, exp: iat + 600, jti: expect.any(String) });
  });

  it('grants what its client may do', async () => {
    const { identity, tokens, clock } = await setUp();
    const { token, client } = await withToken(identity, { appInstanceIds: ['app-2'], devices: ['camera-lens-1'] });
    expect(await tokens.verify(token)).toEqual({
      client: client.clientId,
      scopes: new Set(['camera:read', 'sensors:read']),
      expires: clock.now() + 600_000,
      tenant: 'town',
      appInstanceIds: new Set(['app-2']),
      devices: new Set(['camera-lens-1']),
    });
  });

  it('is good from the second in which it was made until it ends', async () => {
    const { tokens, token, clock } = await setUp();
    await clock.advance(599_999);
    const grant = await tokens.verify(token);
    expect(tokens.holds(grant)).toBe(true);
    await clock.advance(1);
    expect(tokens.holds(grant)).toBe(false);
    await expect(tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token', message: 'the token has expired' });
  });

  it('is good after a restart', async () => {
    const { state, clock, token } = await setUp();
    const { tokens } = await openIdentity({ state, clock });
    await expect(tokens.verify(token)).resolves.toBeDefined();
  });

  it('has ended for good once it has: the clock may be put back, and the gateway started again', async () => {
    for (const back of [10_000, 200_000, 400_000, HOUR]) {
      const { identity, state, clock, tokens } = await setUp();
      // so that it ends between two looks at the time
      await clock.advance(30_000);
      const { token } = await withToken(identity, { appInstanceIds: [] });
      await clock.advance(601_000);
      await expect(tokens.verify(token)).rejects.toThrow('expired');
      clock.offset = -back;
      await expect(tokens.verify(token)).rejects.toThrow('expired');
      const restarted = await openIdentity({ state, clock });
      await expect(restarted.tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
      await expect((await openIdentity({ state, clock })).tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
    }
  });

  it('is good over restarts again once a clock that was years ahead is right', async () => {
    const { identity, state, clock } = await setUp();
    clock.offset = 40 * 365 * 24 * HOUR;
    const ahead = await withToken(identity, { appInstanceIds: [] });
    await identity[Symbol.asyncDispose]();
    clock.offset = 0;
    const second = await openIdentity({ state, clock });
    expect(second.reports.join()).toContain('the clock is behind');
    await expect(second.tokens.verify(ahead.token)).rejects.toMatchObject({ error: 'invalid_token' });
    const { token } = await second.tokens.issue(ahead.client, ['camera:read']);
    const third = await openIdentity({ state, clock });
    expect(third.reports).toEqual([]);
    await expect(third.tokens.verify(token)).resolves.toMatchObject({ expires: clock.now() + 600_000 });
  });

  it('ends with its client, and with whatever ends that', async () => {
    const { identity, clients, tokens } = await setUp();
    const ends: ((clientId: string) => Promise<unknown>)[] = [
      (id) => clients.revoke(id),
      (id) => clients.rotate(id),
      (id) => clients.disable(id).then(() => clients.enable(id)),
      (id) => clients.remove(id),
      (id) => clients.remove(id).then(() => withToken(identity, { clientId: id, appInstanceIds: [] })),
    ];
    for (const end of ends) {
      const { client, token } = await withToken(identity, { appInstanceIds: [] });
      const grant = await tokens.verify(token);
      await end(client.clientId);
      expect(tokens.holds(grant)).toBe(false);
      await expect(tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
    }
  });

  it('is ended alone, also after a restart, and forgotten when it would have ended', async () => {
    const { identity, state, clock, tokens, client, token } = await setUp();
    const other = await withToken(identity, { appInstanceIds: [] });
    const grant = await tokens.verify(token);
    await tokens.revoke(token, other.client.clientId);
    expect(tokens.holds(grant)).toBe(true);
    await tokens.revoke(token, client.clientId);
    expect(tokens.holds(grant)).toBe(false);
    await expect(tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
    await expect(tokens.verify(other.token)).resolves.toBeDefined();
    const restarted = await openIdentity({ state, clock });
    await expect(restarted.tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
    const revoked = () => [...state.documents.keys()].filter((id) => id.startsWith('revoked-tokens/'));
    expect(revoked()).toHaveLength(1);
    await clock.advance(660_000);
    await until(async () => revoked().length === 0);
  });

  it('gets no end when it is none', async () => {
    const { tokens } = await setUp();
    await expect(tokens.revoke('nonsense', 'plates')).resolves.toBeUndefined();
  });

  it('loses the scopes that its client loses, and gets none that it was not given', async () => {
    const { clients, tokens, client, token } = await setUp();
    await clients.update(client.clientId, { ...client, scopes: ['sensors:read', 'camera:write'] });
    expect((await tokens.verify(token)).scopes).toEqual(new Set(['sensors:read']));
  });
});

describe('Somebody else', () => {
  it('gets nowhere with a token that the gateway has not made', async () => {
    const hits: string[] = [];
    const trap = createServer((req, res) => {
      hits.push(req.url ?? '');
      res.end('{}');
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/keys`;
    const { tokens, keys, state, token } = await setUp();
    const { kid, key } = stolenKey(state);
    const own = { alg: 'EdDSA', typ: 'at+jwt', kid };
    const claims = claimsOf(token);
    const text = JSON.stringify(claims);
    const now = Number(claims.iat);
    const foreign = generateKeyPairSync('ed25519').privateKey;
    const jwk = createPublicKey(foreign).export({ format: 'jwk' });
    const hmac = (secret: string | Buffer, header: object) => {
      const signed = `${encoded(header)}.${encoded(claims)}`;
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    };
    const x = keys.jwks().keys[0]?.x ?? '';
    const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' });
    const without = (name: string) => JSON.stringify({ ...claims, [name]: undefined });
    const changed = (changes: object) => forge(key, own, JSON.stringify({ ...claims, ...changes }));
    const [head = '', body = '', signature = ''] = token.split('.');
    const attacks: Record<string, string> = {
      'alg none': `${encoded({ ...own, alg: 'none' })}.${body}.`,
      'alg none with a signature': `${encoded({ ...own, alg: 'none' })}.${body}.${signature}`,
      'HS256 with the public key': hmac(Buffer.from(x, 'base64url'), { ...own, alg: 'HS256' }),
      'HS256 with the public key as text': hmac(x, { ...own, alg: 'HS256' }),
      'HS256 with the public key as PEM': hmac(pem, { ...own, alg: 'HS256' }),
      'HS256 in our own header': hmac(Buffer.from(x, 'base64url'), own),
      'a kid that is a path': await forge(foreign, { ...own, kid: '../../dev/null' }, text),
      'a kid that is a query': await forge(foreign, { ...own, kid: "' OR 1=1 --" }, text),
      'a kid that is a prototype': await forge(foreign, { ...own, kid: '__proto__' }, text),
      'no kid': await forge(key, { alg: 'EdDSA', typ: 'at+jwt' }, text),
      'a key of its own under our kid': await forge(foreign, own, text),
      jku: await forge(foreign, { ...own, jku: url }, text),
      x5u: await forge(foreign, { ...own, x5u: url }, text),
      jwk: await forge(foreign, { ...own, jwk }, text),
      'jku, signed with our key': await forge(key, { ...own, jku: url }, text),
      'header with a name twice': `${Buffer.from(`{"alg":"none","alg":"EdDSA","typ":"at+jwt","kid":"${kid}"}`).toString('base64url')}.${body}.${signature}`,
      'a claim twice': await forge(key, own, text.replace('{', '{"sub":"admin",')),
      'a claim twice, the true one first': await forge(key, own, text.replace(/}$/, ',"scope":"camera:write"}')),
      'another issuer': await changed({ iss: 'http://attacker.test' }),
      'another audience': await changed({ aud: 'gateway-2' }),
      'many audiences, none of them us': await changed({ aud: ['gateway-2', 'gateway-3'] }),
      expired: await changed({ iat: now - 700, exp: now - 100 }),
      'not valid yet': await changed({ iat: now + 10, exp: now + 610 }),
      'not before later': await changed({ nbf: now + 10 }),
      'an exp of text': await changed({ exp: String(now + 600) }),
      'an endless exp': await changed({ exp: 1e300 }),
      'another subject': await changed({ sub: 'admin' }),
      'another generation': await changed({ generation: 'x' }),
      'an unknown client': await changed({ sub: 'x', client_id: 'x' }),
      'typ JWT': await forge(key, { ...own, typ: 'JWT' }, text),
      'no typ': await forge(key, { alg: 'EdDSA', kid }, text),
      'no claims': await forge(key, own, 'null'),
      'claims that are no JSON': await forge(key, own, '{'),
      'a signature of another': `${head}.${body}.${(await forge(foreign, own, text)).split('.')[2] ?? ''}`,
      'another body': `${head}.${encoded({ ...claims, scope: 'camera:write' })}.${signature}`,
      truncated: token.slice(0, -1),
      'another spelling of its signature': token.slice(0, -1) + respelled(token.slice(-1)),
      'without a signature': `${head}.${body}.`,
      'without a dot': head,
      'with a dot too many': `${token}.`,
      'with a space': `${token} `,
      'with padding': `${token}==`,
      '1 MB': `${head}.${'A'.repeat(1_000_000)}.${signature}`,
      '1 MB of dots': '.'.repeat(1_000_000),
      empty: '',
      null: 'null',
      ...Object.fromEntries(
        await Promise.all(Object.keys(claims).map(async (name) => [`no ${name}`, await forge(key, own, without(name))] as const)),
      ),
    };
    const began = performance.now();
    const admitted: string[] = [];
    for (const [name, attack] of Object.entries(attacks)) {
      const outcome = await tokens.verify(attack).then(
        () => undefined,
        (error: unknown) => error,
      );
      if ((outcome as { error?: string } | undefined)?.error !== 'invalid_token') admitted.push(name);
    }
    expect(admitted).toEqual([]);
    expect((performance.now() - began) / Object.keys(attacks).length).toBeLessThan(50);
    // the very same way of forging makes a good one when nothing is wrong with it
    await expect(tokens.verify(await forge(key, own, text))).resolves.toBeDefined();
    trap.close();
    expect(hits).toEqual([]);
  });

  it('gets nowhere by changing any part of a token', async () => {
    const { tokens, token } = await setUp();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom('A', 'B', 'Q', 'Z', 'a', 'z', '0', '9', '-', '_', '.'),
        async (at, character) => {
          fc.pre(token[at] !== character);
          const attack = token.slice(0, at) + character + token.slice(at + 1);
          await expect(tokens.verify(attack)).rejects.toMatchObject({ error: 'invalid_token' });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gets nowhere with anything at all', async () => {
    const { tokens } = await setUp();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        await expect(tokens.verify(text)).rejects.toMatchObject({ error: 'invalid_token' });
      }),
    );
  });
});
