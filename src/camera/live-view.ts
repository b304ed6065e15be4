import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { onAbort } from '../on-abort.js';
import { after } from './after.js';
import { Audience } from './audience.js';
import { type Camera, type Frame, isRetracted } from './camera.js';
import { LIVE_VIEW_DEFAULTS, type LiveViewOptions } from './live-view-options.js';
import { noPicture } from './no-picture.js';
import { Rate } from './rate.js';
import { SharedCapture } from './shared-capture.js';
import { type Following, Reader, type Seen, Waiter } from './viewers.js';

export interface SnapshotRequest {
  readonly signal: AbortSignal;
  /** A kept frame that is no older will do; absent: only one exposed after the call. */
  readonly maxAgeMs?: number;
  readonly timeoutMs?: number;
}

/** With the next frame all who wait go. */
const RETRY_AFTER_MS = 1_000;
const NEVER = new AbortController().signal;

/**
 * What a camera shows, for all who look.
 *
 * When a capture dies, who has seen frames waits for the next; who has seen none learns why at once, as does who comes during a pause, so
 * that a dead camera costs its callers nothing.
 */
export class LiveView implements AsyncDisposable {
  private readonly options: Required<LiveViewOptions>;
  private readonly clock: Clock;
  private readonly audience: Audience;
  private readonly capture: SharedCapture;
  private readonly rate = new Rate();
  private newest: Frame | undefined;
  private newestAt = 0;
  /** Why the last capture gave no frame at all. */
  private failure: GatewayError | undefined;
  private closed = false;

  constructor(
    readonly camera: Camera,
    options: LiveViewOptions = {},
  ) {
    this.options = { ...LIVE_VIEW_DEFAULTS, ...options };
    this.clock = this.options.clock;
    const audience = new Audience(
      () => this.capture.begin(),
      () => this.capture.endLater(),
    );
    const lookers = {
      get areThere() {
        return audience.isThere;
      },
      show: (frame: Frame) => this.show(frame),
      failed: (error: GatewayError, framesBefore: number) => this.sendAway(error, framesBefore),
      lookOnce: () => void this.next(NEVER).catch(() => undefined),
    };
    this.audience = audience;
    this.capture = new SharedCapture(camera, lookers, this.options);
  }

  get cameraId(): string {
    return this.camera.cameraId;
  }

  /** The newest frame there was, however old; none that was retracted. */
  get kept(): Frame | undefined {
    return this.newest && !isRetracted(this.newest) ? this.newest : undefined;
  }

  get readerCount(): number {
    return this.audience.readerCount;
  }

  /** Frames per second that come from the camera now; 0 while nobody looks. */
  get capturedFps(): number {
    return this.rate.at(this.clock.monotonic());
  }

  /** Frames per second that each reader takes. */
  get readerFps(): readonly number[] {
    return this.audience.readerFps(this.clock.monotonic());
  }

  get isCapturing(): boolean {
    return this.capture.isRunning;
  }

  /**
   * Frames from now on until `signal` aborts, with how many of them the reader missed. One that is slow delays nobody.
   *
   * @param fps frames per second at the most; all of them unless given
   * @throws GatewayError `unavailable` when there are too many readers already, or the camera is missing, busy or gone;
   *   `timeout` when it gives no picture
   */
  watch(signal: AbortSignal, fps?: number): AsyncGenerator<Seen, void> {
    return this.read(new Reader(fps), signal);
  }

  /**
   * As `watch`, for many readers at once: each is told in the breath in which a frame comes, and no promise is made for it.
   *
   * @param told is called when there is something to take, and when it has ended. It must not throw
   * @throws GatewayError as `watch`, at once when a reader more would be refused
   */
  follow(told: () => void, fps?: number): Following {
    this.requireRoom();
    const reader = new Reader(fps);
    reader.tell(told);
    const joined = this.audience.read(reader);
    return {
      hasEnded: () => reader.hasEnded,
      poll: () => reader.poll(),
      [Symbol.dispose]: () => joined[Symbol.dispose](),
    };
  }

