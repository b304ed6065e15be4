import type { Clock } from '../clock.js';
import type { Notice } from './notice.js';
import type { Delivery, Message } from './postman.js';
import type { Subscription } from './subscription.js';

/** A notice and its place among all of them. */
export interface Numbered {
  readonly seq: number;
  readonly notice: Notice;
}

/** What of a mailbox survives a restart. */
export interface Progress {
  /** Everything up to here was delivered, or given up. */
  readonly upTo: number;
  /** How many were given up because too many waited. */
  readonly dropped: number;
  /** ms since the epoch */
  readonly lastSuccess?: number;
  readonly lastFailure?: number;
}

/** A WebSocket that a subscriber has opened. */
export interface Line {
  /** @returns never rejects */
  deliver(message: Message, signal: AbortSignal): Promise<Delivery>;
  /** Nothing will be delivered through it any more; what is under way has failed. */
  close(): void;
}

/** How a subscriber is reached. Never changed: another way is a new value. */
export interface Way {
  readonly subscription: Subscription;
  readonly line?: Line;
}

/** How delivery to one subscriber goes. */
export interface MailboxStatus extends Progress {
  readonly pending: number;
  /** Since the start. */
  readonly delivered: number;
  /** Why nothing arrives at the moment. */
  readonly failure?: string;
}

/** What waits for one subscriber, in order, the newest `bound` of it. */
export class Mailbox {
  private readonly waiting: Numbered[] = [];
  /** Who waits for news. Plain functions: a thousand mailboxes get a hundred notices in one turn, and events would cost dearly. */
  private readonly listeners = { wake: new Set<() => void>(), reach: new Set<() => void>() };
  private delivered = 0;
  private failure: string | undefined;

  private current: Way;

  /** @param done is told of each that waits here no more */
  constructor(
    subscription: Subscription,
    private progress: Progress,
    private readonly bound: number,
    private readonly done: (seq: number) => void = () => undefined,
  ) {
    this.current = { subscription };
  }

  get way(): Way {
    return this.current;
  }

  get subscription(): Subscription {
    return this.current.subscription;
  }

  get line(): Line | undefined {
    return this.current.line;
  }

  /** The subscription has become another; a WebSocket that is open stays so where one is wanted. */
  replace(subscription: Subscription): void {
    const line = subscription.callbackReference === undefined ? this.line : undefined;
    this.reach({ subscription, ...(line ? { line } : {}) });
  }

  /** @returns what disconnects it; a line that comes later takes its place and closes it */
  connect(line: Line): Disposable {
    const { subscription } = this;
    this.reach({ subscription, line });
    return {
      [Symbol.dispose]: () => {
        if (this.line === line) this.reach({ subscription: this.subscription });
      },
    };
  }

  /** Nothing waits here any more. */
  close(): void {
    this.line?.close();
    for (const { seq } of this.waiting.splice(0)) this.done(seq);
  }

  /** Whoever waits before the next attempt tries this way now. */
  private reach(way: Way): void {
    const { line } = this;
    this.current = way;
    if (line !== way.line) line?.close();
    this.failure = undefined;
    this.tell('reach');
    this.tell('wake');
  }

  get status(): MailboxStatus {
    const { progress, delivered, failure, waiting } = this;
    return { ...progress, pending: waiting.length, delivered, ...(failure === undefined ? {} : { failure }) };
  }

  /** What is to be kept of it. */
  get kept(): Progress {
    return this.progress;
  }

  /** All that wait, in order. */
  get seqs(): readonly number[] {
    return this.waiting.map(({ seq }) => seq);
  }

  add(...numbered: readonly Numbered[]): void {
    this.waiting.push(...numbered);
    this.dropOldest(this.waiting.length - this.bound);
    this.tell('wake');
  }

  /** Gives up what waits here and has no greater number. */
  dropUpTo(upTo: number): void {
    const rest = this.waiting.findIndex(({ seq }) => seq > upTo);
    this.dropOldest(rest === -1 ? this.waiting.length : rest);
  }

  private dropOldest(count: number): void {
    if (count <= 0) return;
    const oldest = this.waiting.splice(0, count);
    const { progress } = this;
    const upTo = oldest.at(-1)?.seq;
    if (upTo === undefined) return;
    this.progress = { ...progress, upTo, dropped: progress.dropped + oldest.length };
    for (const { seq } of oldest) this.done(seq);
  }

  /** The oldest that wait and can go together: changes of services do, everything else goes alone. */
  next(atMost: number): readonly Numbered[] {
    const oldest = this.waiting.slice(0, atMost);
    const services = oldest.findIndex(({ notice }) => notice.kind !== 'service');
    return services === -1 ? oldest : oldest.slice(0, Math.max(1, services));
  }

  /** @param now ms since the epoch */
  succeeded(sent: readonly Numbered[], now: number): void {
    const before = this.progress;
    const upTo = Math.max(before.upTo, sent.at(-1)?.seq ?? 0);
    const rest = this.waiting.findIndex(({ seq }) => seq > upTo);
    const arrived = this.waiting.splice(0, rest === -1 ? this.waiting.length : rest);
    for (const { seq } of arrived) this.done(seq);
    // some were given up while they were on their way, and have arrived all the same
    const dropped = before.dropped - (sent.length - arrived.length);
    this.progress = { ...before, upTo, dropped, lastSuccess: now };
    this.delivered += sent.length;
    this.failure = undefined;
  }

  failed(reason: string, now: number): void {
    this.progress = { ...this.progress, lastFailure: now };
    this.failure = reason;
  }

  /** Resolves when something may have changed, or `signal` aborts. */
  async woken(signal: AbortSignal): Promise<void> {
    await this.told('wake', signal).promise;
  }

  /** Resolves after `ms`, or when there is another way to the subscriber, or `signal` aborts. */
  async pause(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
    const slept = new AbortController();
    const reached = this.told('reach', signal);
    void reached.promise.then(() => slept.abort());
    await clock.sleep(ms, slept.signal);
    reached.cancel();
  }

  private tell(what: 'wake' | 'reach'): void {
    for (const listener of this.listeners[what]) listener();
  }

  private told(what: 'wake' | 'reach', signal: AbortSignal): { readonly promise: Promise<void>; cancel(): void } {
    let cancel = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      cancel = () => {
        signal.removeEventListener('abort', cancel);
        this.listeners[what].delete(cancel);
        resolve();
      };
      signal.addEventListener('abort', cancel);
      this.listeners[what].add(cancel);
    });
    if (signal.aborted) cancel();
    return { promise, cancel };
  }
}
