import type { Frame } from './camera.js';
import { Newest } from './newest.js';

/** Somebody who watches a stream. */
export class Reader {
  readonly frames = new Newest<Frame>();
  served = false;

  /** @param isOwn whether it is a part of the gateway */
  constructor(readonly isOwn = false) {}

  show(frame: Frame): void {
    this.served = true;
    this.frames.put(frame);
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
