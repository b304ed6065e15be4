import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announceAdministrator } from '../../src/announce-administrator.js';
import { tempDirectory } from '../temp-directory.js';
import { TestGateway } from '../gateway.js';
import { service } from '../bodies.js';

describe('A gateway that asks for tokens', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: {} });
  });
  afterAll(() => gateway.stop());

  const asked = (path: string, authorization?: string, init: RequestInit = {}) =>
    fetch(gateway.url + path, { ...init, headers: authorization === undefined ? {} : { Authorization: authorization } });
  const signIn = (form: Record<string, string>) =>
    fetch(`${gateway.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const administrator = () => ({ client_id: 'administrator', client_secret: gateway.secret ?? '' });

  it('gives one for the secret of the first start, which opens what it asks for and nothing else', async () => {
    const answer = await signIn({ ...administrator(), grant_type: 'client_credentials', scope: 'registry:read' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { access_token, ...others } = (await answer.json()) as { access_token: string };
    expect(others).toEqual({ token_type: 'Bearer', expires_in: 3600, scope: 'registry:read' });
    expect((await asked('/registry/v1/devices', `Bearer ${access_token}`)).status).toBe(200);
    const refused = await asked('/sensors/v1/tags', `Bearer ${access_token}`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringMatching(/^Bearer realm="umec", error="insufficient_scope", .*scope="sensors:read"$/),
    ]);
    expect(await refused.json()).toMatchObject({ status: 403, title: 'forbidden' });
  });

  it('ends one at once when its client asks for that', async () => {
    const answer = await signIn({ ...administrator(), grant_type: 'client_credentials' });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect((await asked('/registry/v1/devices', `Bearer ${token}`)).status).toBe(200);
    const body = new URLSearchParams({ ...administrator(), token });
    expect((await asked('/oauth2/revoke', undefined, { method: 'POST', body })).status).toBe(200);
    const refused = await asked('/registry/v1/devices', `Bearer ${token}`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ]);
  });

  it.each([
    ['nothing', undefined, 401, /^Bearer realm="umec", scope="registry:read"$/],
    ['an empty header', '', 401, /^Bearer realm="umec", scope/],
    ['another scheme', 'Basic dTpw', 401, /^Bearer realm="umec", scope/],
    ['Bearer null', 'Bearer null', 401, /error="invalid_token"/],
    ['two words', 'Bearer a b', 400, /error="invalid_request"/],
  ])('refuses %s, and says what would help', async (_what, authorization, status, challenge) => {
    const refused = await asked('/registry/v1/devices', authorization);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(refused.headers.get('www-authenticate')).toMatch(challenge);
  });

  it('notes who got one at its own door', async () => {
    await gateway.token({ role: 'viewer' });
    const entries = await gateway.json<{ what: string; client?: string }[]>('/access/v1/audit');
    expect(entries.find(({ what }) => what === 'owner-token')).toMatchObject({ kind: 'EVENT', client: 'administrator' });
  });

  it('takes none from the address', async () => {
    const refused = await asked(`/registry/v1/devices?access_token=${await gateway.token()}`);
    expect(refused.status).toBe(401);
  });

  it('slows down who guesses, and says for how long', async () => {
    const guess = () => signIn({ client_id: 'nobody', client_secret: 'x'.repeat(43), grant_type: 'client_credentials' });
    let answer = await guess();
    for (let tries = 0; answer.status === 401 && tries < 50; tries++) answer = await guess();
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('does not read what a stranger says at length', async () => {
    const body = JSON.stringify({ appName: 'x'.repeat(20_000) });
    const headers = { 'Content-Type': 'application/json' };
    const refused = await fetch(`${gateway.url}/registry/v1/applications`, { method: 'POST', headers, body });
    expect(refused.status).toBe(413);
  });

  it('says where its tokens come from, in each specification too', async () => {
    const metadata = (await (await asked('/.well-known/oauth-authorization-server')).json()) as Record<string, unknown>;
    const token_endpoint = `${gateway.url}/oauth2/token`;
    expect(metadata).toMatchObject({ issuer: gateway.url, token_endpoint, jwks_uri: `${gateway.url}/oauth2/jwks` });
    expect(JSON.stringify(await (await asked('/openapi/sensors.json')).json())).toContain(token_endpoint);
  });

  it('lets an application be touched by none but its own client', async () => {
    const scopes = ['mec_app_support:write', 'mec_service_mgmt:read', 'mec_service_mgmt:write'];
    await gateway.application('app-b');
    const token = await gateway.token({ scopes });
    // the owner's tokens may do everything there is
    const own = await fetch(`${gateway.url}/mec_service_mgmt/v1/applications/app-b/services`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(service),
    });
    expect(own.status).toBe(201);
  });
});

describe('The administrator of a first start', () => {
  const announcement = { url: 'http://g.test', secret: 'swordfish' };

  it('is shown on a terminal', () => {
    using dir = tempDirectory();
    const text = announceAdministrator({ ...announcement, dir: dir.path, isTTY: true });
    expect(text).toContain('client_secret: swordfish');
    expect(() => statSync(join(dir.path, 'administrator.json'))).toThrow();
  });

  it('is written elsewhere where only the owner can read it, and never into the output', () => {
    using dir = tempDirectory();
    const text = announceAdministrator({ ...announcement, dir: dir.path, isTTY: false });
    const file = join(dir.path, 'administrator.json');
    expect(text).toContain(file);
    expect(text).not.toContain('swordfish');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      client_id: 'administrator',
      client_secret: 'swordfish',
      token_endpoint: 'http://g.test/oauth2/token',
    });
  });
});
