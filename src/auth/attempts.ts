import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { formatIpAddress, parseIpAddress } from '../ip-address.js';
import { Recent } from './recent.js';

/** How often it may fail before it has to wait, and for how long then. */
interface Patience extends BackOff {
  readonly free: number;
}

/** Behind one address there may be many, and a misspelt secret among them. */
const OF_ADDRESS: Patience = { free: 10, firstMs: 1_000, longestMs: 60_000 };
/** Short, so that whoever guesses from everywhere keeps a client that comes from somewhere new waiting, but never out. */
const OF_CLIENT: Patience = { free: 20, firstMs: 1_000, longestMs: 10_000 };
const FORGOTTEN_MS = 900_000;
const MOST_ADDRESSES = 1_024;
const MOST_CLIENTS = 1_024;
const MOST_WELCOME = 256;
const REPORT_EVERY_MS = 10_000;

interface Failures {
  count: number;
  /** By the monotonic clock, as is `lastAt`. */
  notBefore: number;
  lastAt: number;
}

/** Who tries to sign in. */
export interface Attempt {
  readonly remoteAddress: string;
  /** As they say. */
  readonly clientId: string;
}

/**
 * Slows down whoever guesses secrets: after a few failures an address, and a client, have to wait, longer each time. A client that
 * has signed in from an address before does not suffer there from what others do, until it fails itself.
 */
export class Attempts {
  private readonly addresses = new Recent<string, Failures>(MOST_ADDRESSES);
  private readonly clients = new Recent<string, Failures>(MOST_CLIENTS);
  private readonly welcome = new Recent<string, true>(MOST_WELCOME);
  private failures = 0;
  private reported = 0;
  private reportedAt = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly report: (message: string) => void,
  ) {}

  /** @throws GatewayError `tooManyRequests` when it is not yet time for another attempt */
  require(attempt: Attempt): void {
    if (this.welcome.get(pairOf(attempt))) return;
    const { address, clientId } = keysOf(attempt);
    const now = this.clock.monotonic();
    const waits = [this.addresses.get(address), this.clients.get(clientId)].map((failures) => (failures?.notBefore ?? 0) - now);
    const retryAfterMs = Math.max(...waits);
    if (retryAfterMs > 0)
      throw new GatewayError('tooManyRequests', 'too many attempts to sign in have failed; try again later', { retryAfterMs });
  }

  failed(attempt: Attempt): void {
    const { address, clientId } = keysOf(attempt);
    this.welcome.delete(pairOf(attempt));
    this.failures++;
    const isSlowed = [this.count(this.addresses, address, OF_ADDRESS), this.count(this.clients, clientId, OF_CLIENT)].some(
      Boolean,
    );
    if (isSlowed) this.tell(address);
  }

  succeeded(attempt: Attempt): void {
    this.welcome.set(pairOf(attempt), true);
  }

  /** @returns whether it has to wait from now on */
  private count(all: Recent<string, Failures>, key: string, patience: Patience): boolean {
    const now = this.clock.monotonic();
    const known = all.get(key);
    const count = known && now - known.lastAt < FORGOTTEN_MS ? known.count + 1 : 1;
    const over = count - patience.free;
    all.set(key, { count, lastAt: now, notBefore: over > 0 ? now + waitOf(patience, over) : 0 });
    return over > 0;
  }

  /** Neither the names nor the secrets that were tried: a secret may stand in the place of the name. */
  private tell(address: string): void {
    const now = this.clock.monotonic();
    if (now - this.reportedAt < REPORT_EVERY_MS) return;
    const count = this.failures - this.reported;
    this.report(`${count} attempts to sign in have failed, the last from ${address}; who fails so often has to wait`);
    this.reportedAt = now;
    this.reported = this.failures;
  }
}

function keysOf({ remoteAddress, clientId }: Attempt): { readonly address: string; readonly clientId: string } {
  return { address: neighbourhood(remoteAddress), clientId };
}

function pairOf(attempt: Attempt): string {
  const { address, clientId } = keysOf(attempt);
  return `${address} ${clientId}`;
}

/** Of IPv6 everybody has a whole /64, and could come from another address each time. */
function neighbourhood(remoteAddress: string): string {
  const address = parseIpAddress(remoteAddress);
  if (!address) return remoteAddress.slice(0, 64);
  if (address.bits === 32) return formatIpAddress(address);
  return `${formatIpAddress({ bits: 128, value: (address.value >> 64n) << 64n })}/64`;
}
