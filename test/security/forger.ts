import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { JWK } from 'jose';
import { documentsIn } from '../apis/mec011/state-fault.js';
import { claimsOf, headerOf } from '../auth/identity.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * Somebody who has read the state of a gateway and signs with its own key, so that a token lacks nothing but what a test takes away.
 */
export class Forger {
  private constructor(
    private readonly key: KeyObject,
    /** Of a token that the gateway has made, as are the claims. */
    readonly header: Members,
    readonly claims: Members,
  ) {}

  /** @param dir the gateway's `data.dir` @param token one of its own */
  static after(dir: string, token: string): Forger {
    const kept = documentsIn(dir, 'keys') as { readonly jwk: JWK }[];
    const jwk = kept.map((one) => one.jwk).find(({ d }) => d !== undefined);
    return new Forger(createPrivateKey({ key: { ...jwk }, format: 'jwk' }), headerOf(token), claimsOf(token));
  }

  /** What everybody may know of the key. */
  get publicKey(): KeyObject {
    return createPublicKey(this.key);
  }

  /**
   * A token that the gateway might have made but for these changes; a member that is undefined is left out.
   *
   * @param header changes of it, in the place of the same members
   */
  token(claims: Members = {}, header: Members = {}, key = this.key): string {
    return this.write(JSON.stringify({ ...this.header, ...header }), JSON.stringify({ ...this.claims, ...claims }), (text) =>
      sign(null, Buffer.from(text), key),
    );
  }

  /** A token of any text of claims, and of its header. */
  of(claims: string, header = JSON.stringify(this.header)): string {
    return this.write(header, claims, (text) => sign(null, Buffer.from(text), this.key));
  }

  /** A token that is signed with a secret which is none: something that everybody may know. */
  byHmac(secret: string | Buffer, header: Members = {}): string {
    return this.write(JSON.stringify({ ...this.header, alg: 'HS256', ...header }), JSON.stringify(this.claims), (text) =>
      createHmac('sha256', secret).update(text).digest(),
    );
  }

  /** A token with anything, or nothing, in the place of its signature. */
  unsigned(header: Members, signature = ''): string {
    return this.write(JSON.stringify({ ...this.header, ...header }), JSON.stringify(this.claims), () =>
      Buffer.from(signature, 'base64url'),
    );
  }

  private write(header: string, claims: string, signed: (text: string) => Buffer): string {
    const text = `${Buffer.from(header).toString('base64url')}.${Buffer.from(claims).toString('base64url')}`;
    return `${text}.${signed(text).toString('base64url')}`;
  }
}
