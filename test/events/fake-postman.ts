import type { Clock } from '../../src/clock.js';
import type { Numbered } from '../../src/events/mailbox.js';
import type { Written } from '../../src/events/courier.js';
import type { Delivery, Message, Postman } from '../../src/events/postman.js';
import type { Subscription } from '../../src/events/subscription.js';
import { onAbort } from '../../src/on-abort.js';

/** What subscribers do with a notification: `hangs` is given up after 10 s, as the real postman does. */
export type Manner = 'answers' | 'fails' | 'hangs';

export interface Letter {
  readonly to: string;
  readonly subscriptionId: string;
  readonly notices: readonly Numbered[];
  /** ms of the monotonic clock */
  readonly at: number;
}

/** Notices as they are, for tests to read again. */
export function writeLetter({ subscriptionId }: Subscription, notices: readonly Numbered[]): Written {
  return { contentType: 'application/json', content: { subscriptionId, notices } };
}

/** Brings letters to subscribers that do as a test tells them. */
export class FakePostman implements Pick<Postman, 'post'> {
  /** Those that were answered for. */
  readonly delivered: Letter[] = [];
  readonly attempts: Letter[] = [];
  readonly manners = new Map<string, Manner>();
  failure: Delivery = { kind: 'failed', reason: 'answers 500', status: 500 };

  constructor(private readonly clock: Clock) {}

  async post(to: string, { body }: Message, signal: AbortSignal): Promise<Delivery> {
    const letter = { to, at: this.clock.monotonic(), ...(JSON.parse(Buffer.from(body).toString()) as Omit<Letter, 'to' | 'at'>) };
    this.attempts.push(letter);
    const manner = this.manners.get(to) ?? 'answers';
    if (manner === 'fails') return this.failure;
    if (manner === 'hangs') return this.giveUp(signal);
    this.delivered.push(letter);
    return { kind: 'delivered' };
  }

  /** What was told to one subscriber, in order. */
  told(subscriptionId: string): Numbered[] {
    return this.delivered.filter((letter) => letter.subscriptionId === subscriptionId).flatMap(({ notices }) => notices);
  }

  private async giveUp(signal: AbortSignal): Promise<Delivery> {
    const given = new AbortController();
    using _abort = onAbort(signal, () => given.abort());
    await this.clock.sleep(10_000, given.signal);
    return { kind: 'failed', reason: 'no answer within 10 s' };
  }
}
