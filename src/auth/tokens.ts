import { randomUUID } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { BearerRefusal } from './bearer-refusal.js';
import type { Client } from './client.js';
import type { Clients } from './clients.js';
import type { ForwardTime } from './forward-time.js';
import type { Grant } from './grants.js';
import type { KeyRing } from './key-ring.js';
import type { RevokedTokens } from './revoked-tokens.js';
import { rightsOfClient } from './rights.js';
import type { Tenant, Tenants } from './tenants.js';

/** Longer tokens are not looked into; one of ours with as many scopes as a client can have is shorter. */
export const MOST_TOKEN_CHARACTERS = 8_192;
/** An Ed25519 signature is 64 bytes; its last character has two bits that count, so that each token has one spelling. */
const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{85}[AQgw]$/;

/** What stands in a token. Where the client may be, what it owns and whose it is stands with the client, and is looked up there. */
interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly client_id: string;
  readonly scope: string;
  readonly jti: string;
  /** s since the epoch, as is `exp` */
  readonly iat: number;
  readonly exp: number;
  readonly generation: string;
  /** Of the certificate without which it is not good (RFC 8705, clause 3.1). */
  readonly cnf?: { readonly 'x5t#S256': string };
  /** Of the session of a person, with which it ends. */
  readonly sid?: string;
}

/** What narrows a token beyond its scopes. */
export interface TokenBounds {
  /** The SHA-256, base64url, of the certificate without which it is not to be good. */
  readonly certificate?: string;
  /** The session of a person, with which it is to end. */
  readonly session?: string;
  /** ms, whole seconds; as long as the others' unless given, and never longer */
  readonly lifetimeMs?: number;
}

export interface AccessToken {
  readonly token: string;
  readonly jti: string;
  readonly scopes: readonly string[];
  /** s */
  readonly lifetime: number;
}

export interface TokensParts {
  readonly keys: KeyRing;
  readonly clients: Pick<Clients, 'find'>;
  readonly tenants: Pick<Tenants, 'find'>;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  readonly revoked: RevokedTokens;
  /** Those of people; nobody has one unless given. */
  readonly sessions?: { has(session: string): boolean };
  readonly time: ForwardTime;
  /** The gateway's URL. */
  readonly issuer: string;
  /** Whom tokens are for: this gateway, by what does not change. */
  readonly audience: string;
  /** ms, whole seconds */
  readonly lifetimeMs: number;
  readonly newId?: () => string;
}

/** On what a grant rests, besides the time. */
interface Basis {
  readonly header: string;
  readonly client: Client;
  readonly devices: Tenant['devices'];
  readonly jti: string;
  readonly sid?: string;
}

/** Who made what goes on, for whatever is to end with it. */
export type Maker = Omit<Basis, 'header'>;

/**
 * Makes access tokens and says what they are worth.
 *
 * Both are done by one clock, so there is no tolerance: a token is good from the second in which it was made until its `exp`.
 *
 * @see RFC 9068
 */
export class Tokens {
  private readonly bases = new WeakMap<Grant, Basis>();
  private readonly newId: () => string;
  private lastExpiry: number;

  constructor(private readonly parts: TokensParts) {
    this.newId = parts.newId ?? randomUUID;
    // who was here before the start may have made some
    this.lastExpiry = parts.time.now() + parts.lifetimeMs;
  }

  /** When the last of all tokens ends, ms since the epoch. */
  get aliveUntil(): number {
    return this.lastExpiry;
  }

  async issue(client: Client, scopes: readonly string[], bounds: TokenBounds = {}): Promise<AccessToken> {
    const { issuer, audience, keys, time } = this.parts;
    const { certificate, session } = bounds;
    // no key looks after longer ones
    const lifetimeMs = Math.min(bounds.lifetimeMs ?? Infinity, this.parts.lifetimeMs);
    const { clientId, generation } = client;
    const jti = this.newId();
    const iat = Math.floor(time.now() / 1000);
    const lifetime = Math.floor(lifetimeMs / 1000);
    const names = { iss: issuer, sub: clientId, aud: audience, client_id: clientId };
    const bound = {
      ...(certificate === undefined ? {} : { cnf: { 'x5t#S256': certificate } }),
      ...(session === undefined ? {} : { sid: session }),
    };
    const claims: Claims = { ...names, scope: scopes.join(' '), jti, iat, exp: iat + lifetime, generation, ...bound };
    this.lastExpiry = Math.max(this.lastExpiry, claims.exp * 1000);
    return Object.freeze({ token: await keys.sign({ ...claims }), jti, scopes, lifetime });
  }

  /**
   * @returns what the token's client may do with it; the scopes are those that both the token and the client have
   * @throws BearerRefusal `invalid_token`
   */
  async verify(token: string): Promise<Grant> {
    const { header, claims } = await this.read(token);
    const client = this.parts.clients.find(claims.client_id);
    const { jti, sid } = claims;
    if (!client || client.disabled || client.generation !== claims.generation || this.isEnded({ jti, sid }))
      throw refused('the token was revoked');
    const tenant = this.parts.tenants.find(client.tenant);
    if (!tenant) throw refused(`there is no tenant ${client.tenant} any more`);
    const grant = this.toGrant(client, tenant, claims);
    this.bases.set(grant, { header, client, devices: tenant.devices, jti, ...(sid === undefined ? {} : { sid }) });
    return grant;
  }

