import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { GatewayError } from '../errors.js';
import type { JsonObject } from '../json.js';
import { Serial } from '../registry/serial.js';
import type { Change, State } from '../registry/state.js';
import type { ForwardTime } from './forward-time.js';

const COLLECTION = 'keys';
const ALG = 'EdDSA';
/** @see RFC 9068, clause 2.1 */
const TYP = 'at+jwt';
/** More public keys than this are never published. */
export const MOST_KEYS = 8;

/** As it stands in the state. Once a key signs no more, its private part is gone from there. */
interface KeptKey {
  readonly kid: string;
  readonly jwk: JWK;
  /** ms since the epoch */
  readonly madeAt: number;
  /** The longest lifetime of a token that it may have signed, ms. */
  readonly longestMs: number;
  /** When all that it has signed has ended, ms since the epoch; absent while it signs. */
  readonly endsAt?: number;
}

interface Key extends KeptKey {
  /** What stands before the first dot of every token that it signs. */
  readonly header: string;
  readonly verifying: CryptoKey;
  readonly signing?: CryptoKey;
}

export interface PublicKey {
  readonly kid: string;
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** @see RFC 7517, clause 5 */
export interface PublicKeys {
  readonly keys: readonly PublicKey[];
}

export interface KeyRingParts {
  readonly state: State;
  readonly time: ForwardTime;
  /** The longest lifetime of a token, ms. */
  readonly longestMs: number;
  /** How long a key signs, ms. */
  readonly rotateMs: number;
}

/**
 * The keys that sign access tokens (Ed25519). One signs; those before it are published until every token of theirs has ended.
 *
 * Private keys never leave it but for the state. A key that is in use is on disk already, and ages by a time that never goes back.
 *
 * @see RFC 8037, clause 3.1
 */
export class KeyRing {
  private readonly changes = new Serial();
  /** By header, the one that signs first. */
  private ring: ReadonlyMap<string, Key> = new Map();
  private published: PublicKeys = Object.freeze({ keys: [] });

  private constructor(private readonly parts: KeyRingParts) {}

  /**
   * What the state has, and a new key when there is none to sign with. After the clock was put back (`ForwardTime.wasPutBack`) all
   * keys of before are forgotten, and with them what they signed.
   *
   * @throws GatewayError `unavailable` when a new key cannot be kept; Error when a kept one cannot be read
   */
  static async load(parts: KeyRingParts): Promise<KeyRing> {
    const keyRing = new KeyRing(parts);
    const kept = [...(await parts.state.load(COLLECTION)).values()] as unknown as KeptKey[];
    const keys = await Promise.all(kept.sort(signingFirst).map(toKey));
    keyRing.put(keys);
    if (parts.time.wasPutBack) await keyRing.replaceAll();
    else if (keyRing.current?.signing === undefined) await keyRing.rotate();
    else if (keyRing.current.longestMs < parts.longestMs) await keyRing.lengthen(keyRing.current);
    return keyRing;
  }

  /** The public keys; the same object until one comes or goes. */
  jwks(): PublicKeys {
    return this.published;
  }

  /**
   * @returns the signed token; its header has `alg`, `typ` (at+jwt) and `kid`, in this order, and nothing else
   * @throws Error when a private key cannot be used
   */
  async sign(claims: JsonObject): Promise<string> {
    const key = this.current;
    if (!key?.signing) throw new Error('there is no key to sign with');
    return new SignJWT(claims).setProtectedHeader({ alg: ALG, typ: TYP, kid: key.kid }).sign(key.signing);
  }

  /**
   * The key that signs with exactly this header. Nothing that a caller writes there is looked into, so no `alg`, `kid`, `jku`,
   * `x5u` or `jwk` of theirs can do anything.
   *
   * @param header what stands before the first dot of a token
   */
  find(header: string): CryptoKey | undefined {
    const key = this.ring.get(header);
    return key && this.isAlive(key) ? key.verifying : undefined;
  }

  /**
   * A new key signs from now on.
   *
   * @throws GatewayError `unavailable` when it cannot be kept: then the old one goes on; `conflict` when so many were made of late
   *   that the tokens of none have ended
   */
  async rotate(): Promise<void> {
    await this.changes.run(() => this.renew());
  }

