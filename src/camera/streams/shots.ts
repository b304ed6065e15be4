import { GatewayError } from '../../errors.js';
import { onAbort } from '../../on-abort.js';
import type { Outlet, Pouring } from '../../outlet.js';
import { type Frame, isRetracted } from '../camera.js';
import type { LiveView } from '../live-view.js';
import type { Picture } from '../picture.js';
import type { Following, Seen } from '../viewers.js';

/** So many pictures in a row that cannot be made are no bad luck any more: whoever waits for them is told. */
const MOST_FAILURES = 100;

/** What one reader of a stream asks for. */
export interface WantedShots {
  readonly view: Pick<LiveView, 'follow'>;
  /** Of equal frames it makes the very same picture, so that readers who want the same share it. */
  readonly make: (frame: Frame) => Picture | Promise<Picture>;
  /** frames per second at the most */
  readonly fps?: number | undefined;
}

/** A picture as one reader of a stream gets it. */
export interface Shot {
  readonly picture: Picture;
  /** How many this reader missed since the one before: it was slow, or they could not be made. */
  readonly missed: number;
}

/**
 * Makes pictures of what a reader sees, one at a time while the reader has room: what comes meanwhile is missed.
 *
 * It ends with what `make` throws of the first frame, for it is the request's fault or nothing can be made; of later ones only when it
 * goes on.
 */
export class Shots implements Pouring {
  private readonly following: Following;
  private readonly gone: Disposable | undefined;
  private lost = 0;
  private failures = MOST_FAILURES;
  private isMaking = false;
  private isOver = false;

  /**
   * @param signal ends it: with its reason if that is a GatewayError, else quietly
   * @throws GatewayError as `LiveView.follow`
   */
  constructor(
    private readonly wanted: WantedShots,
    private readonly outlet: Outlet<Shot>,
    signal: AbortSignal,
  ) {
    this.following = wanted.view.follow(() => this.goOn(), wanted.fps);
    this.gone = onAbort(signal, () => this.end(signal.reason instanceof GatewayError ? signal.reason : undefined));
  }

  goOn(): void {
    if (this.isOver || this.isMaking) return;
    try {
      const seen = this.outlet.hasRoom ? this.following.poll() : undefined;
      if (seen) this.take(seen);
      else if (this.following.hasEnded()) this.end();
    } catch (error) {
      this.end(error);
    }
  }

  [Symbol.dispose](): void {
    this.isOver = true;
    this.following[Symbol.dispose]();
    this.gone?.[Symbol.dispose]();
  }

  private take({ frame, missed }: Seen): void {
    this.lost += missed;
    try {
      const made = this.wanted.make(frame);
      if (made instanceof Promise) this.wait(made);
      else this.show(made);
    } catch (error) {
      this.failed(error);
    }
  }

  private wait(making: Promise<Picture>): void {
    this.isMaking = true;
    making.then(
      (picture) =>
        this.made(() => {
          // something in it may have been hidden while it was made
          if (!isRetracted(picture.frame)) this.show(picture);
        }),
      (error: unknown) => this.made(() => this.failed(error)),
    );
  }

  /** Whoever asked for it may have gone meanwhile, and another frame may have come. */
  private made(then: () => void): void {
    this.isMaking = false;
    if (this.isOver) return;
    then();
    this.goOn();
  }

  private show(picture: Picture): void {
    this.outlet.put({ picture, missed: this.lost });
    this.lost = 0;
    this.failures = 0;
  }

  private failed(error: unknown): void {
    if (++this.failures > MOST_FAILURES) this.end(error);
    else this.lost++;
  }

  private end(error?: unknown): void {
    if (this.isOver) return;
    this[Symbol.dispose]();
    this.outlet.end(error);
  }
}
