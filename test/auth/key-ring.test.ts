import { describe, expect, it } from '@jest/globals';
import { MOST_KEYS } from '../../src/auth/key-ring.js';
import { until } from '../until.js';
import { FakeState } from '../registry/fake-state.js';
import { openIdentity, SetClock, withToken } from './identity.js';

const ROTATE_MS = 3_600_000;
const kids = ({ keys }: { readonly keys: readonly { readonly kid: string }[] }) => keys.map(({ kid }) => kid);
const privateKeys = (state: FakeState) => [...state.documents.values()].filter((body) => JSON.stringify(body).includes('"d":'));

async function setUp() {
  const state = new FakeState();
  return { ...(await openIdentity({ state, rotateMs: ROTATE_MS })), state };
}

describe('The keys that sign tokens', () => {
  it('show their public part and nothing else, as the same value until they change', async () => {
    const { keys } = await setUp();
    const published = keys.jwks();
    expect(published.keys).toHaveLength(1);
    expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(keys.jwks()).toBe(published);
    expect(Object.isFrozen(published.keys)).toBe(true);
    await keys.rotate();
    expect(keys.jwks()).not.toBe(published);
    expect(JSON.stringify(keys)).not.toContain('"d":');
  });

  it('are the same after a restart', async () => {
    const { keys, state, clock } = await setUp();
    const again = await openIdentity({ state, clock, rotateMs: ROTATE_MS });
    expect(again.keys.jwks()).toEqual(keys.jwks());
  });

  it('change with age; the one before is published until what it signed has ended, and its private part is gone at once', async () => {
    const identity = await setUp();
    const { keys, state, clock, tokens } = identity;
    await clock.advance(ROTATE_MS - 60_000);
    const [first] = kids(keys.jwks());
    const { token } = await withToken(identity);
    await clock.advance(60_000);
    await until(async () => keys.jwks().keys.length === 2);
    expect(kids(keys.jwks())[1]).toBe(first);
    expect(privateKeys(state)).toHaveLength(1);
    await clock.advance(539_000);
    await expect(tokens.verify(token)).resolves.toMatchObject({ tenant: 'town' });
    const restarted = await openIdentity({ state, clock, rotateMs: ROTATE_MS });
    expect(restarted.keys.jwks()).toEqual(keys.jwks());
    await clock.advance(180_000);
    await until(async () => keys.jwks().keys.length === 1);
    expect(kids(keys.jwks())).not.toContain(first);
    await until(async () => restarted.keys.jwks().keys.length === 1);
    expect([...state.documents.keys()].filter((id) => id.startsWith('keys/'))).toHaveLength(1);
  });

  it('go on as they are when a new one cannot be kept, and are changed later', async () => {
    const identity = await setUp();
    const { keys, state, clock, tokens, reports } = identity;
    const published = keys.jwks();
    state.failing = true;
    await clock.advance(ROTATE_MS);
    await until(async () => reports.some((report) => report.includes('the disk is full')));
    await expect(keys.sweep()).rejects.toMatchObject({ code: 'unavailable' });
    expect(keys.jwks()).toBe(published);
    state.failing = false;
    const { token } = await withToken(identity);
    await expect(tokens.verify(token)).resolves.toBeDefined();
    await clock.advance(60_000);
    await until(async () => keys.jwks().keys.length === 2);
  });

  it('end with everything that they signed when they are replaced', async () => {
    const identity = await setUp();
    const { keys, tokens, grants } = identity;
    const { token, header } = await withToken(identity);
    const grant = await grants.admit(header, []);
    await keys.replaceAll();
    expect(kids(keys.jwks())).toHaveLength(1);
    expect(tokens.holds(grant)).toBe(false);
    await expect(tokens.verify(token)).rejects.toMatchObject({ error: 'invalid_token' });
  });

  it('are bounded in number', async () => {
    const { keys } = await setUp();
    for (let count = 1; count < MOST_KEYS; count++) await keys.rotate();
    await expect(keys.rotate()).rejects.toMatchObject({ code: 'conflict' });
    expect(kids(keys.jwks())).toHaveLength(MOST_KEYS);
  });

  it('survive a board that wakes in 1970 and learns the time later', async () => {
    const [state, clock] = [new FakeState(), new SetClock()];
    clock.offset = -clock.now();
    const identity = await openIdentity({ state, clock, rotateMs: ROTATE_MS });
    const early = await withToken(identity);
    await expect(identity.tokens.verify(early.token)).resolves.toBeDefined();
    clock.offset = 0;
    await expect(identity.tokens.verify(early.token)).rejects.toThrow('expired');
    await clock.advance(60_000);
    await until(async () => identity.keys.jwks().keys.length === 2);
    const { token } = await identity.tokens.issue(early.client, []);
    await expect(identity.tokens.verify(token)).resolves.toBeDefined();
    await clock.advance(700_000);
    await until(async () => identity.keys.jwks().keys.length === 1);
  });
});
