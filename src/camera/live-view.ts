import { type Clock, systemClock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { onAbort } from '../on-abort.js';
import { after } from './after.js';
import { type Camera, type Frame, isRetracted } from './camera.js';
import { noPicture } from './no-picture.js';
import { Retry } from './retry.js';
import { Rate } from './rate.js';
import { type Following, Reader, type Seen, Waiter } from './viewers.js';

export interface LiveViewOptions {
  readonly clock?: Clock;
  /** ms that a capture goes on after the last one who looked has gone; 5000 unless given */
  readonly idleMs?: number;
  /** Readers of the stream at the same time; 32 unless given. */
  readonly maxReaders?: number;
  /** Callers that wait for a single frame at the same time; 256 unless given. */
  readonly maxWaiting?: number;
  /** ms that a caller waits for a frame; 10000 unless given */
  readonly timeoutMs?: number;
  /** ms without a frame after which also those are sent away who have seen some; 60000 unless given */
  readonly patienceMs?: number;
  /** Goes on while nobody looks, with a frame a second, so that the next who looks has one at once. */
  readonly keepWarm?: boolean;
}

export interface SnapshotRequest {
  readonly signal: AbortSignal;
  /** A kept frame that is no older will do; absent: only one exposed after the call. */
  readonly maxAgeMs?: number;
  readonly timeoutMs?: number;
}

const DEFAULTS = {
  ...{ clock: systemClock, idleMs: 5000, maxReaders: 32, maxWaiting: 256, timeoutMs: 10_000, patienceMs: 60_000 },
  keepWarm: false,
};

const WARM_EVERY_MS = 1000;

/** With the next frame all who wait go. */
const RETRY_AFTER_MS = 1_000;
const TRY_EVERY_MS = 60_000;
const NEVER = new AbortController().signal;

/**
 * One capture of a camera, shared by all who look: it begins with the first and ends a while after the last. One that is kept warm goes on
 * slowly instead.
 *
 * A capture that dies while somebody looks is begun again, after ever longer pauses. Who has seen frames waits for the next;
 * who has seen none learns why at once, as does who comes during a pause, so that a dead camera costs its callers nothing.
 *
 * A camera that a failed capture left SUSPENDED is tried once a minute while nobody looks: a client that obeys the state
 * would never look again, and so never learn that it is mended.
 */
export class LiveView implements AsyncDisposable {
  private readonly options: typeof DEFAULTS;
  private readonly clock: Clock;
  private readonly readers = new Set<Reader>();
  private readonly waiters = new Set<Waiter>();
  private readonly retry: Retry;
  private readonly mended: Disposable;
  private readonly rate = new Rate();
  private newest: Frame | undefined;
  private newestAt = 0;
  /** Why the last capture gave no frame at all. */
  private failure: GatewayError | undefined;
  /** Whether the last capture failed, and nothing has shown since that the camera is well. */
  private failed = false;
  private capture = new AbortController();
  private running: Promise<void> | undefined;
  private idle: Disposable | undefined;
  private trying: Disposable | undefined;
  private closed = false;
  /** While nobody looks at a camera that is kept warm; aborts when somebody comes. */
  private resting: AbortController | undefined;

  constructor(
    readonly camera: Camera,
    options: LiveViewOptions = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.clock = this.options.clock;
    this.retry = new Retry(this.clock);
    this.mended = camera.health.watch(({ state }) => {
      if (state !== 'ACTIVE') return;
      this.failed = false;
      this.retry.now();
    });
    if (!this.options.keepWarm) return;
    this.rest();
    this.running = this.run();
  }

  get cameraId(): string {
    return this.camera.cameraId;
  }

  /** The newest frame there was, however old; none that was retracted. */
  get kept(): Frame | undefined {
    return this.newest && !isRetracted(this.newest) ? this.newest : undefined;
  }

  get readerCount(): number {
    return [...this.readers].filter(({ isOwn }) => !isOwn).length;
  }

  /** Frames per second that come from the camera now; 0 while nobody looks. */
  get capturedFps(): number {
    return this.rate.at(this.clock.monotonic());
  }

  /** Frames per second that each reader takes. */
  get readerFps(): readonly number[] {
    return [...this.readers].map(({ rate }) => rate.at(this.clock.monotonic()));
  }

  get isCapturing(): boolean {
    return this.running !== undefined;
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
    const joined = this.join(this.readers, reader);
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

  private async *read(reader: Reader, signal: AbortSignal): AsyncGenerator<Seen, void> {
    if (signal.aborted) return;
    if (reader.isOwn) this.mustBeOpen();
    else this.requireRoom();
    using _joined = this.join(this.readers, reader);
    using _gone = onAbort(signal, () => reader.end());
    for (let seen = await reader.take(); seen; seen = await reader.take()) yield seen;
  }

  /**
   * A frame exposed after the call, as far as its `capturedAt` tells. Callers at the same time share it.
   *
   * @throws GatewayError `unavailable` when the camera is, too many wait, or the caller has gone; `timeout`
   */
  async next(signal: AbortSignal, timeoutMs = this.options.timeoutMs): Promise<Frame> {
    this.mustBeOpen();
    if (this.waiters.size >= this.options.maxWaiting) throw this.tooMany(`${this.waiters.size} wait already`);
    if (signal.aborted) throw this.unavailable('the caller has gone');
    const waiter = new Waiter(this.clock.now());
    using _joined = this.join(this.waiters, waiter);
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

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    this.mended[Symbol.dispose]();
    for (const reader of this.readers) reader.end();
    for (const waiter of this.waiters) waiter.turnAway(this.unavailable('the gateway is stopping'));
    this.capture.abort();
    this.resting?.abort();
    this.retry.now();
    await this.running;
    this.idle?.[Symbol.dispose]();
    this.trying?.[Symbol.dispose]();
  }

  private get isWanted(): boolean {
    return !this.closed && (this.options.keepWarm || this.isLookedAt);
  }

  private get isLookedAt(): boolean {
    return this.readers.size + this.waiters.size > 0;
  }

  private get needsTrying(): boolean {
    return !this.closed && this.failed && this.camera.health.value.state === 'SUSPENDED';
  }

  private join<T>(group: Set<T>, member: T): Disposable {
    group.add(member);
    this.idle?.[Symbol.dispose]();
    this.trying?.[Symbol.dispose]();
    this.resting?.abort();
    this.resting = undefined;
    this.running ??= this.run();
    return { [Symbol.dispose]: () => this.leave(group, member) };
  }

  private leave<T>(group: Set<T>, member: T): void {
    // whoever leaves twice would begin a second wait, which nobody ends who comes meanwhile
    if (!group.delete(member)) return;
    if (!this.isLookedAt && !this.closed) this.idle = after(this.clock, this.options.idleMs, () => this.rest());
  }

  private rest(): void {
    if (this.options.keepWarm) this.resting = new AbortController();
    else this.capture.abort();
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

  /** Looks for one frame, as any caller would. That there is none shows in the camera's health. */
  private tryAgain(): void {
    if (this.needsTrying) this.next(NEVER).catch(() => undefined);
  }

  private async attempt(): Promise<void> {
    const began = this.clock.monotonic();
    const { signal } = (this.capture = new AbortController());
    let count = 0;
    try {
      for await (const frame of this.camera.frames(signal)) {
        count++;
        this.show(frame);
        if (this.resting) await this.clock.sleep(WARM_EVERY_MS, this.resting.signal);
      }
      if (!signal.aborted) throw this.unavailable('the capture ended');
      if (count > 0) this.retry.worked();
    } catch (error) {
      this.failed = true;
      this.retry.failed(this.clock.monotonic() - began);
      this.sendAway(error instanceof GatewayError ? error : this.unavailable(messageOf(error), error), count);
    }
  }

  private show(frame: Frame): void {
    if (isRetracted(frame)) return;
    this.newest = frame;
    this.newestAt = this.clock.monotonic();
    this.failure = undefined;
    this.failed = false;
    this.rate.count(this.newestAt);
    for (const reader of this.readers) reader.show(frame, this.newestAt);
    for (const waiter of this.waiters) waiter.show(frame);
  }

  private sendAway(error: GatewayError, framesBefore: number): void {
    const lost = this.clock.monotonic() - this.newestAt >= this.options.patienceMs;
    this.failure = framesBefore === 0 ? error : undefined;
    for (const reader of this.readers) if (lost || (this.failure && !reader.served)) reader.end(error);
    if (this.failure) for (const waiter of this.waiters) waiter.turnAway(error);
  }

  private mustBeOpen(): void {
    if (this.closed) throw this.unavailable('the gateway is stopping');
    if (this.failure && !this.retry.isDue) throw this.failure;
  }

  /** ms since a frame of this camera, the newest or one before; by both clocks, for the machine's may be set and the frame may have been on its way for long. */
  ageOf({ capturedAt }: Frame): number {
    return Math.max(this.clock.monotonic() - this.newestAt, this.clock.now() - capturedAt);
  }

  private unavailable(why: string, cause?: unknown): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${why}`, { cause });
  }

  private tooMany(what: string): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${what}; try again later`, { retryAfterMs: RETRY_AFTER_MS });
  }
}
