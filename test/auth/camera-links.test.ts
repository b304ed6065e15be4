import { describe, expect, it } from '@jest/globals';
import { BearerRefusal } from '../../src/auth/bearer-refusal.js';
import { details, openIdentity, withToken } from './identity.js';

async function setUp(changes = {}) {
  const identity = await openIdentity();
  const { grants, cameraLinks } = identity;
  const { header, client, token } = await withToken(identity, changes);
  const grant = await grants.admit(header, []);
  const open = (secret: string, cameraId = 'lens-1') =>
    cameraLinks.admit({ secret, path: '/', parameters: { cameraId }, scopes: ['camera:read'] });
  const sign = (expiresIn = 300) => cameraLinks.sign(grant, 'lens-1', expiresIn).signature;
  return { ...identity, grant, client, token, open, sign };
}

describe('A signed address of a camera', () => {
  it('shows that camera and nothing else', async () => {
    const { open, sign, grants, client } = await setUp();
    const grant = open(sign());
    expect(grant).toMatchObject({
      client: client.clientId,
      scopes: new Set(['camera:read']),
      devices: new Set(['camera-lens-1']),
    });
    expect([grant.appInstanceIds, grant.tenant]).toEqual([new Set(), 'town']);
    expect([grants.holds(grant), grants.lasts(grant)]).toEqual([true, true]);
    expect(() => open(sign(), 'lens-2')).toThrow('not for this camera');
  });

  it('is worth nothing when any part of it is changed', async () => {
    const { open, sign } = await setUp();
    const signature = sign();
    for (let at = 0; at < signature.length; at++) {
      const changed = signature.slice(0, at) + (signature[at] === '1' ? '2' : '1') + signature.slice(at + 1);
      expect(() => open(changed)).toThrow(expect.objectContaining({ code: 'unauthorized' }));
    }
    for (const bad of ['', '.', '1.2.3.4.5', `${signature}A`, `${signature}.`])
      expect(() => open(bad)).toThrow('not for this camera');
  });

  it('ends when it was said to, and with the token that made it', async () => {
    const { open, sign, clock, cameraLinks, grant } = await setUp();
    const short = sign(10);
    await clock.advance(9_999);
    const seen = open(short);
    await clock.advance(1);
    expect(() => open(short)).toThrow('good no more');
    expect([cameraLinks.holds(seen), cameraLinks.lasts(seen)]).toEqual([false, true]);
    // the token lives for 600 s
    expect(cameraLinks.sign(grant, 'lens-1', 3600).expiresIn).toBe(590);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>]>([
    ['its token is revoked', ({ tokens, token, client }) => tokens.revoke(token, client.clientId)],
    ['its client is disabled', ({ clients, client }) => clients.disable(client.clientId)],
    ['all tokens of its client are ended', ({ clients, client }) => clients.revoke(client.clientId)],
    ['its client is removed', ({ clients, client }) => clients.remove(client.clientId)],
    [
      'its client may see no cameras',
      ({ clients, client }) => clients.update(client.clientId, details({ scopes: ['sensors:read'] })),
    ],
    [
      'its client may see another device',
      ({ clients, client }) => clients.update(client.clientId, details({ devices: ['camera-lens-2'] })),
    ],
  ])('ends when %s, and so does what it opened', async (_what, end) => {
    const world = await setUp();
    const signature = world.sign();
    const grant = world.open(signature);
    await end(world);
    expect(() => world.open(signature)).toThrow(BearerRefusal);
    expect([world.grants.holds(grant), world.grants.lasts(grant)]).toEqual([false, false]);
  });

  it('goes on when the client changed only in what is not the camera', async () => {
    const { open, sign, clients, client } = await setUp();
    const signature = sign();
    await clients.update(client.clientId, details({ name: 'other' }));
    expect(open(signature).client).toBe(client.clientId);
  });

  it('is signed for nobody who may not see the camera', async () => {
    const { cameraLinks, grant } = await setUp({ devices: ['camera-lens-2'] });
    expect(() => cameraLinks.sign(grant, 'lens-1', 60)).toThrow(expect.objectContaining({ code: 'notFound' }));
    expect(cameraLinks.sign(grant, 'lens-2', 60).expiresIn).toBe(60);
  });

  it('is signed for no token that takes a certificate, and for none of others', async () => {
    const { tokens, client, grants, cameraLinks, grant } = await setUp();
    const { token } = await tokens.issue(client, ['camera:read'], { certificate: 'print' });
    const bound = await grants.admit(`Bearer ${token}`, [], 'print');
    for (const other of [bound, { ...grant }])
      expect(() => cameraLinks.sign(other, 'lens-1', 60)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('is worth nothing after a restart', async () => {
    const before = await setUp();
    const signature = before.sign();
    const after = await openIdentity({ state: before.state, clock: before.clock });
    expect(() =>
      after.cameraLinks.admit({ secret: signature, path: '/', parameters: { cameraId: 'lens-1' }, scopes: [] }),
    ).toThrow('good no more');
  });
});
