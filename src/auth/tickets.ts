import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { BearerRefusal } from './bearer-refusal.js';
import type { Grant, Grants } from './grants.js';
import { isFor, requireScopes } from './require-scopes.js';
import type { Shown, WayIn } from './way-in.js';

/** How long a ticket waits to be used. */
const LIFETIME_MS = 30_000;
const MOST = 1_000;
const MOST_PER_CLIENT = 64;

export interface TicketsParts {
  /** Whoever made a ticket must still be let in when it is used. */
  readonly grants: Pick<Grants, 'holds'>;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** How many may wait; 1000 unless given. */
  readonly most?: number;
  /** How many of one client may wait; 64 unless given. */
  readonly mostPerClient?: number;
}

interface Kept {
  readonly grant: Grant;
  readonly path?: string;
  /** ms of the monotonic clock */
  readonly endsAt: number;
}

export interface Ticket {
  readonly ticket: string;
  /** s */
  readonly expires_in: number;
}

/**
 * What opens a WebSocket for a client that cannot send a header, as a page in a browser: good once, for half a minute, for what its
 * maker's token is good for. So what stands in an address, and may stand in the log of a proxy, is worth nothing when it is read there.
 *
 * They are in memory only, and by their hashes, so that neither a look into it nor the time of a comparison says one.
 */
export class Tickets implements WayIn {
  /** By hash, the oldest first: all live equally long. */
  private readonly waiting = new Map<string, Kept>();
  private readonly most: number;
  private readonly mostPerClient: number;

  constructor(private readonly parts: TicketsParts) {
    this.most = parts.most ?? MOST;
    this.mostPerClient = parts.mostPerClient ?? MOST_PER_CLIENT;
  }

  /** How many wait. */
  get size(): number {
    return this.waiting.size;
  }

  /**
   * @param path the only one that it is to be good for; any unless given
   * @throws GatewayError `tooManyRequests` when too many wait
   */
  make(grant: Grant, path?: string): Ticket {
    this.forgetEnded();
    this.requireRoom(grant);
    const ticket = randomBytes(32).toString('base64url');
    const endsAt = this.parts.clock.monotonic() + LIFETIME_MS;
    this.waiting.set(hashOf(ticket), { grant, endsAt, ...(path === undefined ? {} : { path }) });
    return Object.freeze({ ticket, expires_in: LIFETIME_MS / 1000 });
  }

  /**
   * Whoever comes with a ticket has used it, also when it does not let them in.
   *
   * @throws BearerRefusal `invalid_token`, `insufficient_scope`
   */
  admit({ secret, path, scopes, certificate }: Shown): Grant {
    this.forgetEnded();
    const hash = hashOf(secret);
    const kept = this.waiting.get(hash);
    this.waiting.delete(hash);
    const isGood = kept && (kept.path ?? path) === path && this.parts.grants.holds(kept.grant) && isFor(kept.grant, certificate);
    if (!isGood) throw new BearerRefusal('invalid_token', 'the ticket was used, has ended or was made for something else');
    requireScopes(kept.grant, scopes);
    return kept.grant;
  }

  private requireRoom({ client }: Grant): void {
    const own = [...this.waiting.values()].filter(({ grant }) => grant.client === client).length;
    if (own < this.mostPerClient && this.waiting.size < this.most) return;
    const [first] = this.waiting.values();
    const retryAfterMs = (first?.endsAt ?? 0) - this.parts.clock.monotonic();
    throw new GatewayError('tooManyRequests', 'too many tickets wait to be used: use them, or wait until they end', {
      retryAfterMs,
    });
  }

  private forgetEnded(): void {
    const now = this.parts.clock.monotonic();
    for (const [hash, { endsAt }] of this.waiting) {
      if (now < endsAt) return;
      this.waiting.delete(hash);
    }
  }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
