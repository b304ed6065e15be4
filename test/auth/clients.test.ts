import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClientKey } from '../../src/auth/client-keys.js';
import type { NewClient } from '../../src/auth/clients.js';
import { Secrets } from '../../src/auth/secrets.js';
import { FakeState } from '../registry/fake-state.js';
import { CHEAP, details, openIdentity, SetClock } from './identity.js';

async function setUp() {
  const state = new FakeState();
  const identity = await openIdentity({ state });
  const { client, secret = '' } = await identity.clients.create(details());
  return { ...identity, state, client, secret };
}

describe('A client', () => {
  it('is told its secret once, and only a hash of it is kept', async () => {
    const { clients, state, client, secret } = await setUp();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([...state.documents])).not.toContain(secret);
    expect(JSON.stringify(clients.list())).not.toMatch(/salt|hash/);
    expect(await clients.authenticate(client.clientId, secret)).toBe(client);
    expect(state.documents.get(`clients/${client.clientId}`)).toMatchObject({ secrets: [CHEAP] });
  });

  it('is not let in with another secret, or none', async () => {
    const { clients, client, secret } = await setUp();
    const other = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;
    for (const wrong of [other, '', secret.slice(1), `${secret} `, 'é'.repeat(43)])
      expect(await clients.authenticate(client.clientId, wrong)).toBeUndefined();
    expect(await clients.authenticate('nobody', secret)).toBeUndefined();
    expect(await clients.authenticate('__proto__', secret)).toBeUndefined();
  });

  it('is there again after a restart, with its secret', async () => {
    const { state, client, secret, clock } = await setUp();
    const { clients } = await openIdentity({ state, clock });
    expect(clients.list()).toEqual([client]);
    expect(await clients.authenticate(client.clientId, secret)).toEqual(client);
  });

  it('is not there when it cannot be kept', async () => {
    const { clients, state, client } = await setUp();
    state.failing = true;
    await expect(clients.create(details({ appInstanceIds: [] }))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(clients.disable(client.clientId)).rejects.toMatchObject({ code: 'unavailable' });
    expect(clients.list()).toEqual([client]);
  });

  it('gets another secret; the one before ends at once, or when it was said', async () => {
    const { clients, clock, client, secret } = await setUp();
    const second = await clients.rotate(client.clientId);
    expect(await clients.authenticate(client.clientId, secret)).toBeUndefined();
    const third = await clients.rotate(client.clientId, 60_000);
    expect(await clients.authenticate(client.clientId, second)).toBeDefined();
    await clock.advance(60_000);
    expect(await clients.authenticate(client.clientId, second)).toBeUndefined();
    expect(await clients.authenticate(client.clientId, third)).toBeDefined();
  });

  it('does not get a replaced secret back because the clock was', async () => {
    const { clients, state, clock, client, secret } = await setUp();
    await clients.rotate(client.clientId, 600_000);
    await clock.advance(599_000);
    expect(await clients.authenticate(client.clientId, secret)).toBeDefined();
    await clock.advance(61_000);
    clock.offset = -3_600_000;
    expect(await clients.authenticate(client.clientId, secret)).toBeUndefined();
    const restarted = await openIdentity({ state, clock });
    expect(await restarted.clients.authenticate(client.clientId, secret)).toBeUndefined();
    const again = await openIdentity({ state, clock });
    expect(await again.clients.authenticate(client.clientId, secret)).toBeUndefined();
  });

  it('is not let in while it is disabled, nor when it was removed', async () => {
    const { clients, client, secret } = await setUp();
    await clients.disable(client.clientId);
    expect(await clients.authenticate(client.clientId, secret)).toBeUndefined();
    await clients.enable(client.clientId);
    expect(await clients.authenticate(client.clientId, secret)).toBeDefined();
    await clients.remove(client.clientId);
    expect(await clients.authenticate(client.clientId, secret)).toBeUndefined();
    await expect(clients.remove(client.clientId)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is not let in when it was disabled while its secret was looked at', async () => {
    const { clients, client, secret } = await setUp();
    const letIn = clients.authenticate(client.clientId, secret);
    await clients.disable(client.clientId);
    expect(await letIn).toBeUndefined();
  });

  it('are given application instances, each to one of them', async () => {
    const { clients } = await openIdentity();
    const { client } = await clients.create(details({ appInstanceIds: ['app-1'] }));
    const other = (await clients.create(details({ appInstanceIds: [] }))).client;
    await expect(clients.update(other.clientId, details({ appInstanceIds: ['app-1'] }))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(clients.ownerOf('app-1')).toEqual({ client: client.clientId, tenant: client.tenant });
    await clients.update(client.clientId, details({ appInstanceIds: ['app-2'] }));
    await clients.update(other.clientId, details({ appInstanceIds: ['app-1'] }));
    expect(clients.ownerOf('app-1')?.client).toBe(other.clientId);
    await clients.remove(other.clientId);
    expect(clients.ownerOf('app-1')).toBeUndefined();
    expect(clients.list().map(({ clientId }) => clientId)).toEqual([client.clientId]);
  });

  it('keeps what is known of its details, and nothing that somebody adds', async () => {
    const { clients, client } = await setUp();
    const hostile = JSON.parse(
      JSON.stringify({ ...details({ appInstanceIds: [] }), generation: client.generation, number: 7, disabled: true }).replace(
        '{',
        '{"__proto__":{"polluted":1},',
      ),
    ) as NewClient;
    const made = await clients.create(hostile);
    expect(made.client).toMatchObject({ disabled: false, number: 2 });
    expect(made.client.generation).not.toBe(client.generation);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(made.client).not.toHaveProperty('polluted');
  });

  it.each<[string, Partial<NewClient>]>([
    ['no name', { name: undefined }],
    ['an empty name', { name: '' }],
    ['a name of two lines', { name: 'a\nb' }],
    ['a scope with a space', { scopes: ['camera:read sensors:read'] }],
    ['too many scopes', { scopes: Array.from({ length: 65 }, (_, at) => `a:${at}`) }],
    ['an identifier with a slash', { devices: ['../lens'] }],
    ['a tenant with a space', { tenant: 'a b' }],
    ['an unknown role', { role: 'god' as 'admin' }],
    ['an impossible clientId', { clientId: '-' }],
  ])('is refused with %s', async (_, changes) => {
    const { clients } = await setUp();
    await expect(clients.create(details({ appInstanceIds: [], ...changes }))).rejects.toMatchObject({ code: 'invalid' });
    expect(clients.list()).toHaveLength(1);
  });

  it('is refused with a key that is private, weak, symmetric or none', async () => {
    const { clients } = await setUp();
    const pair = generateKeyPairSync('ed25519');
    const open = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'EdDSA' } as ClientKey;
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
    const bad: object[] = [
      { ...pair.privateKey.export({ format: 'jwk' }), kid: 'k', alg: 'EdDSA' },
      { ...weak, kid: 'k', alg: 'RS256' },
      { kty: 'oct', k: 'c2VjcmV0', kid: 'k', alg: 'HS256' },
      { ...open, x: 'AAAA' },
      { ...open, alg: 'none' },
      { ...open, kid: undefined },
    ];
    for (const key of bad)
      await expect(clients.create(details({ appInstanceIds: [], keys: [key as ClientKey] }))).rejects.toMatchObject({
        code: 'invalid',
      });
    await expect(clients.create(details({ appInstanceIds: [], keys: [open, open] }))).rejects.toMatchObject({ code: 'invalid' });
    const { client, secret } = await clients.create(details({ appInstanceIds: [], keys: [open] }));
    expect(client.keys).toEqual([open]);
    expect(secret).toBeUndefined();
  });
});

describe('Secrets', () => {
  it('are compared few at a time, and whoever is one too many is asked to come back', async () => {
    const secrets = new Secrets({ cost: CHEAP, waiting: 2 });
    const secret = secrets.make();
    const hash = await secrets.hash(secret);
    const asked = Array.from({ length: 5 }, () => secrets.find(secret, [hash]).catch((error: unknown) => error));
    const answers = await Promise.all(asked);
    expect(answers.slice(0, 3)).toEqual([hash, hash, hash]);
    expect(answers[3]).toMatchObject({ code: 'tooManyRequests', retryAfterMs: 2_000 });
    expect(await secrets.find(secret, [hash])).toBe(hash);
  });

  it('fit their own hash and no other', async () => {
    const secrets = new Secrets({ cost: CHEAP });
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const hash = await secrets.hash(secrets.make());
        expect(await secrets.find(text, [hash])).toBeUndefined();
        expect(await secrets.find(secrets.make(), [hash])).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('have a salt each', async () => {
    const secrets = new Secrets({ cost: CHEAP });
    const secret = secrets.make();
    expect((await secrets.hash(secret)).hash).not.toBe((await secrets.hash(secret)).hash);
    expect(secrets.make()).not.toBe(secret);
  });
});

describe('Many clients', () => {
  it('are bounded in number', async () => {
    const [state, clock] = [new FakeState(), new SetClock()];
    const { clients } = await openIdentity({ state, clock });
    for (let count = 0; count < 1_000; count++) await clients.create(details({ appInstanceIds: [] }));
    await expect(clients.create(details({ appInstanceIds: [] }))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
