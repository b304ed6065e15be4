import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import type { Mailbox, Numbered } from './mailbox.js';
import type { Delivery, Postman } from './postman.js';
import type { Subscription } from './subscription.js';
import { Turns } from './turns.js';

/** Changes of services that go in one notification. */
const TOGETHER = 50;
const AT_ONCE = 64;
const AT_ONCE_OF_THE_FAILING = 16;
const TURN_MS = 1_000;
const WAIT: BackOff = { firstMs: 1_000, longestMs: 300_000 };

/** What happened since the start. */
export interface CourierCounters {
  delivered: number;
  /** Attempts that were not answered as they should be. */
  failed: number;
}

export interface CourierParts {
  readonly postman: Pick<Postman, 'post'>;
  readonly clock: Clock;
  /** 0 to 1, as Math.random */
  readonly random: () => number;
  /** Notices as ETSI's notification for this subscriber. */
  readonly write: (subscription: Subscription, notices: readonly Numbered[]) => object;
}

/**
 * Takes what waits in a mailbox to its subscriber: in order, one after the other, each until it has arrived.
 *
 * A subscriber that fails is tried again after growing pauses, and shares its turns only with others that fail: whoever answers
 * does not wait for whoever does not.
 */
export class Courier {
  readonly counters: CourierCounters = { delivered: 0, failed: 0 };
  private readonly turns: Turns;
  private readonly turnsOfTheFailing: Turns;

  constructor(private readonly parts: CourierParts) {
    this.turns = new Turns(AT_ONCE, TURN_MS, parts.clock);
    this.turnsOfTheFailing = new Turns(AT_ONCE_OF_THE_FAILING, TURN_MS, parts.clock);
  }

  /** Serves one mailbox until `signal` aborts. */
  async serve(mailbox: Mailbox, signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const notices = mailbox.next(TOGETHER);
      if (notices.length === 0 || !this.isReachable(mailbox)) {
        await mailbox.woken(signal);
        continue;
      }
      const delivery = await this.attempt(mailbox, notices, failures > 0, signal);
      if (isAborted(signal)) return;
      failures = delivery.kind === 'delivered' ? 0 : failures + 1;
      await this.settle(mailbox, notices, delivery, failures, signal);
    }
  }

  /** A WebSocket is opened by the subscriber; until then there is nothing to try. */
  private isReachable({ subscription, line }: Mailbox): boolean {
    return subscription.callbackReference !== undefined || line !== undefined;
  }

  private attempt(mailbox: Mailbox, notices: readonly Numbered[], failing: boolean, signal: AbortSignal): Promise<Delivery> {
    const { postman, write } = this.parts;
    return (failing ? this.turnsOfTheFailing : this.turns).take(async () => {
      // waiting for a turn takes time, in which all of this may have become another
      const { subscription, line } = mailbox;
      if (signal.aborted) return { kind: 'failed', reason: 'unsubscribed' };
      const body = Buffer.from(JSON.stringify(write(subscription, notices)));
      if (subscription.callbackReference !== undefined) return postman.post(subscription.callbackReference, body, signal);
      return line ? line.deliver(body, signal) : { kind: 'failed', reason: 'the WebSocket was closed' };
    });
  }

  private async settle(
    mailbox: Mailbox,
    notices: readonly Numbered[],
    delivery: Delivery,
    failures: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, random } = this.parts;
    if (delivery.kind === 'delivered') {
      this.counters.delivered += notices.length;
      mailbox.succeeded(notices, clock.now());
      return;
    }
    this.counters.failed++;
    mailbox.failed(delivery.reason, clock.now());
    await mailbox.pause(Math.max(waitOf(WAIT, failures, random), delivery.retryAfterMs ?? 0), clock, signal);
  }
}

/** As a call, for the compiler remembers what it has read. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
