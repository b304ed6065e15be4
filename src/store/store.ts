import type { AuditJournal } from '../audit/journal.js';
import { waitOf } from '../back-off.js';
import { type Clock, systemClock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { Observed } from '../events/observed.js';
import { suspended } from '../registry/health.js';
import type { State } from '../registry/state.js';
import type { ArrivalLog } from '../sensors/arrival-log.js';
import type { History, Point } from '../sensors/history.js';
import type { Reckoning, Released, WaitingRoom } from '../sensors/waiting-room.js';
import type { Appended, Refusal } from './calls.js';
import { checkPoint } from './check-point.js';
import { DiskFailure } from './disk-failure.js';
import type { Cursor } from './cursor.js';
import { cursorOf } from './cursor-of.js';
import { BACK_OFF, GroupCommit, type Waiting } from './group-commit.js';
import type { Fate } from './readings.js';
import { Stillness } from './stillness.js';
import type { StoreCounters, StoreOptions } from './store-options.js';
import { StoreThread } from './store-thread.js';
import { Sweeper } from './sweeper.js';
import { type Part, Troubles } from './troubles.js';

const FULL_AT = 1000;
const MOST_AT_ONCE = 5000;
/** More rows than this do not wait for the hour: each query of statistics looks through them. */
const BEHIND_AT_MOST = 20_000;
/** How long a stop waits for the disk; the thread then has as long again to end itself. */
const CLOSE_MS = 3_000;

const COUNTER = { added: 'added', merged: 'merged', duplicate: 'duplicates' } as const satisfies Record<
  Fate,
  keyof StoreCounters
>;

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
  readonly counters: StoreCounters = { added: 0, merged: 0, duplicates: 0, lost: 0, refused: 0, dropped: 0, droppedUnsent: 0 };
  private readonly commits = new Observed(0);
  private readonly troubles: Troubles;
  private readonly stopped = new AbortController();
  private readonly clock: Clock;
  private readonly report: (message: string) => void;
  private readonly thread: StoreThread;
  private readonly queue: GroupCommit;
  private readonly sweeper: Sweeper;
  private readonly stillness: Stillness;
  private closed = false;

  constructor(private readonly options: StoreOptions) {
    const { clock = systemClock, commitMs = 1000, maxWaiting = 50_000 } = options;
    this.clock = clock;
    this.troubles = new Troubles(options.dir);
    this.report = options.report ?? (() => undefined);
    this.thread = new StoreThread(this.report, (error) => this.threadEnded(error));
    this.queue = new GroupCommit((appends) => this.commit(appends), clock, {
      ...{ commitMs, maxWaiting, fullAt: FULL_AT, mostAtOnce: MOST_AT_ONCE },
    });
    this.sweeper = new Sweeper(this.thread, clock, this.counters, options);
    this.stillness = new Stillness(this.thread, clock, options.dir);
  }

  /** Use `openStore`. */
  async open(): Promise<void> {
    const { dir, historyMaxBytes: maxBytes = 2 ** 30, maxSeries = 10_000, retention } = this.options;
    try {
      const isOpen = await this.thread.call('open', dir, { maxBytes, maxSeries, ...(retention && { retention }) });
      if (!isOpen) this.failed('history', 'history.db cannot be opened yet');
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Whether all can be written. */
  get health() {
    return this.troubles.health;
  }

  readonly state: State = {
    load: async (collection) => new Map(await this.thread.call('load', collection)),
    commit: (changes) => this.watched('state', this.thread.call('commit', changes)),
  };

  readonly history: History = {
    append: async (points, { prompt = false } = {}) => this.append(points, prompt),
    query: (query) => this.thread.call('query', query),
    statistics: (query) => this.thread.call('statistics', query),
    latest: (...asked) => this.thread.call('latest', ...asked),
    newestOfEach: (query) => this.thread.call('newestOfEach', query),
  };

  /** For points of which nobody knows yet when they were. */
  readonly room: WaitingRoom = {
    hold: (points, taken) => this.append(points, false, taken),
    release: (now, isKnown) => this.release(now, isKnown),
    waiting: () => this.thread.call('waiting'),
  };

  readonly arrivals: ArrivalLog = {
    commits: this.commits,
    read: (query) => this.thread.call('arrivals', query),
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
    const { thread, clock, commits } = this;
    this.inform(thread.call('hold', destination));
    const merges = () => this.counters.merged;
    const watched = <T>(write: Promise<T>) => this.watched('cursors', write);
    return cursorOf(destination, { thread, clock, commits, merges, watched });
  }

  /** The places of destinations that are not among these are kept, but not without end. */
  forgetUnused(used: readonly string[]): void {
    this.inform(this.thread.call('forgetUnused', used));
  }

  /** See `Stillness`. */
  standStill(longestMs?: number): Promise<() => boolean> {
    return this.stillness.begin(longestMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.stopped.abort();
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

  private async append(points: readonly Point[], prompt: boolean, taken?: Reckoning): Promise<void> {
    if (this.closed) throw new GatewayError('unavailable', 'the store is closed');
    if (points.length === 0) return;
    try {
      points.forEach(checkPoint);
      await this.queue.append(points, prompt, taken);
    } catch (error) {
      // a radio cannot mend what is wrong with its points
      if (!prompt) this.counters.lost += points.length;
      else if (!(error instanceof GatewayError) || error.code === 'unavailable') this.counters.refused += points.length;
      throw error;
    }
  }

  private async commit(appends: readonly Waiting[]): Promise<void> {
    const batches = appends.map(({ points, taken }) => (taken ? { points, taken } : points));
    try {
      this.settle(appends, await this.watched('history', this.thread.call('append', batches)));
    } catch (error) {
      if (error instanceof DiskFailure) {
        if (error.trouble === 'full') void this.sweeper.sweepSent();
        throw error;
      }
      for (const { reject } of appends) reject(error);
    }
  }

  private settle(appends: readonly Waiting[], { outcomes, overBudget, nearlyFull, behind }: Appended): void {
    outcomes.forEach((outcome, at) => {
      if ('code' in outcome) return appends[at]?.reject(new GatewayError(outcome.code, outcome.message));
      this.count(outcome);
      appends[at]?.resolve();
    });
    this.commits.set(this.commits.value + 1);
    if (overBudget) void this.sweeper.sweepBudget();
    else if (nearlyFull) void this.sweeper.sweepSent();
    else if (behind > BEHIND_AT_MOST) void this.sweeper.rollUp();
  }

  private async release(now: Reckoning, isKnown: boolean): Promise<Released> {
    const { outcomes, ...released } = await this.thread.call('release', now, isKnown);
    for (const outcome of outcomes) {
      if ('code' in outcome) this.lose(outcome);
      else this.count(outcome);
    }
    if (outcomes.length > 0) this.commits.set(this.commits.value + 1);
    return released;
  }

  private count(fates: readonly Fate[]): void {
    for (const fate of fates) this.counters[COUNTER[fate]]++;
  }

  /** A point that has waited, and has no place in the history now. */
  private lose({ message }: Refusal): void {
    this.counters.lost++;
    this.report(`a reading that waited for the clock to be right is lost: ${message}`);
  }

  /** A write that fails shows in the health, until one of the same part succeeds; if nobody writes, it is tried. */
  private async watched<T>(part: Part, write: Promise<T>): Promise<T> {
    try {
      const result = await write;
      this.troubles.end(part);
      return result;
    } catch (error) {
      this.failed(part, messageOf(error));
      throw error;
    }
  }

  private failed(part: Part, reason: string): void {
    const isNew = !this.troubles.has(part);
    this.troubles.add(part, reason);
    if (part !== 'state') this.queue.probe();
    else if (isNew) void this.probeState();
  }

  private async probeState(): Promise<void> {
    const { signal } = this.stopped;
    for (let failures = 1; this.troubles.has('state') && !signal.aborted; failures++) {
      await this.clock.sleep(waitOf(BACK_OFF, failures), signal);
      await this.watched('state', this.thread.call('commit', [])).catch(() => undefined);
    }
  }

  /** Writes what waits and closes both databases; never throws. */
  private async writeAll(): Promise<void> {
    await this.queue.drain();
    await this.thread.call('close').catch((error: unknown) => this.report(`closing the store: ${messageOf(error)}`));
  }

  private threadEnded(error: GatewayError): void {
    this.health.set(suspended(error.message));
    if (this.closed) return;
    this.report(error.message);
    this.options.died?.(new GatewayError('unavailable', `${error.message}: the gateway has to be started again`));
  }

  private async stop(): Promise<void> {
    this.closed = true;
    this.stopped.abort();
    this.sweeper[Symbol.dispose]();
    await this.thread.end();
  }
}
