import { type Frame, isRetracted } from './camera.js';
import { Newest } from './newest.js';
import { Pace } from './pace.js';
import { Rate } from './rate.js';

/** A frame as one reader gets it. */
export interface Seen {
  readonly frame: Frame;
  /** How many came since the one before that this reader would have got, had it been quicker. */
  readonly missed: number;
}

/** The frames of a reader that takes them itself, until disposed. */
export interface Following extends Disposable {
  hasEnded(): boolean;
  /** The newest frame that it has not taken yet, if there is one. @throws GatewayError as `LiveView.watch` */
  poll(): Seen | undefined;
}

/** Somebody who watches a stream. */
export class Reader {
  /** Whether it has been shown anything yet. */
  served = false;
  /** What it takes. */
  readonly rate = new Rate();
  private readonly frames = new Newest<Frame>();
  private readonly pace: Pace;
  private missed = 0;
  private shownAt = NaN;

  /**
   * @param fps frames per second at the most; all of them unless given
   * @param isOwn whether it is a part of the gateway
   */
  constructor(
    fps?: number,
    readonly isOwn = false,
  ) {
    this.pace = new Pace(fps);
  }

  /**
   * What waits to be taken is always the newest frame, also between two that are due.
   *
   * @param now ms, of a clock that never jumps
   */
  show(frame: Frame, now: number): void {
    this.served = true;
    this.shownAt = now;
    const isDue = this.pace.take(now);
    const isBehind = this.frames.isFull;
    if (isDue && isBehind) this.missed++;
    if (isDue || isBehind) this.frames.put(frame);
  }

  /** As `Newest.end`. */
  end(error?: Error): void {
    this.frames.end(error);
  }

  get hasEnded(): boolean {
    return this.frames.hasEnded;
  }

  /** As `Newest.take`; of what was retracted meanwhile there is nothing to take. */
  async take(): Promise<Seen | undefined> {
    let frame = await this.frames.take();
    while (frame && isRetracted(frame)) frame = await this.frames.take();
    return frame && this.taken(frame);
  }

  /** As `Newest.tell`. */
  tell(told: () => void): void {
    this.frames.tell(told);
  }

  /** As `Newest.poll`, and as `take`. */
  poll(): Seen | undefined {
    const frame = this.frames.poll();
    return frame && !isRetracted(frame) ? this.taken(frame) : undefined;
  }

  private taken(frame: Frame): Seen {
    const { missed } = this;
    this.missed = 0;
    this.rate.count(this.shownAt);
    return { frame, missed };
  }
}

/** Somebody who waits for one frame that was exposed after the call. */
export class Waiter {
  readonly frame: Promise<Frame>;
  private resolve!: (frame: Frame) => void;
  private reject!: (error: Error) => void;
  private seen = 0;

  /** @param calledAt ms since the epoch, on the clock that `capturedAt` is of */
  constructor(private readonly calledAt: number) {
    this.frame = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.frame.catch(() => undefined); // it may be turned away before it begins to wait
  }

  /** The second frame to come was exposed after the call whatever its time says, should the clock have been set back. */
  show(frame: Frame): void {
    this.seen++;
    if (frame.capturedAt >= this.calledAt || this.seen > 1) this.resolve(frame);
  }

  turnAway(error: Error): void {
    this.reject(error);
  }
}
