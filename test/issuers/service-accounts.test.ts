import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/clock.js';
import { parseConfig } from '../../src/config/config.js';
import { trustedIssuers } from '../../src/issuers/trusted-issuers.js';
import { openOutgoing } from '../../src/outgoing/open.js';
import { type Signer, signer, tokenOf } from '../auth/outside/issuer.js';
import { openIdentity, SCOPES } from '../auth/identity.js';
import { hasOpenssl, selfSigned } from '../callbacks/certificate.js';
import { startSubscriber } from '../callbacks/subscriber.js';
import { tempDirectory } from '../temp-directory.js';

const CLUSTER = 'https://kubernetes.default.svc.cluster.local';

/** As the TokenRequest API of Kubernetes makes them: no `typ`, audiences in a list, whom it is bound to in `kubernetes.io`. */
function serviceAccountToken(by: Signer, now: number, account: string, changes: object = {}): Promise<string> {
  const [namespace, name] = account.split('/');
  const iat = Math.floor(now / 1000);
  const claims = {
    aud: ['umec'],
    exp: iat + 3607,
    iat,
    iss: CLUSTER,
    nbf: iat,
    sub: `system:serviceaccount:${namespace}:${name}`,
    'kubernetes.io': {
      namespace,
      node: { name: 'pi-1', uid: '6f2b7f0c-0000-4000-8000-000000000001' },
      pod: { name: `${name}-5d9c7b8f6-x2x4z`, uid: '6f2b7f0c-0000-4000-8000-000000000002' },
      serviceaccount: { name, uid: '6f2b7f0c-0000-4000-8000-000000000003' },
      warnafter: iat + 3607,
    },
    ...changes,
  };
  return tokenOf(by, now, claims, { typ: undefined });
}

if (!hasOpenssl) it.todo('service accounts of a cluster (apt-get install openssl)');
(hasOpenssl ? describe : describe.skip)('The service accounts of a cluster', () => {
  const tls = selfSigned('IP:127.0.0.2');

  async function openCluster() {
    const by = await signer('tyrs1Jd0Yk7w', 'RS256');
    const keys = { keys: [{ use: 'sig', alg: 'RS256', ...by.open }] };
    const server = await startSubscriber((response) => response.end(JSON.stringify(keys)), { tls });
    const dir = tempDirectory();
    const [caFile, tokenFile] = [join(dir.path, 'ca.crt'), join(dir.path, 'token')];
    writeFileSync(caFile, tls.cert);
    writeFileSync(tokenFile, 'of.the.pod');
    const config = parseConfig(
      {
        auth: {
          issuers: [
            {
              issuer: CLUSTER,
              audience: 'umec',
              jwksUri: `https://127.0.0.2:${server.port}/openid/v1/jwks`,
              algorithms: ['RS256'],
              ...{ caFile, tokenFile },
              rules: [
                { when: { sub: 'system:serviceaccount:kube-system:umec-admin' }, role: 'admin' },
                {
                  when: { 'kubernetes.io.namespace': ['street', 'harbour'] },
                  scopes: ['camera:read', 'sensors:read'],
                  tenantClaim: 'kubernetes.io.namespace',
                },
              ],
            },
          ],
        },
      },
      {},
    );
    const { configured } = openOutgoing([], () => false, systemClock);
    const identity = await openIdentity({ issuers: trustedIssuers(config.auth.issuers, configured, ['gateway-1']) });
    for (const tenant of ['street', 'harbour']) await identity.tenants.create(tenant, { devices: 'all', quotas: {} });
    return {
      ...identity,
      server,
      token: async (account: string, changes?: object) =>
        `Bearer ${await serviceAccountToken(by, identity.clock.now(), account, changes)}`,
      async [Symbol.asyncDispose]() {
        dir[Symbol.dispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  }

  it('are let in by namespace and name', async () => {
    await using cluster = await openCluster();
    const { grants, token, server } = cluster;
    expect(await grants.admit(await token('street/plates'), ['camera:read'])).toMatchObject({
      client: `${CLUSTER}#system:serviceaccount:street:plates`,
      tenant: 'street',
      scopes: new Set(['camera:read', 'sensors:read']),
    });
    expect(await grants.admit(await token('harbour/cranes'), ['camera:read'])).toMatchObject({ tenant: 'harbour' });
    const admin = await grants.admit(await token('kube-system/umec-admin'), ['camera:write']);
    expect(admin).toMatchObject({ scopes: new Set(SCOPES), devices: 'all', appInstanceIds: 'all' });
    expect(admin.tenant).toBeUndefined();
    expect(server.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/openid/v1/jwks', 'Bearer of.the.pod'],
    ]);
  });

  it('are not let in from elsewhere, with a token for somebody else, or with one that never ends', async () => {
    await using cluster = await openCluster();
    const { grants, token } = cluster;
    await expect(grants.admit(await token('default/plates'), [])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(grants.admit(await token('street/plates'), ['camera:write'])).rejects.toMatchObject({ code: 'forbidden' });
    const forTheServer = { aud: [CLUSTER, 'k3s'] };
    await expect(grants.admit(await token('street/plates', forTheServer), [])).rejects.toThrow('expected the audience umec');
    const endless = { aud: undefined, exp: undefined, iss: CLUSTER };
    await expect(grants.admit(await token('street/plates', endless), [])).rejects.toMatchObject({ code: 'unauthorized' });
    const old = { iss: 'kubernetes/serviceaccount', exp: undefined };
    await expect(grants.admit(await token('street/plates', old), [])).rejects.toMatchObject({ code: 'unauthorized' });
  });
});
