import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Destination } from './destination.js';
import { exchange, type Outcome, type Question } from './exchange.js';
import type { Reach } from './reach.js';
import { TimeLimit } from './time-limit.js';

const MAX_ADDRESSES_TRIED = 3;

export interface OutgoingParts {
  readonly clock: Clock;
  readonly reach: Reach;
  /** Certificates to trust instead of those that Node brings, as PEM. */
  readonly ca?: string | readonly string[];
}

/** How much of an answer is waited for. */
export interface Patience {
  /** From the look-up of the name to the last byte. */
  readonly withinMs: number;
  /** Of the body. */
  readonly maxBytes: number;
  /** Instead of those of the client. */
  readonly ca?: string | readonly string[];
  readonly signal?: AbortSignal;
}

export type Answered = Outcome & { readonly kind: 'answered' };

/**
 * Calls others: what the gateway says of its own accord goes through here. What was judged is what is connected to: a name is
 * resolved, its addresses are judged, and the connection goes to one of those, whatever the name server says a moment later.
 * Redirects are answers like any other and lead nowhere. Each exchange has a connection of its own, which is gone afterwards.
 */
export class Outgoing {
  constructor(private readonly parts: OutgoingParts) {}

  /** As `Reach.addresses`. */
  addresses(destination: Destination, signal?: AbortSignal): Promise<readonly string[]> {
    return this.parts.reach.addresses(destination, signal);
  }

  /**
   * @returns an answer of which the status counts; its body may be broken off
   * @throws GatewayError `unavailable` when there is none, `timeout` when it takes too long, `forbidden` when the destination is
   *   where calls may not go
   */
  tell(destination: Destination, question: Question, patience: Patience): Promise<Answered> {
    return this.within(patience, (signal) => this.call(destination, question, patience, signal));
  }

  /**
   * @returns an answer that is whole
   * @throws GatewayError as `tell`; `unavailable` too when the answer breaks off or does not end
   */
  ask(destination: Destination, question: Question, patience: Patience): Promise<Answered> {
    return this.within(patience, async (signal) => {
      const answer = await this.call(destination, question, patience, signal);
      if (answer.broken !== undefined) throw new GatewayError('unavailable', answer.broken);
      return answer;
    });
  }

  private async within<T>(patience: Patience, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    using limit = new TimeLimit(this.parts.clock, patience.withinMs, patience.signal);
    try {
      return await task(limit.signal);
    } catch (error) {
      if (!(error instanceof GatewayError) || !limit.signal.aborted) throw error;
      if (patience.signal?.aborted) throw new GatewayError('unavailable', 'given up before an answer came');
      throw new GatewayError('timeout', `no answer within ${patience.withinMs / 1000} s`);
    }
  }

  private async call(
    destination: Destination,
    question: Question,
    { maxBytes, ca = this.parts.ca }: Patience,
    signal: AbortSignal,
  ): Promise<Answered> {
    const { clock, reach } = this.parts;
    const addresses = await reach.addresses(destination, signal);
    const reasons: string[] = [];
    for (const address of addresses.slice(0, MAX_ADDRESSES_TRIED)) {
      const terms = { clock, maxBytes, ...(ca === undefined ? {} : { ca }) };
      const outcome = await exchange(destination, address, question, terms, signal);
      if (outcome.kind === 'answered') return outcome;
      reasons.push(`${address} port ${destination.port} ${outcome.reason}`);
      if (outcome.kind === 'broken' || signal.aborted) break;
    }
    throw new GatewayError('unavailable', reasons.join('; '));
  }
}
