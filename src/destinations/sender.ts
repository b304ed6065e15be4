import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Observed } from '../events/observed.js';
import { active, type Health, suspended } from '../registry/health.js';
import type { Point } from '../sensors/history.js';
import { type Answer, type Verdict, verdictOf } from './answer.js';

/** Between attempts at the server, and at the store. */
export const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 60_000 };

/** What was sent since the start. */
export interface DestinationCounters {
  stored: number;
  rejected: number;
  requests: number;
  /** Requests without an answer, or with one that puts us off. */
  failures: number;
}

/** A verdict on the lines; `later` is none. */
export type FinalVerdict = Exclude<Verdict, { kind: 'later' }>;

export interface SenderParts {
  readonly client: { write(points: readonly Point[], signal: AbortSignal): Promise<Answer> };
  readonly clock: Clock;
  /** 0 to 1, as Math.random */
  readonly random: () => number;
  readonly timeoutMs: number;
  readonly health: Observed<Health>;
  readonly counters: DestinationCounters;
}

/** Sends a batch until the server has judged it: an outage of days is a long wait here, told in the health. */
export class Sender {
  /**
   * @param stop nothing is tried again from then on
   * @param giveUp ends what is under way
   */
  constructor(
    private readonly parts: SenderParts,
    private readonly stop: AbortSignal,
    private readonly giveUp: AbortSignal,
  ) {}

  /** @returns undefined when stopped without a verdict */
  async send(points: readonly Point[]): Promise<FinalVerdict | undefined> {
    const { clock, health, random, counters } = this.parts;
    for (let failures = 1; ; failures++) {
      const verdict = await this.attempt(points);
      if (verdict.kind !== 'later') {
        health.set(active);
        return verdict;
      }
      counters.failures++;
      health.set(suspended(verdict.reason));
      if (this.isStopped()) return undefined;
      await clock.sleep(Math.max(waitOf(BACK_OFF, failures, random), verdict.retryAfterMs ?? 0), this.stop);
      if (verdict.retryAfterMs !== undefined && this.isStopped()) return undefined; // it has asked us not to try now
    }
  }

  private isStopped(): boolean {
    return this.stop.aborted;
  }

  private async attempt(points: readonly Point[]): Promise<Verdict> {
    const { client, clock, timeoutMs, counters } = this.parts;
    const deadline = new AbortController();
    const answered = new AbortController();
    void clock.sleep(timeoutMs, AbortSignal.any([answered.signal, this.giveUp])).then(() => {
      if (!answered.signal.aborted) deadline.abort();
    });
    counters.requests++;
    try {
      return verdictOf(await client.write(points, deadline.signal), clock.now());
    } catch (error) {
      return { kind: 'later', reason: `InfluxDB cannot be reached: ${messageOf(error)}` };
    } finally {
      answered.abort();
    }
  }
}
