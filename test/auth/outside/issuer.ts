import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { KeySource } from '../../../src/auth/outside/issuer-keys.js';
import type { TrustedIssuer } from '../../../src/auth/outside/outside-issuers.js';
import { GatewayError } from '../../../src/errors.js';

export const IDP = 'https://idp.example/realms/street';
export const FOR_US = 'umec';

export interface Signer {
  readonly kid: string;
  readonly alg: string;
  readonly key: CryptoKey;
  readonly open: JWK;
}

export async function signer(kid: string, alg = 'ES256'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, key: privateKey, open: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** An issuer's JWK set as a test wants it to be. */
export class FakeSource implements KeySource {
  fetched = 0;
  isDown = false;
  /** When set, answers wait for it. */
  gate: Promise<void> | undefined;

  constructor(public keys: readonly unknown[]) {}

  async fetch(): Promise<readonly unknown[]> {
    this.fetched++;
    await this.gate;
    if (this.isDown) throw new GatewayError('unavailable', 'the issuer is down');
    return this.keys;
  }
}

export function trusted(source: KeySource, changes: Partial<TrustedIssuer> = {}): TrustedIssuer {
  return {
    issuer: IDP,
    audiences: [FOR_US],
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    maxLifetimeS: 3_600,
    rules: [{ when: { iss: changes.issuer ?? IDP }, scopes: ['camera:read'], tenant: 'town' }],
    source,
    ...changes,
  };
}

/** @param now ms since the epoch @param claims replace those of a good token; undefined takes one away */
export function tokenOf({ kid, alg, key }: Signer, now: number, claims: JWTPayload = {}, header: object = {}): Promise<string> {
  const iat = Math.floor(now / 1000);
  const whole = { iss: IDP, sub: 'plates', aud: FOR_US, iat, exp: iat + 300, jti: randomUUID(), ...claims };
  return new SignJWT(whole).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(key);
}
