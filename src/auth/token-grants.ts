import { BearerRefusal } from './bearer-refusal.js';
import type { Grant, Grants } from './grants.js';
import { Recent } from './recent.js';
import { isFor, requireScopes } from './require-scopes.js';
import { MOST_TOKEN_CHARACTERS, type Tokens } from './tokens.js';

const MOST_REMEMBERED = 64;
const BEARER = /^bearer(?: +|$)/i;
/** Of an Ed25519 signature in base64url. */
const SIGNATURE_CHARACTERS = 86;
/** @see RFC 6750, clause 2.1: b64token */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/** Tokens that others have made. */
export interface OutsideTokens {
  /** Whether the token says to be of somebody who is trusted; nothing is proved by that. */
  takes(token: string): boolean;
  verify(token: string): Promise<Grant>;
  holds(grant: Grant): boolean;
}

interface Remembered {
  /** The whole header. */
  readonly authorization: string;
  readonly grant: Grant;
}

/**
 * Lets in whoever has a token of this gateway, or of somebody whom it trusts. Tokens that were verified are remembered by the whole
 * header, and asked for again at every request: a grant that holds no more is never given, whyever that is.
 *
 * @see RFC 6750
 */
export class TokenGrants implements Grants {
  // by how it ends, which is the signature and differs from token to token: a header is another string at each request, and a map
  // that had to look at all of it would hash some 600 characters each time
  private readonly remembered = new Recent<string, Remembered>(MOST_REMEMBERED);
  /** Who asks has often asked just before, and then need not be looked up. */
  private last: Remembered | undefined;

  constructor(
    private readonly tokens: Pick<Tokens, 'verify' | 'holds' | 'lasts'>,
    private readonly outside?: OutsideTokens,
    private readonly links?: Pick<Grants, 'holds' | 'lasts'>,
  ) {}

  /** How many tokens are remembered. */
  get size(): number {
    return this.remembered.size;
  }

  /**
   * The grant of a header that was admitted before, if it still holds. The same object each time.
   *
   * @param authorization the `Authorization` header, when there is one
   * @param certificate the SHA-256 of the client's, base64url, when it has shown one that counts
   */
  find(authorization: string | undefined, certificate?: string): Grant | undefined {
    if (authorization === undefined) return undefined;
    const remembered = this.last?.authorization === authorization ? this.last : this.lookUp(authorization);
    if (!remembered) return undefined;
    if (this.holds(remembered.grant)) return isFor(remembered.grant, certificate) ? remembered.grant : undefined;
    this.remembered.delete(endOf(authorization));
    this.last = undefined;
    return undefined;
  }

  private lookUp(authorization: string): Remembered | undefined {
    const found = this.remembered.get(endOf(authorization));
    if (found?.authorization !== authorization) return undefined;
    return (this.last = found);
  }

  /** @returns false as soon as its token has ended, or its client was changed */
  holds(grant: Grant): boolean {
    return this.tokens.holds(grant) || [this.outside, this.links].some((source) => source?.holds(grant));
  }

  /** What others have revoked is not known here, so that what began with a token of theirs ends with it. */
  lasts(grant: Grant): boolean {
    return this.tokens.lasts(grant) || [this.outside?.holds(grant), this.links?.lasts(grant)].includes(true);
  }

  /** @throws BearerRefusal */
  async admit(authorization: string | undefined, scopes: readonly string[], certificate?: string): Promise<Grant> {
    const grant = this.find(authorization, certificate) ?? (await this.verify(authorization, scopes, certificate));
    requireScopes(grant, scopes);
    return grant;
  }

  private async verify(authorization: string | undefined, scopes: readonly string[], certificate?: string): Promise<Grant> {
    const token = tokenOf(authorization, scopes);
    const verified = await (this.outside?.takes(token) ? this.outside : this.tokens).verify(token);
    if (!isFor(verified, certificate))
      throw new BearerRefusal('invalid_token', 'the token is only good with the certificate that it was given for');
    // several requests may have come with it at once
    const grant = this.find(authorization, certificate) ?? verified;
    if (authorization !== undefined) this.remembered.set(endOf(authorization), { authorization, grant });
    return grant;
  }
}

function endOf(authorization: string): string {
  return authorization.slice(-SIGNATURE_CHARACTERS);
}

function tokenOf(authorization = '', scopes: readonly string[]): string {
  const [scheme] = BEARER.exec(authorization) ?? [];
  const token = authorization.slice(scheme?.length);
  if (scheme === undefined || token === '')
    throw new BearerRefusal(undefined, 'this takes a bearer token: see /.well-known/oauth-authorization-server', scopes);
  // what is too long is not worth a look, and no token of ours
  if (token.length > MOST_TOKEN_CHARACTERS)
    throw new BearerRefusal('invalid_token', 'the token is too long to be one of this gateway');
  if (!TOKEN.test(token))
    throw new BearerRefusal('invalid_request', 'Authorization: expected Bearer, a space and a token, nothing else');
  return token;
}
