import { describe, expect, it } from '@jest/globals';
import { BearerRefusal } from '../../src/auth/bearer-refusal.js';
import { openIdentity, withToken } from './identity.js';

async function setUp() {
  const identity = await openIdentity();
  const { grants } = identity;
  const refusal = async (header: string | undefined, scopes: readonly string[] = []) => {
    const error: unknown = await grants.admit(header, scopes).catch((thrown: unknown) => thrown);
    return error instanceof BearerRefusal ? `${error.code}: ${error.challenge}` : error;
  };
  return { ...identity, identity, refusal, ...(await withToken(identity)) };
}

describe('Whoever comes with a token', () => {
  it('is let in when it has every scope that is asked for', async () => {
    const { grants, header, client } = await setUp();
    expect((await grants.admit(header, [])).client).toBe(client.clientId);
    expect((await grants.admit(header, ['camera:read', 'sensors:read'])).client).toBe(client.clientId);
    expect((await grants.admit(header.replace('Bearer', 'bearer'), ['camera:read'])).client).toBe(client.clientId);
  });

  it('is told which scope is missing', async () => {
    const { refusal, header } = await setUp();
    expect(await refusal(header, ['camera:read', 'camera:write'])).toBe(
      'forbidden: Bearer realm="umec", error="insufficient_scope", ' +
        'error_description="this takes a token with the scope camera:read camera:write", scope="camera:read camera:write"',
    );
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearerabc', 'Digest x'])(
    'is asked for one when there is none: %p',
    async (header) => {
      const { refusal } = await setUp();
      expect(await refusal(header, ['camera:read'])).toBe('unauthorized: Bearer realm="umec", scope="camera:read"');
    },
  );

  it.each(['Bearer a b', 'Bearer a,b', 'Bearer "a"', 'Bearer a\u0000', 'Bearer ä', 'Bearer =a', `Bearer ${'a '.repeat(100)}`])(
    'is told that the header is malformed: %p',
    async (header) => {
      const { refusal } = await setUp();
      expect(await refusal(header)).toMatch(/^invalid: Bearer realm="umec", error="invalid_request", error_description="[^"]+"$/);
    },
  );

  it('is told that the token is not valid', async () => {
    const { refusal, header } = await setUp();
    for (const bad of ['Bearer null', 'Bearer undefined', header.slice(0, -1), `Bearer ${'A'.repeat(1_000_000)}`, `${header}=`])
      expect(await refusal(bad)).toMatch(/^unauthorized: Bearer realm="umec", error="invalid_token", error_description="[^"]+"$/);
  });
});

describe('A grant', () => {
  it('is the same object for as long as it holds', async () => {
    const { grants, header } = await setUp();
    expect(grants.find(header)).toBeUndefined();
    const [grant, other] = await Promise.all([grants.admit(header, []), grants.admit(header, [])]);
    expect(other).toBe(grant);
    expect(await grants.admit(header, ['camera:read'])).toBe(grant);
    expect(grants.find(header)).toBe(grant);
  });

  it('is gone when its token has ended, and is not there again when the clock is put back', async () => {
    const { grants, header, clock } = await setUp();
    const grant = await grants.admit(header, []);
    await clock.advance(600_000);
    expect(grants.holds(grant)).toBe(false);
    expect(grants.find(header)).toBeUndefined();
    clock.offset = -3_600_000;
    expect(grants.find(header)).toBeUndefined();
    await expect(grants.admit(header, [])).rejects.toThrow('expired');
  });

  it('is gone when token or client are revoked', async () => {
    const { identity, grants, clients, tokens, client, token, header } = await setUp();
    await grants.admit(header, []);
    await tokens.revoke(token, client.clientId);
    expect(grants.find(header)).toBeUndefined();
    await expect(grants.admit(header, [])).rejects.toMatchObject({ code: 'unauthorized' });
    const other = await withToken(identity, { appInstanceIds: [] });
    const grant = await grants.admit(other.header, []);
    await clients.disable(other.client.clientId);
    expect(grants.find(other.header)).toBeUndefined();
    expect(grants.holds(grant)).toBe(false);
    await expect(grants.admit(other.header, [])).rejects.toMatchObject({ code: 'unauthorized' });
    expect(clients.find(client.clientId)).toBeDefined();
  });

  it('is another one when what its client may do has changed', async () => {
    const { grants, clients, client, header } = await setUp();
    const grant = await grants.admit(header, ['camera:read']);
    await clients.update(client.clientId, { ...client, scopes: ['sensors:read'], devices: ['camera-lens-1'] });
    expect(grants.find(header)).toBeUndefined();
    await expect(grants.admit(header, ['camera:read'])).rejects.toMatchObject({ code: 'forbidden' });
    const narrower = await grants.admit(header, ['sensors:read']);
    expect(narrower).not.toBe(grant);
    expect(narrower.devices).toEqual(new Set(['camera-lens-1']));
  });

  it('is remembered for a few tokens only, those that were used last, and for none that is not valid', async () => {
    const { identity, grants, client, header } = await setUp();
    await grants.admit(header, []);
    for (let count = 0; count < 100; count++) {
      const { token } = await identity.tokens.issue(client, ['camera:read']);
      await grants.admit(`Bearer ${token}`, []);
      await grants.admit(`Bearer ${token}x`, []).catch(() => undefined);
      grants.find(header);
    }
    expect(grants.size).toBeLessThanOrEqual(64);
    expect(grants.find(header)).toBeDefined();
  });
});
