import type { AuditJournal } from '../audit/journal.js';
import { type Clock, systemClock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { Observed } from '../events/observed.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import type { State } from '../registry/state.js';
import type { History, Point } from '../sensors/history.js';
import type { Appended } from './calls.js';
import { checkPoint } from './check-point.js';
import type { Cursor } from './cursor.js';
import { GroupCommit, type Waiting } from './group-commit.js';
import type { RetentionDays } from './retention.js';
import { StoreThread } from './store-thread.js';
import { Sweeper } from './sweeper.js';

const FULL_AT = 1000;
/** More rows than this do not wait for the hour: each query of statistics looks through them. */
const BEHIND_AT_MOST = 20_000;
/** How long a stop waits for the disk; the thread then has as long again to end itself. */
const CLOSE_MS = 3_000;

export interface StoreOptions {
  /** The directory of everything durable (`data.dir`); made when it is not there. */
  readonly dir: string;
  /** How long a reading waits for others to be written with it, at most. A power cut costs no more than this. */
  readonly commitMs?: number;
  /** What history may use of the disk; beyond it the oldest readings go, unsent ones too. */
  readonly historyMaxBytes?: number;
  /** How long tags' readings are kept, within the budget and once every destination has them, and what is made of them. */
  readonly retention?: RetentionDays;
  /** How many series there may be, over all measurements; a fifth of them only tags may open. */
  readonly maxSeries?: number;
  /** How many points may wait for the disk. */
  readonly maxWaiting?: number;
  readonly clock?: Clock;
  /** Is told what a person should know: a file set aside, a write that failed. */
  readonly report?: (message: string) => void;
}

/** What happened to points since the start. */
export interface StoreCounters {
  added: number;
  merged: number;
  duplicates: number;
  /** Refused because the queue was full or the disk failed. */
  lost: number;
  /** Taken away by budget or age; `droppedUnsent` of them before every destination had them. */
  dropped: number;
  droppedUnsent: number;
}

/**
 * Opens the databases in a thread of their own.
 *
 * @throws GatewayError `unavailable` when `dir` cannot be used, belongs to another process, or holds a damaged state.db
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = new Store(options);
  await store.open();
  return store;
}

/** Everything durable: state, history and the cursors of those who read it, the audit log. Disposing writes what waits. */
export class Store implements AsyncDisposable {
  readonly health = observedHealth(active);
  readonly counters: StoreCounters = { added: 0, merged: 0, duplicates: 0, lost: 0, dropped: 0, droppedUnsent: 0 };
  private readonly commits = new Observed(0);
  private readonly clock: Clock;
  private readonly report: (message: string) => void;
  private readonly thread: StoreThread;
  private readonly queue: GroupCommit;
  private readonly sweeper: Sweeper;
  private closed = false;

  constructor(private readonly options: StoreOptions) {
    const { clock = systemClock, commitMs = 1000, maxWaiting = 50_000 } = options;
    this.clock = clock;
    this.report = options.report ?? (() => undefined);
    this.thread = new StoreThread(this.report, (error) => this.threadEnded(error));
    this.queue = new GroupCommit((appends) => this.commit(appends), clock, { commitMs, fullAt: FULL_AT, maxWaiting });
    this.sweeper = new Sweeper(this.thread, clock, this.counters, options);
  }

  /** Use `openStore`. */
  async open(): Promise<void> {
    const { dir, historyMaxBytes: maxBytes = 2 ** 30, maxSeries = 10_000, retention } = this.options;
    try {
      await this.thread.call('open', dir, { maxBytes, maxSeries, ...(retention && { retention }) });
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  readonly state: State = {
    load: async (collection) => new Map(await this.thread.call('load', collection)),
    commit: (changes) => this.watched(this.thread.call('commit', changes)),
  };

  readonly history: History = {
    append: async (points, { prompt = false } = {}) => this.append(points, prompt),
    query: (query) => this.thread.call('query', query),
    statistics: (query) => this.thread.call('statistics', query),
    latest: (measurement) => this.thread.call('latest', measurement),
  };

  /** Its writers have a health of their own. */
  readonly audit: AuditJournal = {
    damage: () => this.thread.call('auditDamage'),
    append: (records, anew) => this.thread.call('auditAppend', records, anew),
    slice: (after, limit) => this.thread.call('auditSlice', after, limit),
    page: (query) => this.thread.call('auditPage', query),
  };

  /** From now on retention waits for this destination, until the process ends. */
  cursor(destination: string): Cursor {
    const { thread, clock } = this;
    this.inform(thread.call('hold', destination));
    return {
      destination,
      commits: this.commits,
      merges: () => this.counters.merged,
      unsent: () => thread.call('unsent', destination),
      read: (range, limit) => thread.call('read', range, limit),
      settle: (unsent, refusals = []) => this.watched(thread.call('settle', destination, unsent, refusals, clock.now())),
      lag: () => thread.call('lag', destination),
      rejections: () => thread.call('rejections', destination),
      again: (limit) => thread.call('again', destination, limit),
      sendAgain: async (seqs) => {
        const count = await this.watched(thread.call('sendAgain', destination, seqs));
        this.commits.set(this.commits.value + 1);
        return count;
      },
      sentAgain: (taken, refusals) => this.watched(thread.call('sentAgain', destination, taken, refusals, clock.now())),
      forget: (seqs) => this.watched(thread.call('forget', destination, seqs)),
    };
  }

  /** The places of destinations that are not among these are kept, but not without end. */
  forgetUnused(used: readonly string[]): void {
    this.inform(this.thread.call('forgetUnused', used));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.sweeper[Symbol.dispose]();
    const patience = new AbortController();
    const late = this.clock.sleep(CLOSE_MS, patience.signal).then(() => {
      if (!patience.signal.aborted) this.report('the store did not close in time: what was not written yet may be lost');
    });
    await Promise.race([this.writeAll(), late]);
    patience.abort();
    await this.stop();
  }

  /** Ends the thread before what waits is written, as if it had died. */
  async endThread(): Promise<void> {
    await this.thread.end();
  }

  private inform(call: Promise<void>): void {
    call.catch((error: unknown) => this.report(messageOf(error)));
  }

  private async append(points: readonly Point[], prompt: boolean): Promise<void> {
    if (this.closed) throw new GatewayError('unavailable', 'the store is closed');
    points.forEach(checkPoint);
    if (points.length === 0) return;
    try {
      await this.queue.append(points, prompt);
    } catch (error) {
      if (!(error instanceof GatewayError) || error.code === 'unavailable') this.counters.lost += points.length;
      throw error;
    }
  }

  private async commit(appends: readonly Waiting[]): Promise<void> {
    const batches = appends.map(({ points }) => points);
    try {
      this.settle(appends, await this.watched(this.thread.call('append', batches)));
    } catch (error) {
      for (const { reject } of appends) reject(error);
    }
  }

  private settle(appends: readonly Waiting[], { outcomes, overBudget, behind }: Appended): void {
    outcomes.forEach((outcome, at) => {
      if ('code' in outcome) return appends[at]?.reject(new GatewayError(outcome.code, outcome.message));
      for (const fate of outcome) this.counters[COUNTER[fate]]++;
      appends[at]?.resolve();
    });
    this.commits.set(this.commits.value + 1);
    if (overBudget) void this.sweeper.sweepBudget();
    else if (behind > BEHIND_AT_MOST) void this.sweeper.rollUp();
  }

  /** A write that fails shows in the health, until one succeeds. */
  private async watched<T>(write: Promise<T>): Promise<T> {
    try {
      const result = await write;
      this.health.set(active);
      return result;
    } catch (error) {
      this.health.set(suspended(`cannot write to ${this.options.dir}: ${messageOf(error)}`));
      throw error;
    }
  }

  /** Writes what waits and closes both databases; never throws. */
  private async writeAll(): Promise<void> {
    await this.queue.drain();
    await this.thread.call('close').catch((error: unknown) => this.report(`closing the store: ${messageOf(error)}`));
  }

  private threadEnded(error: GatewayError): void {
    this.health.set(suspended(error.message));
    if (!this.closed) this.report(error.message);
  }

  private async stop(): Promise<void> {
    this.closed = true;
    this.sweeper[Symbol.dispose]();
    await this.thread.end();
  }
}

const COUNTER = { added: 'added', merged: 'merged', duplicate: 'duplicates' } as const satisfies Record<
  string,
  keyof StoreCounters
>;
