import type { Clock } from '../clock.js';
import type { Cursor } from '../store/cursor.js';
import { AgainLane } from './again-lane.js';
import { BacklogLane } from './backlog-lane.js';
import type { Batch } from './batch.js';
import { BatchSize } from './batch-size.js';
import type { Lane } from './lane.js';
import { LiveLane } from './live-lane.js';
import { Place } from './place.js';
import type { Attempt } from './sender.js';
import type { DestinationSettings } from './settings.js';
import { Shaping } from './shaping.js';

const FIRST = 1_000;
const LEAST = 100;

export interface LanesParts {
  readonly cursor: Cursor;
  readonly settings: DestinationSettings;
  readonly sender: { attempt(lines: readonly string[]): Promise<Attempt> };
  readonly clock: Clock;
  readonly counters: {
    stored: number;
    rejected: number;
    filtered: number;
    requests: number;
    failures: number;
  };
  readonly timeoutMs: number;
  /** Rows in a request, at most. */
  readonly batchSize: number;
  readonly report: (message: string) => void;
}

/** What one step came to. */
export type Step =
  /** The server has judged what it was sent. */
  | { readonly kind: 'judged' }
  /** Rows were passed over without a request. */
  | { readonly kind: 'passed' }
  /** There is nothing to send, for as long as `restMs` when that is known. */
  | { readonly kind: 'idle'; readonly restMs?: number | undefined }
  /** The server, or the store, is to be asked another time. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs?: number; readonly ofStore?: boolean };

interface Open {
  readonly place: Place;
  readonly live: Lane;
  readonly backlog: BacklogLane;
  readonly again: Lane;
}

/** The lanes of a destination, which share one request at a time: what is fresh and what was left behind in turn, then the rest. */
export class Lanes {
  private readonly size: BatchSize;
  private opened?: Open;
  private last?: Lane;

  constructor(private readonly parts: LanesParts) {
    const { batchSize: most } = parts;
    this.size = new BatchSize({ first: Math.min(FIRST, most), least: Math.min(LEAST, most), most });
  }

  /**
   * Sends one request, or finds that there is none to be sent.
   *
   * @throws what the store says
   */
  async step(): Promise<Step> {
    const open = (this.opened ??= await this.open());
    const { live, backlog, again } = open;
    const lanes = this.last === live ? [backlog, live, again] : [live, backlog, again];
    for (const lane of lanes) {
      const batch = await lane.batch(this.size.rows);
      if (!batch) continue;
      this.last = lane;
      return this.stepOf(lane, batch);
    }
    return { kind: 'idle', restMs: backlog.restMs };
  }

  /** Keeps what was passed over. */
  async flush(): Promise<void> {
    await this.opened?.place.flush();
  }

  private async open(): Promise<Open> {
    const { cursor, settings, clock } = this.parts;
    const place = await Place.find(cursor);
    const shaping = new Shaping(settings);
    return {
      place,
      live: new LiveLane(place, shaping),
      backlog: new BacklogLane(place, shaping, clock, settings.catchUpPerSecond),
      again: new AgainLane(cursor, shaping),
    };
  }

  private async stepOf(lane: Lane, batch: Batch): Promise<Step> {
    const step = await this.next(batch);
    // what waits for the server waits on disk
    if (step.kind === 'later' && !batch.isJudged) lane.putBack();
    if (!batch.next) await this.settle(lane, batch);
    return step;
  }

  private async next(batch: Batch): Promise<Step> {
    if (batch.next)
      return this.send(
        batch,
        batch.next.map(({ text }) => text),
      );
    // of what was judged the store has failed to keep that
    return { kind: batch.isJudged ? 'judged' : 'passed' };
  }

  private async send(batch: Batch, lines: readonly string[]): Promise<Step> {
    const { counters, sender, timeoutMs } = this.parts;
    counters.requests++;
    const { verdict, ms } = await sender.attempt(lines);
    if (verdict.kind === 'later') {
      counters.failures++;
      if (ms >= timeoutMs) this.size.silent(lines.length);
      return verdict;
    }
    if (verdict.kind === 'tooLarge') {
      this.size.tooLarge(lines.length);
      batch.tooLarge(verdict.reason);
    } else {
      this.size.answered(lines.length, ms);
      if (verdict.kind === 'stored') batch.taken();
      else batch.refused(verdict.reason);
    }
    return { kind: 'judged' };
  }

  private async settle(lane: Lane, batch: Batch): Promise<void> {
    const { counters, report } = this.parts;
    const { stored, refusals } = batch;
    const { filtered } = await lane.settle();
    counters.stored += stored;
    counters.rejected += refusals.length;
    counters.filtered += filtered;
    const [first] = refusals;
    if (first) report(`will not take ${refusals.length} of ${stored + refusals.length} lines, one says: ${first.reason}`);
  }
}
