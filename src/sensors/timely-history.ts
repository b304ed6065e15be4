import type { Clock } from '../clock.js';
import type { ClockTrust } from './clock-trust.js';
import type { History, Point, PointPage, PointQuery, StatisticsPage, StatisticsQuery } from './history.js';

const LOOK_MS = 1_000;
/** How long the network may take to set it. */
const PATIENCE_MS = 600_000;
const MOST = 10_000;
/** The tag of a point whose time is that of a clock that nobody has set. */
export const CLOCK_TAG = 'clock';

interface Held {
  readonly points: readonly Point[];
  /** What the clock was ahead of the one that never jumps, ms. */
  readonly ahead: number;
  /** By the clock that never jumps. */
  readonly since: number;
  readonly resolve: (kept: Promise<void>) => void;
}

/**
 * A history in which nothing is from 1970. What is measured before the clock is set waits for that, and gets the time that it was
 * then, by the clock that never jumps. What waits too long, or behind too much, or until the gateway stops, is kept with the time
 * that there is, and marked.
 */
export class TimelyHistory implements History, AsyncDisposable {
  private held: Held[] = [];
  private markedCount = 0;
  private waiting = 0;
  private readonly timer: Disposable;

  constructor(
    private readonly history: History,
    private readonly clock: Clock,
    private readonly trust: Pick<ClockTrust, 'isTrusted'>,
    private readonly most = MOST,
  ) {
    this.timer = clock.every(LOOK_MS, () => this.look());
    this.look();
  }

  /** Points that somebody waits for have times of their own, and do not wait. */
  append(points: readonly Point[], options: { readonly prompt?: boolean } = {}): Promise<void> {
    this.look();
    if (options.prompt || this.trust.isTrusted) return this.history.append(points, options);
    return new Promise((resolve) => {
      this.held.push({ points, ahead: this.ahead, since: this.clock.monotonic(), resolve });
      this.waiting += points.length;
      this.look();
    });
  }

  query(query: PointQuery): Promise<PointPage> {
    return this.history.query(query);
  }

  statistics(query: StatisticsQuery): Promise<StatisticsPage> {
    return this.history.statistics(query);
  }

  latest(measurement: string, before?: number): Promise<readonly Point[]> {
    return this.history.latest(measurement, before);
  }

  /** How many points were kept with a time that nobody knows. */
  get marked(): number {
    return this.markedCount;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.timer[Symbol.dispose]();
    this.look();
    const kept = this.held.splice(0).map((held) => this.keepMarked(held));
    await Promise.allSettled(kept);
  }

  private get ahead(): number {
    return this.clock.now() - this.clock.monotonic();
  }

  private look(): void {
    const expired = this.clock.monotonic() - PATIENCE_MS;
    const isKnown = this.trust.isTrusted;
    while (this.held[0] && (isKnown || this.held[0].since <= expired || this.waiting > this.most)) {
      const held = this.take();
      if (held && isKnown) void this.keep(held, (point) => later(point, this.ahead - held.ahead));
      else if (held) void this.keepMarked(held);
    }
  }

  private take(): Held | undefined {
    const held = this.held.shift();
    this.waiting -= held?.points.length ?? 0;
    return held;
  }

  private keepMarked(held: Held): Promise<void> {
    this.markedCount += held.points.length;
    return this.keep(held, marked);
  }

  private keep({ points, resolve }: Held, change: (point: Point) => Point): Promise<void> {
    const kept = this.history.append(points.map(change));
    resolve(kept);
    return kept.catch(() => undefined);
  }
}

function later(point: Point, ms: number): Point {
  return { ...point, time: Math.round(point.time + ms) };
}

function marked(point: Point): Point {
  return { ...point, tags: { ...point.tags, [CLOCK_TAG]: 'unset' } };
}