  /** Whether a grant that `verify` gave is still what it would give. */
  holds(grant: Grant): boolean {
    const basis = this.bases.get(grant);
    return basis !== undefined && this.parts.time.now() < grant.expires && this.isGood(basis);
  }

  /**
   * Whether what has begun under a grant may go on: until somebody ends its token, its session or what its client may do. That the
   * token is over by now ends nothing: it was good when it was asked for.
   */
  lasts(grant: Grant): boolean {
    const basis = this.bases.get(grant);
    if (!basis) return false;
    return this.parts.time.now() < grant.expires ? this.isGood(basis) : this.isUnchanged(basis);
  }

  /** Who has the token that a grant was given for; undefined for grants that none of our tokens gave. */
  makerOf(grant: Grant): Maker | undefined {
    return this.bases.get(grant);
  }

  /** Whether nobody has ended what this maker's token was good for. */
  isUnchanged({ client, devices, jti, sid }: Maker): boolean {
    const { clients, tenants } = this.parts;
    return (
      clients.find(client.clientId) === client && tenants.find(client.tenant)?.devices === devices && !this.isEnded({ jti, sid })
    );
  }

  private isGood(basis: Basis): boolean {
    return this.isUnchanged(basis) && this.parts.keys.find(basis.header) !== undefined;
  }

  private isEnded({ jti, sid }: { readonly jti: string; readonly sid?: string | undefined }): boolean {
    return this.parts.revoked.has(jti) || (sid !== undefined && !this.parts.sessions?.has(sid));
  }

  /**
   * Ends a token before its time; one that is none, or has ended, or is another client's, is left alone.
   *
   * @throws GatewayError `tooManyRequests` when too many were ended one by one; `unavailable` when it cannot be kept
   * @see RFC 7009, clause 2.2
   */
  async revoke(token: string, clientId: string): Promise<void> {
    const { claims } = await this.read(token).catch(() => ({ claims: undefined }));
    if (claims?.client_id === clientId) await this.parts.revoked.add(claims.jti, claims.exp * 1000);
  }

  private async read(token: string): Promise<{ readonly header: string; readonly claims: Claims }> {
    if (token.length > MOST_TOKEN_CHARACTERS) throw refused('the token is too long to be one of this gateway');
    const [, header = '', payload = ''] = COMPACT.exec(token) ?? [];
    const key = this.parts.keys.find(header);
    if (!key) throw refused('the token was not signed with a key that this gateway has');
    const { issuer, audience, time } = this.parts;
    const now = time.now();
    const expected = { algorithms: ['EdDSA'], typ: 'at+jwt', issuer, audience, currentDate: new Date(now) };
    try {
      const verified = await jwtVerify(token, key, { ...expected, requiredClaims: ['exp', 'iat'] });
      const claims = requireClaims(verified.payload, payload);
      if (claims.iat * 1000 > now) throw refused('the token is not valid yet');
      return { header, claims };
    } catch (cause) {
      if (cause instanceof BearerRefusal) throw cause;
      if (cause instanceof errors.JWTExpired) await this.seenExpired(cause.payload.exp);
      throw refused(cause instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not valid', cause);
    }
  }

  private toGrant(client: Client, tenant: Tenant, { scope, exp, cnf }: Claims): Grant {
    const rights = rightsOfClient(client, tenant, this.parts.scopes);
    const asked = scope.split(' ').filter((one) => one !== '');
    return Object.freeze({
      client: client.clientId,
      expires: exp * 1000,
      ...rights,
      scopes: new Set(asked.filter((one) => rights.scopes === 'all' || rights.scopes.has(one))),
      ...(cnf === undefined ? {} : { certificate: cnf['x5t#S256'] }),
    });
  }

  /** Whoever was told so is not to find it valid after a restart, should the clock be put back meanwhile. */
  private async seenExpired(exp = 0): Promise<void> {
    const { time } = this.parts;
    // that it cannot be kept is no reason to let it in
    if (time.mark < exp * 1000) await time.keep().catch(() => undefined);
  }
}

/** What we have signed reads back as it was written; a claim that stands there twice, for one, does not. */
function requireClaims(claims: object, payload: string): Claims {
  const { client_id, sub, scope, jti, generation, iat, exp, cnf, sid } = claims as Record<keyof Claims, unknown>;
  const isWhole =
    [client_id, scope, jti, generation].every((claim) => typeof claim === 'string') &&
    sub === client_id &&
    [iat, exp].every((claim) => Number.isSafeInteger(claim)) &&
    (sid === undefined || typeof sid === 'string') &&
    (cnf === undefined || typeof (cnf as Partial<Record<string, unknown>>)['x5t#S256'] === 'string') &&
    Buffer.from(JSON.stringify(claims)).toString('base64url') === payload;
  if (!isWhole) throw refused('the token is not valid');
  return claims as Claims;
}

function refused(message: string, cause?: unknown): BearerRefusal {
  return new BearerRefusal('invalid_token', message, [], cause === undefined ? {} : { cause });
}
