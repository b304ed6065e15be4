import { describe, expect, it } from '@jest/globals';
import { Sessions } from '../../src/auth/sessions.js';
import { SignInCodes } from '../../src/auth/sign-in-codes.js';
import { FakeState } from '../registry/fake-state.js';
import { claimsOf, openIdentity, SCOPES } from './identity.js';

const HOUR = 3_600_000;

async function setUp() {
  const documents = new FakeState();
  const identity = await openIdentity({ state: documents });
  const { codes, signIn, grants, clock } = identity;
  const begin = (role: 'admin' | 'operator' | 'viewer' = 'admin') => signIn.begin(codes.make(role).code);
  /** Time passes, and the panel is used. */
  const use = async (secret: string, ms: number) => {
    for (let passed = 0; passed < ms; passed += HOUR) {
      await clock.advance(HOUR);
      await signIn.renew(secret);
    }
  };
  return {
    ...identity,
    identity,
    kept: documents.documents,
    begin,
    use,
    admit: (token: string) => grants.admit(`Bearer ${token}`, []),
  };
}

describe('A link to sign in by', () => {
  it('is good once, for ten minutes', async () => {
    const { codes, signIn, clock } = await setUp();
    const { code, expiresIn } = codes.make('viewer');
    expect([code.length, expiresIn]).toEqual([43, 600]);
    await signIn.begin(code);
    await expect(signIn.begin(code)).rejects.toMatchObject({ code: 'unauthorized' });
    const late = codes.make('viewer').code;
    await clock.advance(600_000);
    await expect(signIn.begin(late)).rejects.toThrow('umec link');
  });

  it('gives way when many were made since', async () => {
    const codes = new SignInCodes({ monotonic: () => 0 });
    const first = codes.make('admin').code;
    const others = Array.from({ length: 32 }, () => codes.make('viewer').code);
    expect([codes.take(first), codes.take(others[0] ?? '')]).toEqual([undefined, 'viewer']);
  });
});

describe('Whoever has signed in', () => {
  it.each<['admin' | 'operator' | 'viewer', readonly string[]]>([
    ['admin', SCOPES],
    ['operator', SCOPES],
    ['viewer', ['camera:read', 'sensors:read']],
  ])('gets tokens of ten minutes for what they may do: %s', async (role, scopes) => {
    const { begin, signIn, admit } = await setUp();
    const { token, secret } = await begin(role);
    expect(token).toMatchObject({ expires_in: 600, role, scope: scopes.join(' ') });
    expect((await admit(token.access_token)).scopes).toEqual(new Set(scopes));
    expect((await signIn.renew(secret)).token).toMatchObject({ role, scope: scopes.join(' ') });
  });

  it('stays so over a restart, and no secret is in the state', async () => {
    const before = await setUp();
    const { secret, token } = await before.begin();
    expect(JSON.stringify([...before.kept])).not.toContain(secret);
    const after = await openIdentity({ state: before.state, clock: before.clock });
    expect((await after.signIn.renew(secret)).token.role).toBe('admin');
    await after.grants.admit(`Bearer ${token.access_token}`, []);
  });

  it('is signed out after 12 hours without use, and not before', async () => {
    const { begin, signIn, clock } = await setUp();
    const { secret } = await begin();
    await clock.advance(12 * HOUR - 1);
    await signIn.renew(secret);
    await clock.advance(12 * HOUR);
    await expect(signIn.renew(secret)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('is signed out after 30 days however much it is used', async () => {
    const { begin, signIn, use } = await setUp();
    const { secret } = await begin();
    await use(secret, 30 * 24 * HOUR - HOUR);
    await expect(use(secret, HOUR)).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(signIn.renew(secret)).rejects.toThrow('nobody is signed in');
  });

  it('has no token any more once signed out, nor what began with one', async () => {
    const { begin, signIn, admit, grants } = await setUp();
    const { secret, token } = await begin();
    const other = await begin();
    const grant = await admit(token.access_token);
    await signIn.end(secret);
    expect([grants.holds(grant), grants.lasts(grant)]).toEqual([false, false]);
    await expect(admit(token.access_token)).rejects.toThrow('revoked');
    await expect(signIn.renew(secret)).rejects.toThrow('nobody');
    await admit(other.token.access_token);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>]>([
    ['everybody is signed out', ({ signIn }) => signIn.endAll()],
    ['the tokens of the administrator are ended', ({ clients }) => clients.revoke('administrator')],
    ['the administrator is disabled', ({ clients }) => clients.disable('administrator')],
    ['the administrator is removed', ({ clients }) => clients.remove('administrator')],
  ])('is signed out when %s', async (_what, end) => {
    const world = await setUp();
    const { secret, token } = await world.begin();
    const grant = await world.admit(token.access_token);
    await end(world);
    await expect(world.signIn.renew(secret)).rejects.toMatchObject({ code: 'unauthorized' });
    expect(world.grants.lasts(grant)).toBe(false);
  });

  it('is signed out when the clock was put back, for nobody knows how late it is', async () => {
    const before = await setUp();
    const { secret } = await before.begin();
    before.clock.offset = -HOUR;
    const after = await openIdentity({ state: before.state, clock: before.clock });
    await expect(after.signIn.renew(secret)).rejects.toThrow('nobody');
  });

  it.each(['', 'x', 'A'.repeat(43)])('is nobody who made up the cookie: %p', async (secret) => {
    const { signIn, begin } = await setUp();
    await begin();
    await expect(signIn.renew(secret)).rejects.toThrow('nobody');
    await signIn.end(secret);
  });

  it('is one of few: whoever was away for longest gives way', async () => {
    const { state, clients, time, clock } = await setUp();
    const sessions = await Sessions.load({ state, clients, time, most: 2 });
    const { client } = await clients.create({ name: 'a', role: 'admin', appInstanceIds: [], tenant: 'host' });
    const [first, second] = [await sessions.begin(client, 'admin'), await sessions.begin(client, 'admin')];
    await clock.advance(1);
    await sessions.use(first.secret);
    await sessions.begin(client, 'admin');
    expect([sessions.size, sessions.has(first.session.id), sessions.has(second.session.id)]).toEqual([2, true, false]);
  });

  it('has a session in its token that others cannot sign in with', async () => {
    const { begin, signIn } = await setUp();
    const { token } = await begin();
    const { sid } = claimsOf(token.access_token);
    await expect(signIn.renew(String(sid))).rejects.toThrow('nobody');
  });

  it('is forgotten once that has ended', async () => {
    const { begin, kept, clock } = await setUp();
    await begin();
    const sessions = () => [...kept.keys()].filter((id) => id.startsWith('sessions/')).length;
    expect(sessions()).toBe(1);
    await clock.advance(12 * HOUR + 60_000);
    expect(sessions()).toBe(0);
  });
});
