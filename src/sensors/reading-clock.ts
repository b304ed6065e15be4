import type { Clock } from '../clock.js';

/** A clock that is put back further than this was wrong before, and is believed at once. */
export const SLEWED_MS = 3_600_000;
/** What comes together within this is no step: the two clocks are not read at the same instant. */
const STEP_MS = 1_000;
const BIG_STEP_MS = 60_000;
const QUIET_MS = 60_000;

/**
 * The time that readings carry: that of the machine's clock (the wall clock), but that it does not go back when that one does.
 *
 * - A step forward is followed at once.
 * - After a step back of up to an hour this clock goes on at half speed, until the machine's has caught up with it. So two readings
 *   are in the order in which they were taken, and none has the time of another.
 * - A step back that would leave it more than an hour ahead is followed at once too: then the clock was wrong before, and readings to
 *   come must not be in its future.
 */
export class ReadingClock implements Clock {
  private latest: number;
  private latestAt: number;
  private wallBefore: number;
  private stepCount = 0;
  private quietUntil = -Infinity;

  /** @param report is told of steps of more than a minute, once a minute at most */
  constructor(
    private readonly wall: Clock,
    private readonly report: (message: string) => void = () => undefined,
  ) {
    this.latest = this.wallBefore = wall.now();
    this.latestAt = wall.monotonic();
  }

  now(): number {
    const [wall, at] = [this.wall.now(), this.wall.monotonic()];
    this.noteStep(wall - this.wallBefore - (at - this.latestAt));
    const slewed = this.latest + (at - this.latestAt) / 2;
    this.latest = slewed - wall > SLEWED_MS ? wall : Math.max(wall, slewed);
    [this.wallBefore, this.latestAt] = [wall, at];
    return Math.floor(this.latest);
  }

  /** Of readings from before the start: time goes on from there, unless that is more than an hour ahead. */
  goOnFrom(time: number): void {
    const now = this.now();
    if (time - this.wallBefore <= SLEWED_MS) this.latest = Math.max(now, time);
  }

  /** How often the machine's clock was set by more than a second. */
  get steps(): number {
    return this.stepCount;
  }

  monotonic(): number {
    return this.wall.monotonic();
  }

  every(ms: number, task: () => void): Disposable {
    return this.wall.every(ms, task);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.wall.sleep(ms, signal);
  }

  private noteStep(ms: number): void {
    if (Math.abs(ms) <= STEP_MS) return;
    this.stepCount++;
    if (Math.abs(ms) < BIG_STEP_MS || this.wall.monotonic() < this.quietUntil) return;
    this.quietUntil = this.wall.monotonic() + QUIET_MS;
    this.report(`the machine's clock was put ${ms > 0 ? 'forward' : 'back'} by ${Math.round(Math.abs(ms) / 1000)} s`);
  }
}
