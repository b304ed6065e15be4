import { type CryptoKey, importJWK, type JWK } from 'jose';
import { GatewayError } from '../errors.js';

/** A client's public key. `alg` belongs to the key: no assertion can choose another one. */
export interface ClientKey {
  readonly kid: string;
  readonly alg: 'EdDSA' | 'ES256' | 'PS256' | 'RS256';
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

export const CLIENT_ALGS = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const;
const MOST_KEYS = 8;
const KID = /^[\x21-\x7e]{1,128}$/;
/** base64url of 2048 to 4096 bits */
const MODULUS = /^[A-Za-z0-9_-]{342,683}$/;

/**
 * Takes the public members of each key.
 *
 * @throws GatewayError `invalid` when one is private, unknown, weak or no key
 */
export async function requireClientKeys(keys: readonly ClientKey[]): Promise<readonly ClientKey[]> {
  if (keys.length > MOST_KEYS) throw refused(`found ${keys.length}, expected at most ${MOST_KEYS}`);
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw refused('expected another kid for each');
  return Object.freeze(await Promise.all(keys.map(requireKey)));
}

export async function toVerifyingKey(key: ClientKey): Promise<CryptoKey> {
  return (await importJWK(key as JWK, key.alg)) as CryptoKey;
}

async function requireKey(key: ClientKey): Promise<ClientKey> {
  if (['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth'].some((member) => member in key))
    throw refused('one of them is private: keep that to yourself, and register its public part');
  if (typeof key.kid !== 'string' || !KID.test(key.kid)) throw refused('expected a kid of up to 128 characters');
  const open = Object.freeze({ kid: key.kid, ...membersOf(key) });
  try {
    await toVerifyingKey(open);
  } catch (cause) {
    throw new GatewayError('invalid', `keys: ${key.kid} is no key`, { cause });
  }
  return open;
}

function membersOf({ kty, crv, alg, x, y, n, e }: ClientKey): Omit<ClientKey, 'kid'> {
  if (kty === 'OKP' && crv === 'Ed25519' && alg === 'EdDSA' && x !== undefined) return { kty, crv, alg, x };
  if (kty === 'EC' && crv === 'P-256' && alg === 'ES256' && x !== undefined && y !== undefined) return { kty, crv, alg, x, y };
  if (kty === 'RSA' && (alg === 'PS256' || alg === 'RS256') && e === 'AQAB' && MODULUS.test(n ?? ''))
    return { kty, alg, e, ...(n === undefined ? {} : { n }) };
  throw refused('expected Ed25519 with alg EdDSA, P-256 with ES256, or RSA of 2048 to 4096 bits with PS256 or RS256');
}

function refused(why: string): GatewayError {
  return new GatewayError('invalid', `keys: ${why}`);
}
