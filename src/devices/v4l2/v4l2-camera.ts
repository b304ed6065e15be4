import type { Camera, CameraCounters, Frame, Orientation } from '../../camera/camera.js';
import type { CameraFormat } from '../../camera/formats.js';
import { encodePixels, type Pixels } from '../../camera/encode-pixels.js';
import { Newest } from '../../camera/newest.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { onAbort } from '../../on-abort.js';
import { active, observedHealth } from '../../registry/health.js';
import type { Libc } from '../libc.js';
import { patienceWith } from '../patience.js';
import { WokenThread } from '../woken-thread.js';
import type { V4l2Input } from './capture-args.js';
import { type CaptureData, type Captured, type CaptureNews, MOST_ON_THEIR_WAY, newCredit } from './capture-loop.js';
import { fourccOfInput } from './input-formats.js';
import { SlotsToTake } from './shared-slots.js';
import { V4l2Questions } from './v4l2-questions.js';
import type { CaptureWish } from './video-device.js';
import { VideoNode } from './video-node.js';

/** What is said to have been exposed longer ago was so by another clock. */
const OLDEST_MS = 60_000;

export interface V4l2Options {
  readonly libc: Pick<Libc, 'eventfd'>;
  /** How it is mounted; 1 unless given. */
  readonly orientation?: Orientation;
  readonly clock?: Clock;
  /**
   * ms without a whole image after which a capture is given up; it shows at most a quarter of this later. 10000 unless given,
   * longer where `fps` is low
   */
  readonly frameTimeoutMs?: number;
  /** ms that a thread has to let go of its camera, which takes some; 4000 unless given */
  readonly patienceMs?: number;
  /** Another way to see why there can be no picture, for tests. */
  readonly obstacleTo?: (device: string) => string | undefined;
  /** Another thread than that on the machine's own devices, for tests. */
  readonly entry?: URL;
}

/** How many pictures came since the reader took one: as many more may come when it takes the next. */
interface Pace {
  untaken: number;
  readonly credit: CaptureData['credit'];
}

type Thread = WokenThread<CaptureData, 'end', CaptureNews>;

/**
 * A camera behind a V4L2 node, read by calls of the kernel in a thread of its own: however long the driver takes, nobody else waits.
 *
 * `capturedAt` is when the driver says that the picture was exposed, and `sequence` counts as the driver does, over all captures: a gap
 * is pictures that were dropped, by the driver or because nobody took them in time.
 */
export class V4l2Camera implements Camera {
  readonly driver = 'v4l2';
  readonly health = observedHealth(active);
  readonly controls: V4l2Questions;

  private readonly libc: Pick<Libc, 'eventfd'>;
  private readonly orientation: Orientation;
  private readonly clock: Clock;
  private readonly frameTimeoutMs: number;
  private readonly patienceMs: number;
  private readonly entry: URL;
  private readonly node: VideoNode;
  private readonly closing = new AbortController();
  private readonly threads = new Set<Thread>();
  /** One that was told to end and does not: its driver hangs, and another thread would hang with it. */
  private stuck: Thread | undefined;
  private frameCount = 0;
  private damaged = 0;
  private sequence = -1;

  constructor(
    readonly cameraId: string,
    private readonly input: V4l2Input,
    { libc, orientation = 1, clock = systemClock, frameTimeoutMs, patienceMs = 4_000, obstacleTo, entry }: V4l2Options,
  ) {
    this.libc = libc;
    this.orientation = orientation;
    this.clock = clock;
    this.frameTimeoutMs = frameTimeoutMs ?? patienceWith(input);
    this.patienceMs = patienceMs;
    this.entry = entry ?? new URL('capture-thread.js', import.meta.url);
    this.controls = new V4l2Questions(input.device, { clock });
    this.node = new VideoNode(input.device, { health: this.health, clock, ...(obstacleTo ? { obstacleTo } : {}) });
  }

  get counters(): CameraCounters {
    return { frames: this.frameCount, damaged: this.damaged };
  }

