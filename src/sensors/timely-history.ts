import type { Clock } from '../clock.js';
import type { ClockTrust } from './clock-trust.js';
import type { History, Point, PointPage, PointQuery, SeriesQuery, StatisticsPage, StatisticsQuery } from './history.js';
import type { Reckoning, WaitingRoom } from './waiting-room.js';

const LOOK_MS = 1_000;

export interface TimelyParts {
  readonly history: History;
  /** Where points wait. */
  readonly room: WaitingRoom;
  /** That readings carry. */
  readonly clock: Clock;
  readonly trust: Pick<ClockTrust, 'isTrusted'>;
  /** Which boot of the machine this is. */
  readonly boot: string;
}

/**
 * A history in which nothing has the time of a clock that was wrong. What is measured before the clock can be believed waits for that on
 * disk, and gets the time that it was then, by the clock that never jumps, also when the gateway was killed meanwhile. What waits too
 * long, or behind too much, or for longer than the machine was up, is kept with the time that there is, and marked.
 */
export class TimelyHistory implements History, AsyncDisposable {
  private readonly timer: Disposable;
  /** Something may wait; it may from before the start. */
  private mayWait = true;
  private looking: Promise<void> | undefined;
  /** The last moment at which the clock was not believed, until it has been for a while. */
  private doubted: Reckoning | undefined;
  private markedCount = 0;
  private waitingCount = 0;

  constructor(private readonly parts: TimelyParts) {
    this.timer = parts.clock.every(LOOK_MS, () => void this.look());
  }

  /** Points that somebody waits for have times of their own, and do not wait. */
  append(points: readonly Point[], options: { readonly prompt?: boolean } = {}): Promise<void> {
    const { history, room } = this.parts;
    const taken = options.prompt ? undefined : this.doubtful(points);
    if (!taken) return history.append(points, options);
    const held = room.hold(points, taken);
    const isHeld = () => void (this.mayWait = true);
    held.then(isHeld, isHeld);
    return held;
  }

  query(query: PointQuery): Promise<PointPage> {
    return this.parts.history.query(query);
  }

  statistics(query: StatisticsQuery): Promise<StatisticsPage> {
    return this.parts.history.statistics(query);
  }

  /** What waits, as it was brought. */
  waiting(): Promise<readonly Point[]> {
    return this.parts.room.waiting();
  }

  latest(measurement: string, before?: number): Promise<readonly Point[]> {
    return this.parts.history.latest(measurement, before);
  }

  newestOfEach(query: SeriesQuery): Promise<PointPage> {
    return this.parts.history.newestOfEach(query);
  }

  get counters(): { readonly marked: number; readonly waiting: number } {
    return { marked: this.markedCount, waiting: this.waitingCount };
  }

  /** What waits goes on waiting on disk, unless it need not any longer. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.timer[Symbol.dispose]();
    await this.looking;
    await this.look();
  }

  private get reckoning(): Reckoning {
    const { clock, boot } = this.parts;
    return { boot, now: clock.now(), at: clock.monotonic() };
  }

  /** @returns when points were taken, if that was by a clock that is not believed */
  private doubtful(points: readonly Point[]): Reckoning | undefined {
    const before = this.reckoning;
    if (!this.parts.trust.isTrusted) return (this.doubted = before);
    if (!this.doubted) return undefined;
    // the clock may have been set between a radio's word and this: what is nearer to what it would say otherwise is of before
    const now = this.reckoning;
    const unset = { ...now, now: now.at + this.doubted.now - this.doubted.at };
    const isOfBefore = points.every(({ time }) => Math.abs(time - unset.now) < Math.abs(time - now.now));
    return isOfBefore ? unset : undefined;
  }

  private look(): Promise<void> {
    if (this.parts.trust.isTrusted) this.doubted = undefined;
    if (!this.mayWait) return Promise.resolve();
    // one at a time; a disk that would not is asked again at the next look, and says itself what is wrong with it
    this.looking ??= this.release()
      .catch(() => void (this.mayWait = true))
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async release(): Promise<void> {
    const { room, trust } = this.parts;
    for (let more = true; more;) {
      this.mayWait = false;
      const isKnown = trust.isTrusted; // asked first: what the clock says afterwards is right
      const released = await room.release(this.reckoning, isKnown);
      this.markedCount += released.marked;
      this.waitingCount = released.waiting;
      this.mayWait ||= released.waiting > 0;
      more = released.more;
    }
  }
}
