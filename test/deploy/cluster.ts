import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeAuthority } from '../../src/http/tls/make-authority.js';
import { makeCertificate } from '../../src/http/tls/make-certificate.js';
import { type Signer, signer, tokenOf } from '../auth/outside/issuer.js';

const ISSUER = 'https://kubernetes.default.svc.cluster.local';
/** A token without another audience is for the API server. */
const API_SERVER = 'https://kubernetes.default.svc';

/** Of a cluster, what its pods are given: tokens of service accounts, and the keys that they were signed with, for whoever may ask. */
export class Cluster implements AsyncDisposable {
  /** How often its keys were fetched. */
  fetched = 0;

  private constructor(
    private readonly keys: Signer,
    private readonly server: Server,
    /** What the ConfigMap kube-root-ca.crt has. */
    readonly ca: string,
  ) {}

  /** @param address of loopback */
  static async start(address: string): Promise<Cluster> {
    const [keys, authority] = await Promise.all([signer('k3s', 'RS256'), makeAuthority()]);
    const { certificate: cert, key } = await makeCertificate(authority, [address]);
    const server = createServer({ cert, key }).listen(0, address);
    await once(server, 'listening');
    const cluster = new Cluster(keys, server, authority.certificate);
    const expected = `Bearer ${await cluster.token('umec', 'umec')}`.split('.')[0];
    server.on('request', ({ url, headers }, response) => {
      const isAllowed = url === '/openid/v1/jwks' && headers.authorization?.split('.')[0] === expected;
      if (isAllowed) cluster.fetched++;
      response.writeHead(isAllowed ? 200 : 401).end(JSON.stringify({ keys: isAllowed ? [keys.open] : [] }));
    });
    return cluster;
  }

  /** Where the gateways ask instead of at `https://kubernetes.default.svc`. */
  get url(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `https://${address}:${port}`;
  }

  /** A projected token of a service account. */
  token(namespace: string, name: string, audience = API_SERVER): Promise<string> {
    const kubernetes = { namespace, serviceaccount: { name, uid: 'b1d0b3ae-2b1e-4a0c-9f3b-7c0e5a0d8e11' } };
    const sub = `system:serviceaccount:${namespace}:${name}`;
    return tokenOf(this.keys, Date.now(), { iss: ISSUER, sub, aud: [audience], 'kubernetes.io': kubernetes }, { typ: undefined });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
