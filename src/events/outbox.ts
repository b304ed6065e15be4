import { type Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Json } from '../json.js';
import type { Change, State } from '../registry/state.js';
import type { Audience } from '../registry/audience.js';
import { Mailbox, type Numbered, type Progress } from './mailbox.js';
import type { Notice } from './notice.js';
import { isWanted, type Subscription, TOLD_PLENTY } from './subscription.js';
import { Waiting } from './waiting.js';

const NOTICES = 'notices';
const PROGRESS = 'deliveries';
const FLUSH_MS = 1_000;

export interface OutboxBounds {
  /** What waits for one subscriber. */
  readonly perSubscriber: number;
  /** What waits at all. */
  readonly total: number;
}

/** Whether a subscriber may hear of what only some may see. */
export type Hears = (subscription: Subscription, audience: Audience) => boolean;

/** Serves one mailbox until `signal` aborts; never throws. */
export type Serve = (mailbox: Mailbox, signal: AbortSignal) => Promise<void>;

/**
 * Notices on their way to subscribers. A notice is kept on disk in the same commit as the change that it tells of, once, however
 * many are to get it; each subscriber has a mark up to where it has them all. The marks are written once a second: after a
 * power cut a subscriber may hear again what it heard in the second before, and misses nothing.
 */
export class Outbox implements AsyncDisposable {
  private readonly boxes = new Map<string, { readonly mailbox: Mailbox; kept?: Progress; end?: () => Promise<void> }>();
  private readonly waiting: Waiting;
  /** The number of the last notice so far. */
  private last: number;
  /** Subscriptions that are gone, and whose marks may still be on disk. */
  private readonly gone: string[] = [];
  private readonly timer: Disposable;
  private flushing: Promise<void> | undefined;
  private isFailing = false;
  private serving: Serve | undefined;

  private constructor(
    private readonly state: State,
    private readonly bounds: OutboxBounds,
    clock: Clock,
    private readonly report: (message: string) => void,
    kept: readonly Numbered[],
    private readonly progress: Map<string, Progress>,
    private readonly hears: Hears,
  ) {
    this.waiting = new Waiting(kept);
    this.last = Math.max(0, kept.at(-1)?.seq ?? 0, ...[...progress.values()].map(({ upTo }) => upTo));
    this.timer = clock.every(FLUSH_MS, () => void this.flush());
  }

  static async load(
    state: State,
    bounds: OutboxBounds,
    clock: Clock,
    report: (message: string) => void,
    hears: Hears = () => true,
  ): Promise<Outbox> {
    const kept = [...(await state.load(NOTICES)).values()] as unknown as Numbered[];
    const progress = [...(await state.load(PROGRESS))] as unknown as [string, Progress][];
    return new Outbox(
      state,
      bounds,
      clock,
      report,
      kept.sort((a, b) => a.seq - b.seq),
      new Map(progress),
      hears,
    );
  }

  /** The number of the last notice so far. */
  get lastSeq(): number {
    return this.last;
  }

  /** How many notices wait for anybody. */
  get size(): number {
    return this.waiting.size;
  }

  /** Whether anybody is to hear of it. */
  wants(notice: Notice): boolean {
    for (const { subscription } of this.mailboxesFor(notice)) if (this.isFor(notice, subscription)) return true;
    return false;
  }

  /** Those that it may be for: what is for one subscriber alone is not held against all of them. */
  private *mailboxesFor(notice: Notice): Iterable<Mailbox> {
    if ('subscriptionId' in notice) {
      const mailbox = this.find(notice.subscriptionId);
      if (mailbox) yield mailbox;
    } else for (const { mailbox } of this.boxes.values()) yield mailbox;
  }

  /**
   * Keeps changes and what subscribers are to hear of them, all or nothing; then they wait for delivery.
   *
   * @throws GatewayError `unavailable`; nothing is told then
   */
  async commit(changes: readonly Change[], notices: readonly Notice[]): Promise<void> {
    // numbered and handed over in one go, so that what has the smaller number is on disk first
    const wanted = this.number(notices);
    await this.keep(changes, wanted);
    this.deliver(wanted);
  }

  /**
   * The same for what is so whether or not it can be kept. When it cannot, it is told all the same, in its place; a restart then
   * forgets who has not heard of it.
   */
  async announce(changes: readonly Change[], notices: readonly Notice[]): Promise<void> {
    const wanted = this.number(notices);
    try {
      await this.keep(changes, wanted);
    } catch {
      // the store says what is wrong
    }
    this.deliver(wanted);
  }

  private keep(changes: readonly Change[], numbered: readonly Numbered[]): Promise<void> {
    const documents = numbered.map(({ seq, notice }) => ({ collection: NOTICES, id: String(seq), body: json({ seq, notice }) }));
    return this.state.commit([...changes, ...documents]);
  }

  /** From now on what this subscription wants waits for it; and again what has waited before the start. */
  open(subscription: Subscription): void {
    const { subscriptionId, since } = subscription;
    this.last = Math.max(this.last, since);
    const progress = this.progress.get(subscriptionId);
    this.progress.delete(subscriptionId);
    const mailbox = new Mailbox(subscription, progress ?? { upTo: 0, dropped: 0 }, this.bounds.perSubscriber, (seq) =>
      this.waiting.release(seq),
    );
    const waited = new Set(subscription.waiting);
    const later = this.waiting.after(mailbox.kept.upTo);
    this.wait(
      mailbox,
      later.filter((one) => waited.has(one.seq) || this.isToldOf(one, subscription)),
    );
    this.boxes.set(subscriptionId, { mailbox, ...(progress ? { kept: progress } : {}) });
    this.begin(subscriptionId);
  }

