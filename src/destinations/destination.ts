import { waitOf } from '../back-off.js';
import { type Clock, systemClock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Observed } from '../events/observed.js';
import { configured, Reach } from '../outgoing/reach.js';
import { Resolver } from '../outgoing/resolver.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import type { Cursor } from '../store/cursor.js';
import type { Rejection } from '../store/cursors.js';
import { WriteClient, type Target } from './client.js';
import { BACK_OFF, type DestinationCounters, Sender } from './sender.js';
import type { Row } from '../store/readings.js';

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
  /** Is told of lines that InfluxDB will not take. */
  readonly report?: (message: string) => void;
}

/**
 * Sends the history to InfluxDB from behind a cursor: in order of arrival, one batch at a time, and the cursor moves on only
 * when the server has said that it has the batch. Nothing is queued in memory; an outage is a cursor that stands still.
 *
 * A row that is sent twice (the process died between the answer and the cursor's move) is the same line, which InfluxDB keeps
 * once. Lines that it will never take are told apart by halving the batch; they are kept as rejected, the others arrive.
 */
export class Destination {
  readonly health = observedHealth(active);
  readonly counters: DestinationCounters = { stored: 0, rejected: 0, requests: 0, failures: 0 };
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly reach: Reach;
  /** Rows in a request; fewer once the server has found a batch too large. */
  private limit: number;

  constructor(
    private readonly cursor: Cursor,
    private readonly target: Target,
    private readonly options: DestinationOptions = {},
  ) {
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? Math.random;
    this.reach = options.reach ?? new Reach({ resolver: new Resolver(this.clock), mayCall: configured });
    this.limit = options.batchSize ?? 1000;
  }

  /** Sends until `stop`, and then what is left, for as long as that succeeds and `stopMs` allows. Throws only at once. */
  async run(stop: AbortSignal): Promise<void> {
    const timeoutMs = this.options.timeoutMs ?? 10_000;
    using client = new WriteClient(this.target, this.limit, timeoutMs, this.reach);
    using bound = this.boundStop(stop);
    const { clock, random, health, counters } = this;
    const sender = new Sender({ client, clock, random, timeoutMs, health, counters }, stop, bound.signal);
    for (let failures = 0; !bound.signal.aborted;) {
      try {
        if (!(await this.sendNext(sender, stop))) return;
        failures = 0;
      } catch (error) {
        health.set(suspended(messageOf(error))); // it is the store that failed: later the same rows come again
        if (stop.aborted) return;
        await clock.sleep(waitOf(BACK_OFF, ++failures, random), stop);
      }
    }
  }

  /** @returns false when there is no more to do */
  private async sendNext(sender: Sender, stop: AbortSignal): Promise<boolean> {
    const seen = this.cursor.commits.value;
    const rows = await this.cursor.read(this.limit);
    const last = rows.at(-1);
    if (!last) {
      await changed(this.cursor.commits, seen, stop);
      return !stop.aborted || this.cursor.commits.value !== seen;
    }
    const rejections = await this.deliver(sender, rows);
    if (!rejections) return false;
    await this.cursor.advance(last.seq, rejections);
    this.count(rows.length, rejections);
    return true;
  }

  /** @returns the rows that InfluxDB will not take, all others being stored; undefined when stopped before that is known */
  private async deliver(sender: Sender, rows: readonly Row[]): Promise<readonly Rejection[] | undefined> {
    const verdict = await sender.send(rows.map(({ point }) => point));
    if (!verdict || verdict.kind === 'stored') return verdict && [];
    const [first] = rows;
    if (first && rows.length === 1) return [{ seq: first.seq, reason: verdict.reason }];
    const half = Math.ceil(rows.length / 2);
    if (verdict.kind === 'tooLarge') this.limit = Math.min(this.limit, half);
    const before = await this.deliver(sender, rows.slice(0, half));
    const after = before && (await this.deliver(sender, rows.slice(half)));
    return after && [...before, ...after];
  }

  private count(rows: number, rejections: readonly Rejection[]): void {
    this.counters.stored += rows - rejections.length;
    this.counters.rejected += rejections.length;
    const [first] = rejections;
    if (first) this.options.report?.(`InfluxDB will not take ${rejections.length} of ${rows} lines, one says: ${first.reason}`);
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

/** Resolves when the value is another than `seen`, or `stop` aborts. */
function changed<T>(observed: Observed<T>, seen: T, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (observed.value !== seen || stop.aborted) {
      resolve();
      return;
    }
    const done = () => {
      watch[Symbol.dispose]();
      stop.removeEventListener('abort', done);
      resolve();
    };
    const watch = observed.watch(done);
    stop.addEventListener('abort', done, { once: true });
  });
}
