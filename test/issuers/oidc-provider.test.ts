import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Provider as OidcProvider } from 'oidc-provider';
import { COOL_DOWN_MS, STALE_MS } from '../../src/auth/outside/issuer-keys.js';
import { systemClock } from '../../src/clock.js';
import { parseConfig } from '../../src/config/config.js';
import { trustedIssuers } from '../../src/issuers/trusted-issuers.js';
import { openOutgoing } from '../../src/outgoing/open.js';
import { AUDIENCE, openIdentity, SetClock } from '../auth/identity.js';
import { until } from '../until.js';

// it warns of being new, of Node 20 and of keeping everything in memory
for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
const { Provider } = await import('oidc-provider');

const OURS = 'urn:umec:gateway-1';
const THEIRS = 'urn:somebody:else';

async function privateKey(kid: string, alg = 'RS256'): Promise<JWK> {
  const { privateKey: key } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(key)), kid, alg, use: 'sig' };
}

/** A real OpenID provider on loopback, at one address for its whole life. */
class RealProvider implements AsyncDisposable {
  readonly asked: string[] = [];
  private provider: OidcProvider | undefined;
  private readonly server = http.createServer((request, response) => {
    this.asked.push(request.url ?? '');
    void this.provider?.callback()(request, response);
  });

  static async start(...keys: readonly JWK[]): Promise<RealProvider> {
    const real = new RealProvider();
    await real.listen(0);
    real.use(...keys);
    return real;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private port = 0;

  async listen(port = this.port): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** Signs with the first of these keys from now on, and shows all of them. */
  use(...keys: readonly JWK[]): void {
    this.provider = new Provider(this.issuer, {
      jwks: { keys: [...keys] as never },
      clients: [
        {
          client_id: 'plates',
          client_secret: 'a secret of plates',
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
          id_token_signed_response_alg: (keys[0]?.alg ?? 'RS256') as 'RS256',
        },
      ],
      extraTokenClaims: () => ({ groups: ['readers', 'street-admins'] }),
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_ctx, resource) => ({
            scope: 'camera',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: (keys[0]?.alg ?? 'RS256') as 'RS256', ...(keys[0]?.kid ? { kid: keys[0].kid } : {}) } },
          }),
        },
      },
    });
  }

  async token(resource = OURS): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('plates:a+secret+of+plates')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'camera', resource }),
    });
    const { access_token: token, error_description: problem } = (await answer.json()) as Record<string, string>;
    if (token === undefined) throw new Error(problem);
    return `Bearer ${token}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.server.listening) await this.down();
  }
}

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]();
});

async function setUp(first: JWK, changes: object = {}) {
  const provider = await RealProvider.start(first);
  open.push(provider);
  const rules = [{ when: { groups: 'street-admins', scope: 'camera' }, scopes: ['camera:read'], tenant: 'town' }];
  const trust = { issuer: provider.issuer, audience: OURS, rules, ...changes };
  const { issuers } = parseConfig({ auth: { issuers: [trust] } }, {}).auth;
  const { configured } = openOutgoing([], () => false, systemClock);
  // its tokens have the time of day
  const clock = new SetClock(Date.now());
  const identity = await openIdentity({ clock, issuers: trustedIssuers(issuers, configured, [AUDIENCE]) });
  const refusal = (header: string) => identity.grants.admit(header, []).then(() => 'none', String);
  return { ...identity, provider, clock, refusal };
}

describe('A real OpenID provider', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('makes tokens that are good here, by %s', async (alg) => {
    const { grants, provider } = await setUp(await privateKey('k-1', alg));
    const grant = await grants.admit(await provider.token(), ['camera:read']);
    expect(grant).toMatchObject({ client: `${provider.issuer}#plates`, tenant: 'town', scopes: new Set(['camera:read']) });
    await grants.admit(await provider.token(), []);
    expect(provider.asked.filter((path) => path !== '/token')).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  it('makes tokens for others, which are not good here', async () => {
    const { provider, refusal } = await setUp(await privateKey('k-1'));
    expect(await refusal(await provider.token(THEIRS))).toContain(`expected the audience ${OURS}`);
  });

  it('may be trusted with another name only, and then is not', async () => {
    const { provider, refusal } = await setUp(await privateKey('k-1'), { issuer: 'https://idp.example' });
    expect(await refusal(await provider.token())).toContain('not signed with a key that this gateway has');
    expect(provider.asked).toEqual(['/token']);
  });

  it('changes its keys', async () => {
    const [first, second] = [await privateKey('k-1'), await privateKey('k-2')];
    const { grants, provider, clock, refusal } = await setUp(first);
    const old = await provider.token();
    const grant = await grants.admit(old, []);
    provider.use(second, first);
    await clock.advance(COOL_DOWN_MS);
    await grants.admit(await provider.token(), []);
    expect(grants.find(old)).toBe(grant);
    provider.use(second);
    await clock.advance(STALE_MS);
    grants.find(old);
    await until(async () => grants.find(old) === undefined);
    expect(grants.holds(grant)).toBe(false);
    await clock.advance(COOL_DOWN_MS);
    expect(await refusal(old)).toMatch(/not signed with a key that its issuer has|has expired/);
  });

  it('goes away and comes back', async () => {
    const { grants, provider, clock, refusal, reports } = await setUp(await privateKey('k-1'));
    const [one, other] = [await provider.token(), await provider.token()];
    await provider.down();
    expect(await refusal(one)).toContain('cannot be had');
    await provider.listen();
    await clock.advance(COOL_DOWN_MS);
    const grant = await grants.admit(one, []);
    await provider.down();
    await clock.advance(300_000);
    // what is known is good for a while
    await grants.admit(other, []);
    expect(grants.find(one)).toBe(grant);
    expect(reports.filter((line) => line.includes('refuses the connection'))).toHaveLength(1);
  });
});
