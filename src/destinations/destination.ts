import { type BackOff, waitOf } from '../back-off.js';
import { type Clock, systemClock } from '../clock.js';
import { messageOf } from '../errors.js';
import { changedFrom } from '../events/changed-from.js';
import { configured, Reach } from '../outgoing/reach.js';
import { Resolver } from '../outgoing/resolver.js';
import { TimeLimit } from '../outgoing/time-limit.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import type { Cursor } from '../store/cursor.js';
import { WriteClient } from './client.js';
import { Lanes, type Step } from './lanes.js';
import { Sender } from './sender.js';
import type { DestinationSettings } from './settings.js';

/** Between attempts at the server, and at the store. */
export const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 60_000 };

/** What became of rows since the start. */
export interface DestinationCounters {
  stored: number;
  rejected: number;
  /** Passed over, because they are not wanted. */
  filtered: number;
  requests: number;
  /** Requests without an answer, or with one that puts us off. */
  failures: number;
}

export interface DestinationOptions {
  readonly clock?: Clock;
  /** Where it may be; anywhere but where nobody may call, unless given. */
  readonly reach?: Reach;
  /** 0 to 1, as Math.random */
  readonly random?: () => number;
  /** Rows in a request, at most. */
  readonly batchSize?: number;
  /** How long an answer may take. */
  readonly timeoutMs?: number;
  /** How long a stop may take to send what is left. */
  readonly stopMs?: number;
  /** Is told of lines that the server will not take. */
  readonly report?: (message: string) => void;
}

/** What went wrong last. */
export interface Failure {
  /** ms since the epoch */
  readonly time: number;
  readonly reason: string;
}

/**
 * Sends the history to a database from behind a cursor, one request at a time, and what is unsent is less only when the server has
 * said that it has the batch. Nothing is queued in memory; an outage is a cursor that stands still, and ends with two lanes: what is
 * fresh, and what was left behind.
 *
 * A row that is sent twice (the process died between the answer and the cursor's move) is the same line, which the database keeps
 * once. Lines that it will never take are told apart by halving the batch; they are kept as rejected, the others arrive.
 */
export class Destination {
  readonly health = observedHealth(active);
  readonly counters: DestinationCounters = { stored: 0, rejected: 0, filtered: 0, requests: 0, failures: 0 };
  lastFailure?: Failure;
  private readonly clock: Clock;
  private storeFailed = false;

  constructor(
    readonly cursor: Cursor,
    readonly settings: DestinationSettings,
    private readonly options: DestinationOptions = {},
  ) {
    this.clock = options.clock ?? systemClock;
  }

  /** Sends until `stop`, and then what is left, for as long as that succeeds and `stopMs` allows. Throws only at once. */
  async run(stop: AbortSignal): Promise<void> {
    const { timeoutMs = 10_000, batchSize = 2_500 } = this.options;
    const { clock, cursor, counters, settings } = this;
    const reach = this.options.reach ?? new Reach({ resolver: new Resolver(clock), mayCall: configured });
    using client = new WriteClient(settings, batchSize, timeoutMs, reach);
    using bound = this.boundStop(stop);
    const sender = new Sender({ client, clock, timeoutMs, settings: `destinations.${cursor.destination}` }, bound.signal);
    const report = (message: string) => this.options.report?.(`destination ${cursor.destination} ${message}`);
    const lanes = new Lanes({ cursor, settings, sender, clock, counters, timeoutMs, batchSize, report });
    for (let failures = 0; !bound.signal.aborted;) {
      const seen = cursor.commits.value;
      const step = await lanes.step().catch(ofStore);
      if (step.kind !== 'later' && this.storeFailed) this.health.set(active);
      this.storeFailed = step.kind === 'later' && step.ofStore === true;
      if (step.kind === 'later') {
        this.fail(step.reason);
        client.hangUp();
        if (stop.aborted || !(await this.backOff(++failures, step.retryAfterMs, stop))) break;
      } else if (step.kind === 'idle') {
        if (stop.aborted && cursor.commits.value === seen) break;
        await this.something(seen, step.restMs, stop);
      } else if (step.kind === 'judged') {
        failures = 0;
        this.health.set(active);
      }
    }
    await lanes.flush().catch((error: unknown) => this.fail(messageOf(error)));
  }

  private fail(reason: string): void {
    this.lastFailure = { time: this.clock.now(), reason };
    this.health.set(suspended(reason));
  }

  /** @returns false when stopped, and the server has asked us not to try now */
  private async backOff(failures: number, retryAfterMs: number | undefined, stop: AbortSignal): Promise<boolean> {
    const wait = waitOf(BACK_OFF, failures, this.options.random ?? Math.random);
    await this.clock.sleep(Math.max(wait, retryAfterMs ?? 0), stop);
    return retryAfterMs === undefined || !stop.aborted;
  }

  /** Resolves when there may be something to send. */
  private async something(seen: number, restMs: number | undefined, stop: AbortSignal): Promise<void> {
    const { commits } = this.cursor;
    using rest = restMs === undefined ? undefined : new TimeLimit(this.clock, restMs, stop);
    await changedFrom(commits, seen, rest?.signal ?? stop);
  }

  /** A signal that aborts `stopMs` after `stop`. */
  private boundStop(stop: AbortSignal): Disposable & { readonly signal: AbortSignal } {
    const giveUp = new AbortController();
    const ended = new AbortController();
    const begin = () => void this.clock.sleep(this.options.stopMs ?? 2000, ended.signal).then(() => giveUp.abort());
    if (stop.aborted) begin();
    else stop.addEventListener('abort', begin, { once: true, signal: ended.signal });
    return { signal: giveUp.signal, [Symbol.dispose]: () => ended.abort() };
  }
}

const ofStore = (error: unknown): Step => ({ kind: 'later', reason: messageOf(error), ofStore: true });
