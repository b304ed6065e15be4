import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Point } from '../sensors/history.js';

export interface GroupCommitLimits {
  /** How long points wait for company, at most. */
  readonly commitMs: number;
  /** This many points wait for nobody. */
  readonly fullAt: number;
  /** How many points may wait or be on their way to disk. */
  readonly maxWaiting: number;
}

/** One append that is not on disk yet. */
export interface Waiting {
  readonly points: readonly Point[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers appends so that many of them share one flush to the card: what comes from the radio waits up to `commitMs`, an append
 * that somebody waits for takes everything along at once. One commit is under way at a time; what arrives meanwhile is the next.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private points = 0;
  private urgent = false;
  private timer?: AbortController;
  private committing?: Promise<void>;

  /** @param commit settles each append that it is given, and never throws */
  constructor(
    private readonly commit: (appends: readonly Waiting[]) => Promise<void>,
    private readonly clock: Clock,
    private readonly limits: GroupCommitLimits,
  ) {}

  /**
   * @returns when the points are on disk
   * @throws GatewayError `unavailable` when too many points wait already
   */
  append(points: readonly Point[], prompt: boolean): Promise<void> {
    if (this.points + points.length > this.limits.maxWaiting) {
      throw new GatewayError('unavailable', `${this.points} readings wait to be written: the disk does not keep up`);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ points, resolve, reject });
      this.points += points.length;
      this.urgent ||= prompt || this.points >= this.limits.fullAt;
      this.start();
    });
  }

  /** Commits what waits, until nothing does. */
  async drain(): Promise<void> {
    while (this.waiting.length > 0 || this.committing) {
      this.urgent = true;
      this.start();
      await this.committing;
    }
  }

  private start(): void {
    if (this.committing || this.waiting.length === 0) return;
    if (!this.urgent) {
      this.startTimer();
      return;
    }
    this.stopTimer();
    this.urgent = false;
    this.committing = this.commitAll(this.waiting.splice(0));
  }

  private async commitAll(appends: readonly Waiting[]): Promise<void> {
    await this.commit(appends);
    for (const { points } of appends) this.points -= points.length;
    this.committing = undefined;
    this.start();
  }

  private startTimer(): void {
    if (this.timer) return;
    const timer = (this.timer = new AbortController());
    void this.clock.sleep(this.limits.commitMs, timer.signal).then(() => {
      if (timer.signal.aborted) return;
      this.timer = undefined;
      this.urgent = true;
      this.start();
    });
  }

  private stopTimer(): void {
    this.timer?.abort();
    this.timer = undefined;
  }
}
