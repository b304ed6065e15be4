import { GatewayError } from '../errors.js';
import type { Delivery, Postman } from '../events/postman.js';
import { retryAfterMs } from '../retry-after.js';
import type { Destination } from '../outgoing/destination.js';
import { parseCallbackUri } from './callback-uri.js';
import { formatIpAddress, parseIpAddress } from '../ip-address.js';
import type { Networks } from '../networks.js';
import { exchange, type ExchangeParts, type Outcome } from '../outgoing/exchange.js';
import type { IsOwn } from '../outgoing/own-listeners.js';
import { TimeLimit } from '../outgoing/time-limit.js';

const EXCHANGE_MS = 10_000;
const MAX_ADDRESSES_TRIED = 3;

export interface PostmanParts extends ExchangeParts {
  readonly networks: Networks;
  readonly isOwn: IsOwn;
  readonly resolver: { addresses(host: string, signal?: AbortSignal): Promise<readonly string[]> };
}

/**
 * Posts notifications over HTTP, to addresses that are allowed. What was judged is what is connected to: a name is resolved, its
 * addresses are judged, and the connection goes to one of those, whatever the name server says a moment later. Redirects are
 * answers like any other and lead nowhere.
 */
export class HttpPostman implements Postman {
  constructor(private readonly parts: PostmanParts) {}

  async check(callback: string): Promise<void> {
    const uri = parseCallbackUri(callback);
    const addresses = await this.resolve(uri).catch(unresolved);
    if (addresses && this.allowed(uri, addresses).length === 0)
      throw new GatewayError(
        'invalid',
        'callbackReference is at an address that this gateway may not call: expected one in the networks that its configuration allows for callbacks',
      );
  }

  async post(callback: string, body: Uint8Array, signal?: AbortSignal): Promise<Delivery> {
    using limit = new TimeLimit(this.parts.clock, EXCHANGE_MS, signal);
    try {
      return this.judge(await this.deliver(parseCallbackUri(callback), body, limit.signal));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (signal?.aborted) return { kind: 'failed', reason: 'given up before an answer came' };
      return { kind: 'failed', reason: limit.signal.aborted ? `no answer within ${EXCHANGE_MS / 1000} s` : error.message };
    }
  }

  /** @throws GatewayError `invalid` or `unavailable` when there was no answer */
  private async deliver(uri: Destination, body: Uint8Array, signal: AbortSignal): Promise<Outcome & { kind: 'answered' }> {
    const found = await this.resolve(uri, signal);
    const allowed = this.allowed(uri, found);
    if (allowed.length === 0)
      throw new GatewayError('invalid', `${uri.host} is at ${found.join(', ')}, where callbacks may not go`);
    const reasons: string[] = [];
    for (const address of allowed.slice(0, MAX_ADDRESSES_TRIED)) {
      const outcome = await exchange(uri, address, body, this.parts, signal);
      if (outcome.kind === 'answered') return outcome;
      reasons.push(`${address} port ${uri.port} ${outcome.reason}`);
      if (outcome.kind === 'broken' || signal.aborted) break;
    }
    throw new GatewayError('unavailable', reasons.join('; '));
  }

  private async resolve({ host, isAddress }: Destination, signal?: AbortSignal): Promise<readonly string[]> {
    return isAddress ? [host] : this.parts.resolver.addresses(host, signal);
  }

  /** Those that may be called, each once and in one spelling: a mapped address was judged as IPv4, and is called as IPv4. */
  private allowed({ port }: Destination, addresses: readonly string[]): string[] {
    const { networks, isOwn } = this.parts;
    const fit = addresses
      .map(parseIpAddress)
      .filter((address) => address !== undefined)
      .filter((address) => networks.allows(address) && !isOwn(address, port));
    return [...new Set(fit.map(formatIpAddress))];
  }

  /** ETSI asks for 204. A subscriber that answers 200 or 202 has the notification too, and would only get it twice. */
  private judge({ status, retryAfter }: Outcome & { kind: 'answered' }): Delivery {
    if (status >= 200 && status < 300) return { kind: 'delivered' };
    const waitMs = retryAfterMs(retryAfter, this.parts.clock.now());
    const isRedirect = status >= 300 && status < 400;
    const reason = `answers ${status}${isRedirect ? '; redirects are not followed' : ''}`;
    return { kind: 'failed', reason, status, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
  }
}

/** A name that nobody knows today may be known tomorrow. */
function unresolved(error: unknown): undefined {
  if (!(error instanceof GatewayError)) throw error;
}
