import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Mailbox, Numbered, Way } from './mailbox.js';
import type { Delivery, Postman } from './postman.js';
import type { Subscription } from './subscription.js';
import { Turns } from './turns.js';

/** Changes of services that go in one notification. */
const TOGETHER = 50;
const AT_ONCE = 64;
const AT_ONCE_OF_THE_SLOW = 16;
const TURN_MS = 1_000;
const WAIT: BackOff = { firstMs: 1_000, longestMs: 300_000 };

/** What happened since the start. */
export interface CourierCounters {
  delivered: number;
  /** Attempts that were not answered as they should be. */
  failed: number;
}

/** What a subscriber is to read. */
export interface Written {
  readonly contentType: string;
  readonly content: object;
}

export interface CourierParts {
  readonly postman: Pick<Postman, 'post'>;
  readonly clock: Clock;
  /** 0 to 1, as Math.random */
  readonly random: () => number;
  /** Notices as the notification for this subscriber. */
  readonly write: (subscription: Subscription, notices: readonly Numbered[]) => Written;
}

interface Attempt {
  readonly delivery: Delivery;
  readonly way: Way;
  /** Whether it has taken longer than a turn. */
  readonly isSlow: boolean;
}

/**
 * Takes what waits in a mailbox to its subscriber: in order, one after the other, each until it has arrived.
 *
 * A subscriber that fails is tried again after growing pauses. Whoever has failed or taken long the last time, or has never been
 * told anything, shares turns only with its like: whoever answers does not wait for whoever does not.
 */
export class Courier {
  readonly counters: CourierCounters = { delivered: 0, failed: 0 };
  private readonly turns: Turns;
  private readonly turnsOfTheSlow: Turns;

  constructor(private readonly parts: CourierParts) {
    this.turns = new Turns(AT_ONCE, TURN_MS, parts.clock);
    this.turnsOfTheSlow = new Turns(AT_ONCE_OF_THE_SLOW, TURN_MS, parts.clock);
  }

  /** Serves one mailbox until `signal` aborts. */
  async serve(mailbox: Mailbox, signal: AbortSignal): Promise<void> {
    let isSlow = !hasAnswered(mailbox);
    let failures = 0;
    while (!signal.aborted) {
      const notices = mailbox.next(TOGETHER);
      if (notices.length === 0 || !this.isReachable(mailbox)) {
        await mailbox.woken(signal);
        continue;
      }
      const attempt = await this.attempt(mailbox, notices, isSlow, signal);
      // what arrived while we were stopped has arrived, and must not come again after the start
      if (isAborted(signal) && attempt.delivery.kind === 'failed') return;
      this.note(mailbox, notices, attempt.delivery);
      failures = attempt.delivery.kind === 'delivered' ? 0 : failures + 1;
      await this.pause(mailbox, attempt, failures, signal);
      // another way deserves to be tried as if nothing had happened
      if (mailbox.way !== attempt.way) failures = 0;
      isSlow = attempt.isSlow || attempt.delivery.kind === 'failed';
    }
  }

  /** A WebSocket is opened by the subscriber; until then there is nothing to try. */
  private isReachable({ subscription, line }: Mailbox): boolean {
    return subscription.callbackReference !== undefined || line !== undefined;
  }

  private attempt(mailbox: Mailbox, notices: readonly Numbered[], isSlow: boolean, signal: AbortSignal): Promise<Attempt> {
    const { clock } = this.parts;
    return (isSlow ? this.turnsOfTheSlow : this.turns).take(async () => {
      // waiting for a turn takes time, in which the way may have become another
      const { way } = mailbox;
      const began = clock.monotonic();
      const delivery = signal.aborted ? failed('unsubscribed') : await this.deliver(way, notices, signal);
      return { delivery, way, isSlow: clock.monotonic() - began > TURN_MS };
    });
  }

  private async deliver({ subscription, line }: Way, notices: readonly Numbered[], signal: AbortSignal): Promise<Delivery> {
    const { postman, write } = this.parts;
    try {
      const { contentType, content } = write(subscription, notices);
      const message = { contentType, body: Buffer.from(JSON.stringify(content)) };
      if (subscription.callbackReference !== undefined)
        return await postman.post(subscription.callbackReference, message, signal);
      return line ? await line.deliver(message, signal) : failed('the WebSocket was closed');
    } catch (error) {
      // a mistake of ours, which must not keep others from being told, nor end the gateway with every start
      return failed(`the gateway has failed: ${messageOf(error)}`);
    }
  }

  private note(mailbox: Mailbox, notices: readonly Numbered[], delivery: Delivery): void {
    const now = this.parts.clock.now();
    if (delivery.kind === 'delivered') {
      this.counters.delivered += notices.length;
      mailbox.succeeded(notices, now);
    } else {
      this.counters.failed++;
      mailbox.failed(delivery.reason, now);
    }
  }

  private async pause(mailbox: Mailbox, { delivery, way }: Attempt, failures: number, signal: AbortSignal): Promise<void> {
    if (delivery.kind === 'delivered' || mailbox.way !== way) return;
    const { clock, random } = this.parts;
    await mailbox.pause(Math.max(waitOf(WAIT, failures, random), delivery.retryAfterMs ?? 0), clock, signal);
  }
}

/** Whether the last that is known of it, be it of before a restart, is that it was told something. */
function hasAnswered({ status: { lastSuccess = 0, lastFailure = 0 } }: Mailbox): boolean {
  return lastSuccess > lastFailure;
}

function failed(reason: string): Delivery {
  return { kind: 'failed', reason };
}

/** As a call, for the compiler remembers what it has read. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
