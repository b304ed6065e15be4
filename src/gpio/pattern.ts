import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { LineValue } from './settings.js';

export interface Step {
  readonly value: LineValue;
  /** For how long at the least, ms. */
  readonly durationMs: number;
}

/** What an output is to show, one step after the other. */
export interface Pattern {
  readonly steps: readonly Step[];
  /** How often they are gone through. */
  readonly repeat: number;
  /** What it shows afterwards; absent: what the last step has shown. */
  readonly finally?: LineValue;
}

/** How far a pattern has come. */
export interface Progress {
  readonly state: 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
  /** Why it has FAILED. */
  readonly reason?: string;
  /** ms since the epoch */
  readonly startedAt: number;
  /** Steps that have had their time. */
  readonly steps: number;
  /** By how much the longest of them, and all of them in the mean, were longer than asked for; ms. */
  readonly latestMs: number;
  readonly meanLateMs: number;
}

/**
 * Shows a pattern on an output. A step is never shorter than asked for: one that is late moves those that follow.
 *
 * The time is kept by an event loop, which has other things to do. How late it was is measured and told.
 */
export class Player {
  private readonly stopping = new AbortController();
  private readonly startedAt: number;
  private state: Progress['state'] = 'RUNNING';
  private reason: string | undefined;
  private steps = 0;
  private lateMs = 0;
  private latestMs = 0;
  /** Resolves when nothing is shown any more by it. */
  readonly ended: Promise<void>;

  constructor(
    readonly pattern: Pattern,
    private readonly show: (value: LineValue) => void,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
    this.ended = this.play();
  }

  get progress(): Progress {
    const { state, reason, startedAt, steps, latestMs } = this;
    const meanLateMs = steps === 0 ? 0 : this.lateMs / steps;
    return { state, ...(reason === undefined ? {} : { reason }), startedAt, steps, latestMs, meanLateMs };
  }

  get isRunning(): boolean {
    return this.state === 'RUNNING';
  }

  /** What it shows is left as it is. */
  stop(): void {
    this.end('STOPPED');
  }

  /** Nothing can be shown any more. */
  fail(reason: string): void {
    if (this.isRunning) this.reason = reason;
    this.end('FAILED');
  }

  private end(state: 'STOPPED' | 'FAILED'): void {
    if (!this.isRunning) return;
    this.state = state;
    this.stopping.abort();
  }

  private async play(): Promise<void> {
    try {
      const { steps, repeat, finally: last } = this.pattern;
      for (let turn = 0; turn < repeat; turn++) for (const step of steps) if (!(await this.take(step))) return;
      if (last !== undefined) this.show(last);
      this.state = 'DONE';
    } catch (error) {
      this.fail(messageOf(error));
    }
  }

  /** @returns whether it is to go on */
  private async take({ value, durationMs }: Step): Promise<boolean> {
    this.show(value);
    const began = this.clock.monotonic();
    let left = durationMs;
    // a timer may come a little early
    while (left > 0 && !this.stopping.signal.aborted) {
      await this.clock.sleep(Math.ceil(left), this.stopping.signal);
      left = began + durationMs - this.clock.monotonic();
    }
    if (this.stopping.signal.aborted) return false;
    this.steps++;
    this.lateMs -= left;
    this.latestMs = Math.max(this.latestMs, -left);
    return true;
  }
}