  /** Frames for the gateway's own parts, which are no readers that `maxReaders` is about. Throws as `watch` does. */
  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    for await (const { frame } of this.read(new Reader(undefined, true), signal)) yield frame;
  }

  /** @throws GatewayError as `watch`, when a reader more would be refused now */
  requireRoom(): void {
    this.mustBeOpen();
    const watching = this.readerCount;
    if (watching >= this.options.maxReaders) throw this.tooMany(`${watching} watch already`);
  }

  /**
   * A frame exposed after the call, as far as its `capturedAt` tells. Callers at the same time share it.
   *
   * @throws GatewayError `unavailable` when the camera is, too many wait, or the caller has gone; `timeout`
   */
  async next(signal: AbortSignal, timeoutMs = this.options.timeoutMs): Promise<Frame> {
    this.mustBeOpen();
    const waiting = this.audience.waiterCount;
    if (waiting >= this.options.maxWaiting) throw this.tooMany(`${waiting} wait already`);
    if (signal.aborted) throw this.unavailable('the caller has gone');
    const waiter = new Waiter(this.clock.now());
    using _joined = this.audience.wait(waiter);
    using _gone = onAbort(signal, () => waiter.turnAway(this.unavailable('the caller has gone')));
    using _late = after(this.clock, timeoutMs, () => waiter.turnAway(noPicture(this.cameraId, timeoutMs)));
    return await waiter.frame;
  }

  /** The kept frame, if it is no older than `maxAgeMs`. */
  recent(maxAgeMs: number | undefined): Frame | undefined {
    const { kept } = this;
    return kept && maxAgeMs !== undefined && this.ageOf(kept) <= maxAgeMs ? kept : undefined;
  }

  /** The kept frame if it is young enough, else the next. Throws as `next` does. */
  async snapshot({ signal, maxAgeMs, timeoutMs }: SnapshotRequest): Promise<Frame> {
    return this.recent(maxAgeMs) ?? this.next(signal, timeoutMs);
  }

  /**
   * ms since a frame of this camera, the newest or one before; by both clocks, for the machine's may be set and the frame may have
   * been on its way for long.
   */
  ageOf({ capturedAt }: Frame): number {
    return Math.max(this.clock.monotonic() - this.newestAt, this.clock.now() - capturedAt);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    const ended = this.capture[Symbol.asyncDispose]();
    this.audience.endReaders();
    this.audience.turnWaitersAway(this.unavailable('the gateway is stopping'));
    await ended;
  }

  private async *read(reader: Reader, signal: AbortSignal): AsyncGenerator<Seen, void> {
    if (signal.aborted) return;
    if (reader.isOwn) this.mustBeOpen();
    else this.requireRoom();
    using _joined = this.audience.read(reader);
    using _gone = onAbort(signal, () => reader.end());
    for (let seen = await reader.take(); seen; seen = await reader.take()) yield seen;
  }

  private show(frame: Frame): void {
    if (isRetracted(frame)) return;
    this.newest = frame;
    this.newestAt = this.clock.monotonic();
    this.failure = undefined;
    this.rate.count(this.newestAt);
    this.audience.show(frame, this.newestAt);
  }

  private sendAway(error: GatewayError, framesBefore: number): void {
    const isLost = this.clock.monotonic() - this.newestAt >= this.options.patienceMs;
    this.failure = framesBefore === 0 ? error : undefined;
    const isPatient = ({ served }: Reader) => !isLost && (served || this.failure === undefined);
    this.audience.endReaders(error, isPatient);
    if (this.failure) this.audience.turnWaitersAway(error);
  }

  private mustBeOpen(): void {
    if (this.closed) throw this.unavailable('the gateway is stopping');
    if (this.failure && !this.capture.isDue) throw this.failure;
  }

  private unavailable(why: string): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${why}`);
  }

  private tooMany(what: string): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${what}; try again later`, { retryAfterMs: RETRY_AFTER_MS });
  }
}