  /** The subscription has become another; what waits goes on waiting. */
  replace(subscription: Subscription): void {
    this.boxes.get(subscription.subscriptionId)?.mailbox.replace(subscription);
  }

  /** @returns how far its delivery is by now, to be kept with what goes by it */
  mark(subscriptionId: string): readonly Change[] {
    const { mailbox } = this.boxes.get(subscriptionId) ?? {};
    return mailbox ? [{ collection: PROGRESS, id: subscriptionId, body: json(mailbox.kept) }] : [];
  }

  /** @returns what has to be forgotten with the subscription, should it have been kept */
  forget(subscriptionId: string): Change {
    return { collection: PROGRESS, id: subscriptionId };
  }

  /** Nothing is delivered any more, and what is under way is given up. */
  close(subscriptionId: string): void {
    const box = this.boxes.get(subscriptionId);
    this.boxes.delete(subscriptionId);
    // its mark may be on its way to the disk, behind the commit that has forgotten it
    this.gone.push(subscriptionId);
    box?.mailbox.close();
    void box?.end?.();
  }

  find(subscriptionId: string): Mailbox | undefined {
    return this.boxes.get(subscriptionId)?.mailbox;
  }

  /** Begins to deliver. */
  serve(serve: Serve): void {
    this.serving = serve;
    this.waiting.begin();
    this.gone.push(...this.progress.keys());
    this.progress.clear();
    for (const subscriptionId of this.boxes.keys()) this.begin(subscriptionId);
  }

  private begin(subscriptionId: string): void {
    const box = this.boxes.get(subscriptionId);
    if (!box || !this.serving) return;
    const stop = new AbortController();
    const ended = this.serving(box.mailbox, stop.signal);
    box.end = () => {
      stop.abort();
      return ended;
    };
  }

  /** Those that somebody wants, each with its number. */
  private number(notices: readonly Notice[]): readonly Numbered[] {
    return notices.filter((notice) => this.wants(notice)).map((notice) => ({ seq: ++this.last, notice }));
  }

  private deliver(numbered: readonly Numbered[]): void {
    for (const one of numbered) this.waiting.add(one);
    const told = new Map<Mailbox, Numbered[]>();
    for (const one of numbered)
      for (const mailbox of this.mailboxesFor(one.notice))
        if (this.isToldOf(one, mailbox.subscription)) pushTo(told, mailbox, one);
    for (const [mailbox, its] of told) this.wait(mailbox, its);
    for (const { seq } of numbered) this.waiting.release(seq);
    while (this.waiting.size > this.bounds.total) this.dropOldest();
  }

  /** Whether it is told of something that has happened since it was made, or became as it is. */
  private isToldOf({ seq, notice }: Numbered, subscription: Subscription): boolean {
    return seq > subscription.since && this.isFor(notice, subscription);
  }

  private isFor(notice: Notice, subscription: Subscription): boolean {
    return isWanted(notice, subscription) && (!('audience' in notice) || this.hears(subscription, notice.audience));
  }

  private wait(mailbox: Mailbox, numbered: readonly Numbered[]): void {
    if (numbered.length === 0) return;
    for (const { seq } of numbered) this.waiting.hold(seq);
    mailbox.add(...numbered);
  }

  /** Edges and conditions come by the hundred per second: they go first, so that they cost nobody a notice of another kind. */
  private dropOldest(): void {
    const { oldest, oldestPlentiful } = this.waiting;
    const dropped = oldestPlentiful ?? oldest;
    if (dropped === undefined) return;
    for (const { mailbox } of this.boxes.values())
      if (oldestPlentiful === undefined || TOLD_PLENTY.has(mailbox.subscription.subscriptionType)) mailbox.dropUpTo(dropped);
    this.waiting.drop(dropped);
  }

  /** Writes the marks that have moved, and forgets the notices that nobody waits for. */
  private flush(): Promise<void> {
    return (this.flushing ??= this.writeMarks().finally(() => (this.flushing = undefined)));
  }

  private async writeMarks(): Promise<void> {
    const marks = [...this.boxes].flatMap(([id, { mailbox, kept }]) =>
      mailbox.kept === kept ? [] : [{ id, progress: mailbox.kept }],
    );
    const done = this.waiting.takeDone();
    const gone = [...this.gone];
    if (marks.length + done.length + gone.length === 0) return;
    try {
      await this.state.commit([
        ...done.map((seq) => ({ collection: NOTICES, id: String(seq) })),
        ...gone.map((id) => this.forget(id)),
        ...marks.map(({ id, progress }) => ({ collection: PROGRESS, id, body: json(progress) })),
      ]);
    } catch (error) {
      this.waiting.giveBack(done);
      this.failed(error);
      return;
    }
    this.isFailing = false;
    this.gone.splice(0, gone.length);
    for (const { id, progress } of marks) {
      const box = this.boxes.get(id);
      if (box) box.kept = progress;
    }
  }

  /** Said once, however often it is tried until it succeeds. */
  private failed(error: unknown): void {
    if (!this.isFailing)
      this.report(`notifications: what was delivered cannot be noted, and may be delivered again: ${messageOf(error)}`);
    this.isFailing = true;
  }

  /** Gives up what is under way, and notes what was delivered. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.timer[Symbol.dispose]();
    await Promise.all([...this.boxes.values()].map(async ({ end }) => end?.()));
    await this.flush(); // it may have begun before the last was delivered
    await this.flush();
  }
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function json(value: object): Json {
  return value as unknown as Json;
}
