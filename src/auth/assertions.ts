import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { GatewayError } from '../errors.js';
import type { Client } from './client.js';
import { type ClientKey, toVerifyingKey } from './client-keys.js';
import type { ForwardTime } from './forward-time.js';

export const MOST_ASSERTION_CHARACTERS = 8_192;
/** How wrong a client's clock may be, s. */
const TOLERANCE_S = 60;
/** How long an assertion may live, s. */
const LONGEST_S = 300;
const MOST_PER_CLIENT = 32;
const JTI = /^[\x20-\x7e]{1,256}$/;

/**
 * Clients that sign in with a key of their own (private_key_jwt). An assertion is good once: what was used is remembered until it
 * has ended, and what was made before the gateway started is refused, for that it cannot remember.
 *
 * Stricter than the RFC: `iat` and `jti` are asked for, an assertion lives five minutes at most, and is for nobody else.
 *
 * @see RFC 7523, clauses 2.2 and 3
 */
export class Assertions {
  /** clientId → jti → when it ends, ms since the epoch. Bounded by the number of clients. */
  private readonly used = new Map<string, Map<string, number>>();
  private readonly startedAt: number;

  /** @param audiences what an assertion may name as whom it is for */
  constructor(
    private readonly time: ForwardTime,
    private readonly audiences: readonly string[],
  ) {
    this.startedAt = time.now();
  }

  /** Who says to have made it; nothing is proved by that. */
  subjectOf(assertion: string): string | undefined {
    try {
      return assertion.length > MOST_ASSERTION_CHARACTERS ? undefined : decodeJwt(assertion).sub;
    } catch {
      return undefined;
    }
  }

  /**
   * @returns whether the client has made it, for us, just now and for the first time
   * @throws GatewayError `tooManyRequests` when the client has used too many that have not ended
   */
  async verify(client: Client, assertion: string): Promise<boolean> {
    if (assertion.length > MOST_ASSERTION_CHARACTERS) return false;
    try {
      const key = keyOf(client, assertion);
      if (!key) return false;
      const { payload } = await jwtVerify(assertion, await toVerifyingKey(key), this.expected(client, key));
      return this.isFresh(payload) && this.use(client.clientId, payload);
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      return false;
    }
  }

  /** Forgets what has ended. */
  sweep(): void {
    const now = this.time.now();
    for (const [clientId, ends] of this.used) {
      for (const [jti, endsAt] of ends) if (endsAt <= now) ends.delete(jti);
      if (ends.size === 0) this.used.delete(clientId);
    }
  }

  private expected({ clientId }: Client, { alg }: ClientKey) {
    return {
      algorithms: [alg],
      issuer: clientId,
      subject: clientId,
      audience: [...this.audiences],
      currentDate: new Date(this.time.now()),
      clockTolerance: TOLERANCE_S,
      maxTokenAge: LONGEST_S,
      requiredClaims: ['exp', 'jti'],
    };
  }

  private isFresh({ aud, iat = 0, exp = Infinity }: JWTPayload): boolean {
    const isForUsAlone = typeof aud === 'string' || aud?.length === 1;
    return isForUsAlone && iat * 1000 >= this.startedAt - 1000 && exp - iat <= LONGEST_S;
  }

  /** Without a pause between looking and noting, so that of two at once one is the first. */
  private use(clientId: string, { jti, exp = 0 }: JWTPayload): boolean {
    if (jti === undefined || !JTI.test(jti)) return false;
    const ends = this.used.get(clientId) ?? new Map<string, number>();
    if (ends.has(jti)) return false;
    if (ends.size >= MOST_PER_CLIENT) this.sweep();
    if (ends.size >= MOST_PER_CLIENT)
      throw new GatewayError('tooManyRequests', 'too many assertions in a short time; use the token that you have', {
        retryAfterMs: LONGEST_S * 100,
      });
    this.used.set(clientId, ends.set(jti, (exp + TOLERANCE_S) * 1000));
    return true;
  }
}

/** The header may choose among the client's keys, and nothing else. */
function keyOf({ keys = [] }: Client, assertion: string): ClientKey | undefined {
  const { kid, typ = 'JWT', alg, ...others } = decodeProtectedHeader(assertion);
  if (Object.keys(others).length > 0 || !TYPES.has(typ.toLowerCase())) return undefined;
  const key = kid === undefined && keys.length === 1 ? keys[0] : keys.find((one) => one.kid === kid);
  return key?.alg === alg ? key : undefined;
}

const TYPES: ReadonlySet<string> = new Set(['jwt', 'client-authentication+jwt']);
