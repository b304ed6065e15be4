import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { after } from './after.js';
import type { Camera, Frame } from './camera.js';
import { Retry } from './retry.js';

/** For whom it is captured. */
export interface Lookers {
  /** Whether somebody looks. */
  readonly areThere: boolean;
  /** Is called with each frame that comes. */
  show(frame: Frame): void;
  /** Is told why a capture has failed, and how many frames it gave before. */
  failed(error: GatewayError, framesBefore: number): void;
  /** Looks for one frame, as any caller would. That there is none shows in the camera's health. */
  lookOnce(): void;
}

export interface SharedCaptureOptions {
  readonly clock: Clock;
  /** ms that it goes on after the last one who looked has gone */
  readonly idleMs: number;
  /** Goes on while nobody looks, with a frame a second. */
  readonly keepWarm: boolean;
}

const WARM_EVERY_MS = 1000;
const TRY_EVERY_MS = 60_000;

/**
 * One capture at a time for all who look: it begins with the first and ends a while after the last. One that is kept warm goes on slowly
 * instead.
 *
 * One that dies while somebody looks is begun again, after ever longer pauses. A camera that a failed capture left SUSPENDED is tried once
 * a minute while nobody looks: a client that obeys the state would never look again, and so never learn that it is mended.
 */
export class SharedCapture implements AsyncDisposable {
  private readonly clock: Clock;
  private readonly retry: Retry;
  private readonly mended: Disposable;
  /** Whether the last capture failed, and nothing has shown since that the camera is well. */
  private failed = false;
  private current = new AbortController();
  private running: Promise<void> | undefined;
  private idle: Disposable | undefined;
  private trying: Disposable | undefined;
  private closed = false;
  /** While nobody looks at a camera that is kept warm; aborts when somebody comes. */
  private resting: AbortController | undefined;

  constructor(
    private readonly camera: Camera,
    private readonly lookers: Lookers,
    private readonly options: SharedCaptureOptions,
  ) {
    this.clock = options.clock;
    this.retry = new Retry(this.clock);
    this.mended = camera.health.watch(({ state }) => {
      if (state !== 'ACTIVE') return;
      this.failed = false;
      this.retry.now();
    });
    if (!options.keepWarm) return;
    this.rest();
    this.running = this.run();
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Whether it would begin at once, and not after a pause. */
  get isDue(): boolean {
    return this.retry.isDue;
  }

  /** Somebody looks. */
  begin(): void {
    this.idle?.[Symbol.dispose]();
    this.trying?.[Symbol.dispose]();
    this.resting?.abort();
    this.resting = undefined;
    this.running ??= this.run();
  }

  /** Nobody looks any more. */
  endLater(): void {
    if (!this.closed) this.idle = after(this.clock, this.options.idleMs, () => this.rest());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    this.mended[Symbol.dispose]();
    this.current.abort();
    this.resting?.abort();
    this.retry.now();
    await this.running;
    this.idle?.[Symbol.dispose]();
    this.trying?.[Symbol.dispose]();
  }

  private get isWanted(): boolean {
    return !this.closed && (this.options.keepWarm || this.lookers.areThere);
  }

  private get needsTrying(): boolean {
    return !this.closed && this.failed && this.camera.health.value.state === 'SUSPENDED';
  }

  private rest(): void {
    if (this.options.keepWarm) this.resting = new AbortController();
    else this.current.abort();
  }

  private async run(): Promise<void> {
    for (;;) {
      await this.retry.untilDue();
      if (!this.isWanted) break;
      await this.attempt();
    }
    this.running = undefined; // in the same breath as the last look at who wants it
    if (this.needsTrying) this.trying = after(this.clock, TRY_EVERY_MS, () => this.tryAgain());
  }

  private tryAgain(): void {
    if (this.needsTrying) this.lookers.lookOnce();
  }

  private async attempt(): Promise<void> {
    const began = this.clock.monotonic();
    const { signal } = (this.current = new AbortController());
    let count = 0;
    try {
      for await (const frame of this.camera.frames(signal)) {
        count++;
        this.failed = false;
        this.lookers.show(frame);
        if (this.resting) await this.clock.sleep(WARM_EVERY_MS, this.resting.signal);
      }
      if (!signal.aborted) throw this.unavailable('the capture ended');
      if (count > 0) this.retry.worked();
    } catch (error) {
      this.failed = true;
      this.retry.failed(this.clock.monotonic() - began);
      this.lookers.failed(error instanceof GatewayError ? error : this.unavailable(messageOf(error), error), count);
    }
  }

  private unavailable(why: string, cause?: unknown): GatewayError {
    return new GatewayError('unavailable', `camera ${this.camera.cameraId}: ${why}`, { cause });
  }
}