  formats(): Promise<readonly CameraFormat[]> {
    return this.controls.formats();
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    if (stop.aborted) return;
    try {
      this.requireReady();
      const newest = new Newest<Frame>();
      const pace: Pace = { untaken: 0, credit: newCredit() };
      await using capture = this.start(newest, pace);
      // Whoever reads may be busy when it is told to stop: the camera is let go all the same.
      using _stopped = onAbort(stop, () => {
        newest.end();
        void capture[Symbol.asyncDispose]();
      });
      for (let frame = await newest.take(); frame; frame = await newest.take()) {
        yield frame;
        // who takes a while is not made pictures for meanwhile
        Atomics.add(pace.credit, 0, pace.untaken);
        pace.untaken = 0;
      }
    } catch (error) {
      throw this.node.failed(error);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.node[Symbol.dispose]();
    this.closing.abort();
    await Promise.all([...this.threads].map((thread) => this.end(thread)));
  }

  private requireReady(): void {
    this.node.requireThere();
    if (this.stuck) throw this.unavailable('its driver does not answer; unplug the camera and plug it in again');
  }

  /** Turns what is captured into frames as it comes, and ends with `timeout` when nothing comes that was asked for. */
  private start(newest: Newest<Frame>, pace: Pace): AsyncDisposable {
    let lastAt = this.clock.monotonic();
    let work = Promise.resolve();
    const slots = new SlotsToTake();
    let before: { readonly ours: number; readonly drivers: number } | undefined;
    const show = (jpeg: Uint8Array, capturedAt: number, sequence: number): void => {
      before ??= { ours: this.sequence + 1, drivers: sequence };
      this.sequence = Math.max(before.ours + sequence - before.drivers, this.sequence + 1);
      pace.untaken++;
      newest.put(this.frame(jpeg, capturedAt));
    };
    const encode = async (image: Pixels, capturedAt: number, sequence: number): Promise<void> =>
      show(await encodePixels(image), capturedAt, sequence);
    const take = ({ image, exposedAt, sequence }: Captured): void => {
      lastAt = this.clock.monotonic();
      const capturedAt = this.wallTime(exposedAt, lastAt);
      if ('slot' in image) show(slots.take(image), capturedAt, sequence);
      else
        work = work
          .then(() => encode(image, capturedAt, sequence))
          .catch((error: unknown) => newest.end(this.unavailable(messageOf(error))));
    };
    const data: CaptureData = { device: this.input.device, wish: this.wish(), credit: pace.credit };
    const thread: Thread = new WokenThread(this.libc, this.entry, data, (news: CaptureNews) => {
      if ('captured' in news) take(news.captured);
      else if ('damaged' in news) this.damaged += news.damaged;
      else newest.end(this.unavailable(news.failed));
    });
    this.threads.add(thread);
    thread.hold(true);
    void thread.ended.then(() => {
      this.threads.delete(thread);
      newest.end(this.unavailable('the capture ended'));
    });
    const late = this.clock.every(this.frameTimeoutMs / 4, () => {
      if (pace.untaken >= MOST_ON_THEIR_WAY) lastAt = this.clock.monotonic();
      else if (this.clock.monotonic() - lastAt >= this.frameTimeoutMs) newest.end(this.timeout());
    });
    return {
      [Symbol.asyncDispose]: () => {
        late[Symbol.dispose]();
        return this.end(thread);
      },
    };
  }

  /** @returns when the camera is let go, or its driver is given up */
  private async end(thread: Thread): Promise<void> {
    thread.tell('end');
    const given = new AbortController();
    const ended = thread.ended.then(() => given.abort());
    await Promise.race([ended, this.clock.sleep(this.patienceMs, given.signal)]);
    if (given.signal.aborted) return;
    this.stuck = thread;
    thread.hold(false);
    void ended.then(() => (this.stuck = undefined));
  }

  private wish(): CaptureWish {
    const { inputFormat, width, height, fps } = this.input;
    const pixelFormat = inputFormat === undefined ? undefined : fourccOfInput(inputFormat);
    return { ...(pixelFormat ? { pixelFormat } : {}), width, height, fps };
  }

  private frame(jpeg: Uint8Array, capturedAt: number): Frame {
    this.frameCount++;
    // what was on its way when the device went is no sign that it is back
    if (this.node.obstacle === undefined) this.health.set(active);
    const { sequence, orientation } = this;
    return { jpeg, capturedAt, sequence, orientation };
  }

  /** @param now on the clock that never jumps, as `exposedAt` is */
  private wallTime(exposedAt: number | undefined, now: number): number {
    const age = exposedAt === undefined ? 0 : now - exposedAt;
    return this.clock.now() - (age > 0 && age <= OLDEST_MS ? age : 0);
  }

  private unavailable(why: string): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${why}`);
  }

  private timeout(): GatewayError {
    return new GatewayError('timeout', `camera ${this.cameraId}: no picture came within ${this.frameTimeoutMs / 1000} s`);
  }
}
