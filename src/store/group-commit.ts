import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Point } from '../sensors/history.js';
import type { Reckoning } from '../sensors/waiting-room.js';
import { DiskFailure } from './disk-failure.js';

export interface GroupCommitLimits {
  /** How long points wait for company, at most. */
  readonly commitMs: number;
  /** This many points wait for nobody. */
  readonly fullAt: number;
  /** About how many points go in one commit: what has piled up is not one transaction. */
  readonly mostAtOnce: number;
  /** How many points may wait or be on their way to disk. */
  readonly maxWaiting: number;
}

/** One append that is not on disk yet. */
export interface Waiting {
  readonly points: readonly Point[];
  /** When they were, by a clock that is not believed: they are kept apart. */
  readonly taken?: Reckoning | undefined;
  /** Somebody waits for the answer, and has the points still when it is that they are not kept. */
  readonly prompt: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** No disk is asked more often when it fails. Nobody else waits for the same, so that the waits are not spread. */
export const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 30_000 };

/**
 * Gathers appends so that many of them share one flush to the card: what comes from the radio waits up to `commitMs`, an append
 * that somebody waits for takes everything along at once. One commit is under way at a time; what arrives meanwhile is the next.
 *
 * While the disk fails the radio's points wait, and are tried again ever more rarely, and also when there are none, so that it
 * shows that the disk is well. Who waits for an answer is told at once, and has to send again.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private points = 0;
  private urgent = false;
  private timer: AbortController | undefined;
  private committing: Promise<void> | undefined;
  private failures = 0;
  private pause: { readonly until: number; readonly end: AbortController } | undefined;
  private draining = false;

  /** @param commit settles each append that it is given, or throws DiskFailure when nothing of them is on disk */
  constructor(
    private readonly commit: (appends: readonly Waiting[]) => Promise<void>,
    private readonly clock: Clock,
    private readonly limits: GroupCommitLimits,
  ) {}

  /**
   * @returns when the points are on disk
   * @throws GatewayError `unavailable` when the disk fails and somebody waits for the answer, or when too many points wait; of the
   *   radio's the oldest give way then
   */
  async append(points: readonly Point[], prompt: boolean, taken?: Reckoning): Promise<void> {
    if (prompt && this.pause)
      throw new GatewayError('unavailable', 'history cannot be written now', {
        retryAfterMs: this.pause.until - this.clock.monotonic(),
      });
    if (!prompt) this.dropOldest(points.length);
    if (this.points + points.length > this.limits.maxWaiting) throw this.tooMany();
    return new Promise((resolve, reject) => {
      this.waiting.push({ points, taken, prompt, resolve, reject });
      this.points += points.length;
      this.urgent ||= prompt || this.points >= this.limits.fullAt;
      this.start();
    });
  }

  /** Tries whether the disk is well, a while from now, unless that is being done already. */
  probe(): void {
    if (this.committing || this.pause || this.draining) return;
    this.waitLonger();
  }

  /** Commits what waits, until nothing does; what the disk does not take now is refused. */
  async drain(): Promise<void> {
    this.draining = true;
    this.pause?.end.abort();
    this.pause = undefined;
    while (this.waiting.length > 0 || this.committing) {
      this.urgent = true;
      this.start();
      await this.committing;
    }
    this.stopTimer();
  }

  private start(): void {
    if (this.committing || this.pause) return;
    if (this.waiting.length === 0 && this.failures === 0) return;
    if (!this.urgent && this.failures === 0) {
      this.startTimer();
      return;
    }
    this.stopTimer();
    const appends = this.takeSome();
    this.urgent = this.waiting.length > 0;
    this.committing = this.commitAll(appends);
  }

  private takeSome(): readonly Waiting[] {
    let [appends, points] = [0, 0];
    while (appends < this.waiting.length && points < this.limits.mostAtOnce)
      points += this.waiting[appends++]?.points.length ?? 0;
    return this.waiting.splice(0, appends);
  }

  private async commitAll(appends: readonly Waiting[]): Promise<void> {
    try {
      await this.commit(appends);
      this.failures = 0;
      this.points -= sizeOf(appends);
    } catch (error) {
      this.putBack(appends, error);
    }
    this.committing = undefined;
    if (!this.draining || this.waiting.length > 0) this.start();
  }

  private putBack(appends: readonly Waiting[], error: unknown): void {
    const all = [...appends, ...this.waiting];
    const stays = ({ prompt }: Waiting) => error instanceof DiskFailure && !this.draining && !prompt;
    this.waiting = all.filter(stays);
    this.points = sizeOf(this.waiting);
    this.waitLonger();
    for (const { reject } of all.filter((one) => !stays(one))) reject(error);
  }

  private waitLonger(): void {
    this.failures++;
    if (this.draining) return;
    const ms = waitOf(BACK_OFF, this.failures);
    const end = new AbortController();
    this.pause = { until: this.clock.monotonic() + ms, end };
    void this.clock.sleep(ms, end.signal).then(() => {
      if (end.signal.aborted) return;
      this.pause = undefined;
      this.start();
    });
  }

  /** Until there is room for so many more. */
  private dropOldest(more: number): void {
    const { maxWaiting } = this.limits;
    while (more <= maxWaiting && this.points + more > maxWaiting) {
      const at = this.waiting.findIndex(({ prompt }) => !prompt);
      const [oldest] = at < 0 ? [] : this.waiting.splice(at, 1);
      if (!oldest) return;
      oldest.reject(this.tooMany());
      this.points -= oldest.points.length;
    }
  }

  private tooMany(): GatewayError {
    return new GatewayError('unavailable', `${this.points} readings wait to be written: the disk does not keep up`, {
      retryAfterMs: BACK_OFF.firstMs,
    });
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

function sizeOf(appends: readonly Waiting[]): number {
  return appends.reduce((sum, { points }) => sum + points.length, 0);
}