  /**
   * A new key, and an end of all others with every token that they signed: for a key that somebody else may have.
   *
   * @throws GatewayError `unavailable` when it cannot be kept
   */
  async replaceAll(): Promise<void> {
    await this.changes.run(async () => {
      const fresh = await this.newKey();
      await this.parts.state.commit([...[...this.ring.values()].map(gone), written(fresh)]);
      this.put([fresh]);
    });
  }

  /**
   * Takes another key when the present one is old, and forgets those of which every token has ended.
   *
   * @throws GatewayError `unavailable`; it is tried again at the next call
   */
  async sweep(): Promise<void> {
    await this.changes.run(async () => {
      const ended = [...this.ring.values()].filter((key) => !this.isAlive(key));
      if (ended.length > 0) {
        await this.parts.state.commit(ended.map(gone));
        this.put([...this.ring.values()].filter((key) => !ended.includes(key)));
      }
      if (this.current && this.parts.time.now() - this.current.madeAt >= this.parts.rotateMs) await this.renew();
    });
  }

  private get current(): Key | undefined {
    const [first] = this.ring.values();
    return first;
  }

  private isAlive({ endsAt }: Key): boolean {
    return endsAt === undefined || this.parts.time.now() < endsAt;
  }

  private async renew(): Promise<void> {
    const alive = [...this.ring.values()].filter((key) => this.isAlive(key));
    if (alive.length >= MOST_KEYS)
      throw new GatewayError('conflict', `there are ${MOST_KEYS} keys of which tokens are still valid, and that is the bound`);
    const fresh = await this.newKey();
    const others = alive.map((key) => this.retired(key));
    await this.parts.state.commit([written(fresh), ...others.map(written)]);
    this.put([fresh, ...others]);
  }

  private retired(key: Key): Key {
    if (key.endsAt !== undefined) return key;
    const { signing: _signing, jwk, ...rest } = key;
    const { d: _d, ...open } = jwk;
    return { ...rest, jwk: open, endsAt: this.parts.time.now() + key.longestMs };
  }

  private async lengthen(key: Key): Promise<void> {
    const longer = { ...key, longestMs: this.parts.longestMs };
    await this.parts.state.commit([written(longer)]);
    this.put([longer, ...[...this.ring.values()].filter((other) => other !== key)]);
  }

  private async newKey(): Promise<Key> {
    const { privateKey } = await generateKeyPair(ALG, { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    return toKey({ kid, jwk, madeAt: this.parts.time.now(), longestMs: this.parts.longestMs });
  }

  private put(keys: readonly Key[]): void {
    this.ring = new Map(keys.map((key) => [key.header, key]));
    this.published = Object.freeze({ keys: Object.freeze(keys.map(toPublic)) });
  }
}

function signingFirst(a: KeptKey, b: KeptKey): number {
  return Number(a.endsAt !== undefined) - Number(b.endsAt !== undefined) || b.madeAt - a.madeAt;
}

async function toKey(kept: KeptKey): Promise<Key> {
  const { d, ...open } = kept.jwk;
  const header = Buffer.from(JSON.stringify({ alg: ALG, typ: TYP, kid: kept.kid })).toString('base64url');
  const verifying = await toCryptoKey(open);
  return Object.freeze({ ...kept, header, verifying, ...(d === undefined ? {} : { signing: await toCryptoKey(kept.jwk) }) });
}

async function toCryptoKey(jwk: JWK): Promise<CryptoKey> {
  return (await importJWK(jwk, ALG)) as CryptoKey;
}

function toPublic({ kid, jwk }: Key): PublicKey {
  return Object.freeze({ kid, kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '', alg: ALG, use: 'sig' });
}

function written({ kid, jwk, madeAt, longestMs, endsAt }: KeptKey): Change {
  const body = { kid, jwk, madeAt, longestMs, ...(endsAt === undefined ? {} : { endsAt }) };
  return { collection: COLLECTION, id: kid, body: body };
}

function gone({ kid }: KeptKey): Change {
  return { collection: COLLECTION, id: kid };
}
