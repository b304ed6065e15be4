import { createHash, timingSafeEqual } from 'node:crypto';
import { Attempts } from '../auth/attempts.js';
import { BearerRefusal } from '../auth/bearer-refusal.js';
import type { Clock } from '../clock.js';

/** What became of advertisements that were brought. */
export interface Brought {
  /** Tags whose advertisement was heard. */
  readonly taken: number;
  /** Entries that are none. */
  readonly malformed: number;
}

/** A radio that others bring advertisements to. */
export interface Receiver {
  readonly radioId: string;
  /** What whoever brings them shows; without one nobody may. */
  readonly token?: string;
  /**
   * @param body as it came, parsed
   * @returns when all of it is on disk
   * @throws GatewayError `invalid` when it is not of the shape at all, `unavailable` when it could not be kept
   */
  bring(body: unknown): Promise<Brought>;
}

/** Who brings something, and what it shows. */
export interface Bringer {
  /** As it says. */
  readonly radioId: string;
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
  readonly remoteAddress: string;
}

const PATH = /\/receivers\/([a-z0-9-]{1,32})\/advertisements$/;
/** So that asking for a receiver that there is not takes as long. */
const NOBODY = Object.freeze({ radioId: '', token: undefined });

/**
 * Lets in who brings advertisements. Each receiver has a token of its own, from the configuration: what a Ruuvi Gateway can be told to
 * send is a fixed one. Nobody learns which receivers there are.
 */
export class Receivers {
  private readonly receivers: ReadonlyMap<string, Receiver>;
  private readonly attempts: Attempts;

  /** @param asksForTokens whether a receiver that has no token lets nobody in; else it lets everybody in */
  constructor(
    receivers: readonly Receiver[],
    clock: Clock,
    private readonly asksForTokens: boolean,
    report: (message: string) => void,
  ) {
    this.receivers = new Map(receivers.map((receiver) => [receiver.radioId, receiver]));
    this.attempts = new Attempts(clock, report);
  }

  /**
   * @throws BearerRefusal without a token, or with one that is not this receiver's
   * @throws GatewayError `tooManyRequests` when it was wrong too often
   */
  admit({ radioId, authorization, remoteAddress }: Bringer): Receiver {
    const receiver = this.receivers.get(radioId);
    if (receiver && receiver.token === undefined && !this.asksForTokens) return receiver;
    const secret = secretIn(authorization);
    if (secret === undefined) throw new BearerRefusal(undefined, 'the token of this receiver is needed');
    // a name may be a secret that stands in the wrong place
    const attempt = { remoteAddress, clientId: receiver?.radioId ?? '' };
    this.attempts.require(attempt);
    const { token } = receiver ?? NOBODY;
    const isSame = timingSafeEqual(digest(secret), digest(token ?? ''));
    if (!receiver || token === undefined || !isSame) {
      this.attempts.failed(attempt);
      throw new BearerRefusal('invalid_token', 'this is not the token of the receiver');
    }
    this.attempts.succeeded(attempt);
    return receiver;
  }

  /** The same, of a request that is not routed yet; its path may be anything. Nothing when it is not admitted. */
  find({ path, ...bringer }: Omit<Bringer, 'radioId'> & { readonly path: string }): Receiver | undefined {
    const radioId = PATH.exec(path)?.[1];
    if (radioId === undefined) return undefined;
    try {
      return this.admit({ radioId, ...bringer });
    } catch {
      return undefined;
    }
  }
}

/** RFC 6750, clause 2.1; RFC 7617, where the password counts and the user does not; and `Token`, which Ruuvi Gateways know too. */
function secretIn(authorization = ''): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|token|basic) +([\x21-\x7e]{1,1024})$/i.exec(authorization) ?? [];
  if (value === '') return undefined;
  if (scheme.toLowerCase() !== 'basic') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : undefined;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
