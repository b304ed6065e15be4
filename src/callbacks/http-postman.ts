import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Delivery, Message, Postman } from '../events/postman.js';
import type { Answered, Outgoing } from '../outgoing/outgoing.js';
import { retryAfterMs } from '../retry-after.js';
import { parseCallbackUri } from './callback-uri.js';

const EXCHANGE_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** Posts notifications over HTTP, to addresses that are allowed. */
export class HttpPostman implements Postman {
  /** @param outgoing to where callbacks may go */
  constructor(
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
  ) {}

  async check(callback: string): Promise<void> {
    await this.outgoing.addresses(parseCallbackUri(callback)).catch(requireAllowed);
  }

  async post(callback: string, { contentType, body }: Message, signal?: AbortSignal): Promise<Delivery> {
    const question = { method: 'POST', headers: { 'Content-Type': contentType }, body } as const;
    const patience = { withinMs: EXCHANGE_MS, maxBytes: MAX_ANSWER_BYTES, ...(signal ? { signal } : {}) };
    try {
      return this.judge(await this.outgoing.tell(parseCallbackUri(callback), question, patience));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      return { kind: 'failed', reason: error.message };
    }
  }

  /** ETSI asks for 204. A subscriber that answers 200 or 202 has the notification too, and would only get it twice. */
  private judge({ status, retryAfter }: Answered): Delivery {
    if (status >= 200 && status < 300) return { kind: 'delivered' };
    const waitMs = retryAfterMs(retryAfter, this.clock.now());
    const isRedirect = status >= 300 && status < 400;
    const reason = `answers ${status}${isRedirect ? '; redirects are not followed' : ''}`;
    return { kind: 'failed', reason, status, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
  }
}

/** A name that nobody knows today may be known tomorrow. What a name resolves to is nobody's to hear. */
function requireAllowed(error: unknown): undefined {
  if (!(error instanceof GatewayError)) throw error;
  if (error.code === 'forbidden')
    throw new GatewayError(
      'invalid',
      'callbackReference is at an address that this gateway may not call: expected one in the networks that its configuration allows for callbacks',
    );
}
