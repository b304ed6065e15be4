import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../../clock.js';
import { BearerRefusal } from '../bearer-refusal.js';
import type { ForwardTime } from '../forward-time.js';
import { HOST } from '../access.js';
import type { Grant } from '../grants.js';
import { devicesInSight, type Rights } from '../rights.js';
import type { Tenant, Tenants } from '../tenants.js';
import { IssuerKeys, type KeySource } from './issuer-keys.js';
import type { OutsideAlg, OutsideKey } from './outside-key.js';
import { rightsOf, type Rule } from './rule.js';

/** Somebody else whose word on who is who counts here. */
export interface TrustedIssuer {
  /** Letter for letter as in its tokens. */
  readonly issuer: string;
  /** A token must be for one of these. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly OutsideAlg[];
  /** Tokens that live longer are refused, s. */
  readonly maxLifetimeS: number;
  readonly rules: readonly Rule[];
  readonly source: KeySource;
}

export interface OutsideIssuersParts {
  readonly issuers: readonly TrustedIssuer[];
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  readonly tenants: Pick<Tenants, 'find'>;
  readonly time: ForwardTime;
  readonly clock: Clock;
  readonly report: (message: string) => void;
}

/** How wrong an issuer's clock, or ours, may be, s. */
export const TOLERANCE_S = 30;
/** Of the service accounts of Kubernetes no token says what it is. */
const TYPES: ReadonlySet<string> = new Set(['', 'jwt', 'at+jwt', 'application/at+jwt']);
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

interface Trusted extends TrustedIssuer {
  readonly keys: IssuerKeys;
}

/** On what a grant rests, besides the time. */
interface Basis {
  readonly tenant: string;
  /** What the tenant sees. */
  readonly devices: Tenant['devices'];
  readonly keys: IssuerKeys;
  readonly key: OutsideKey;
}

/**
 * Tokens of issuers that the configuration trusts: an OpenID provider, or a cluster for its service accounts.
 *
 * What stands in a token before its signature was verified chooses among the configured issuers, and among the keys of the one
 * that it chose; `jku`, `x5u`, `jwk` and `x5c` are not read. What the issuer has revoked is not known here: a token is good until
 * it ends, or until its key is withdrawn.
 *
 * @see RFC 9068, clause 4; RFC 8725; OpenID Connect Discovery 1.0, clause 4.3
 */
export class OutsideIssuers {
  private readonly trusted: ReadonlyMap<string, Trusted>;
  private readonly bases = new WeakMap<Grant, Basis>();

  constructor(private readonly parts: OutsideIssuersParts) {
    const { issuers, clock, report } = parts;
    this.trusted = new Map(
      issuers.map((one) => [
        one.issuer,
        { ...one, keys: new IssuerKeys({ issuer: one.issuer, source: one.source, clock, report }) },
      ]),
    );
  }

  /** Whether the token says to be of one of these issuers; nothing is proved by that. */
  takes(token: string): boolean {
    return this.trustedFor(token) !== undefined;
  }

  /**
   * @returns what its claims let its holder do here. `client` is the issuer, `#` and the subject: neither a `clientId` of ours nor
   *   an issuer has a `#`
   * @throws BearerRefusal `invalid_token`, or `insufficient_scope` when no rule fits, or there is no such tenant
   * @throws GatewayError `unavailable` when the issuer's keys cannot be had
   */
  async verify(token: string): Promise<Grant> {
    const trusted = this.trustedFor(token);
    if (!trusted) throw refused('the token was made by nobody whom this gateway trusts');
    const key = await this.keyOf(trusted, token);
    const claims = await this.claimsOf(trusted, token, key);
    const rights = rightsOf(trusted.rules, claims, this.parts.scopes);
    if (!rights)
      throw new BearerRefusal('insufficient_scope', 'the token is valid, and no rule of this gateway lets its claims in');
    const { tenant, devices } = this.tenantOf(rights);
    const { issuer, keys } = trusted;
    const grant = Object.freeze({
      client: `${issuer}#${claims.sub ?? ''}`,
      expires: ((claims.exp ?? 0) + TOLERANCE_S) * 1000,
      ...rights,
      devices: devicesInSight(devices, rights.devices === 'all' ? undefined : rights.devices),
    });
    this.bases.set(grant, { keys, key, tenant, devices });
    return grant;
  }

  /** Whether a grant that `verify` gave is still what it would give. */
  holds(grant: Grant): boolean {
    const basis = this.bases.get(grant);
    return (
      basis !== undefined &&
      this.parts.time.now() < grant.expires &&
      this.parts.tenants.find(basis.tenant)?.devices === basis.devices &&
      basis.keys.holds(basis.key)
    );
  }

  private tenantOf({ tenant: name = HOST }: Rights): Tenant {
    const tenant = this.parts.tenants.find(name);
    if (!tenant) throw new BearerRefusal('insufficient_scope', `the token is valid, and there is no tenant ${name} here`);
    return tenant;
  }

  private trustedFor(token: string): Trusted | undefined {
    try {
      return this.trusted.get(decodeJwt(token).iss ?? '');
    } catch {
      return undefined;
    }
  }

  private async keyOf({ algorithms, keys }: Trusted, token: string): Promise<OutsideKey> {
    const { alg = '', typ = '', kid } = headerOf(token);
    if (!(algorithms as readonly string[]).includes(alg) || !TYPES.has(typ.toLowerCase()))
      throw refused('the token is not valid');
    const key = await keys.find(kid, alg);
    if (!key) throw refused('the token was not signed with a key that its issuer has');
    return key;
  }

  private async claimsOf(trusted: Trusted, token: string, { key }: OutsideKey): Promise<JWTPayload> {
    const { issuer, audiences, algorithms, maxLifetimeS } = trusted;
    const now = this.parts.time.now();
    const expected = { issuer, audience: [...audiences], algorithms: [...algorithms], requiredClaims: ['exp', 'iat', 'sub'] };
    try {
      const { payload } = await jwtVerify(token, key, { ...expected, currentDate: new Date(now), clockTolerance: TOLERANCE_S });
      requireLifetime(payload, now / 1000, maxLifetimeS);
      if (!SUBJECT.test(payload.sub ?? '')) throw refused('the token is not valid: sub has characters that it may not have');
      return payload;
    } catch (error) {
      throw error instanceof BearerRefusal ? error : refused(wordsFor(error, audiences), error);
    }
  }
}

function headerOf(token: string): { readonly alg?: string; readonly typ?: string; readonly kid?: string } {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(token) as Readonly<Record<string, unknown>>;
    if ([alg, typ, kid].every((one) => one === undefined || typeof one === 'string')) return { alg, typ, kid } as object;
  } catch {
    // said below
  }
  throw refused('the token is not valid');
}

/** @param now s since the epoch */
function requireLifetime({ iat = Infinity, exp = Infinity }: JWTPayload, now: number, maxLifetimeS: number): void {
  if (iat > now + TOLERANCE_S) throw refused('the token is not valid yet');
  // the second in which it was made counts
  if (exp - iat > maxLifetimeS + 1) throw refused(`the token lives for more than ${maxLifetimeS} s`);
}

function wordsFor(error: unknown, audiences: readonly string[]): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'the token is not valid';
  if (error.claim === 'aud') return `the token is not for this gateway: expected the audience ${audiences.join(' or ')}`;
  return error.claim === 'nbf' ? 'the token is not valid yet' : `the token is not valid: ${error.claim}`;
}

function refused(message: string, cause?: unknown): BearerRefusal {
  return new BearerRefusal('invalid_token', message, [], cause === undefined ? {} : { cause });
}
