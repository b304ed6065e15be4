import type { Camera, CameraCounters, Frame, Orientation } from '../../camera/camera.js';
import { Newest } from '../../camera/newest.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { onAbort } from '../../on-abort.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import { type Spawn, spawnChild } from '../child.js';
import { adviceFrom } from './advice.js';
import { type CaptureInput, captureArgs, isV4l2, listFormatsArgs, secretInput, type V4l2Input } from './capture-args.js';
import { Ffmpeg } from './ffmpeg.js';
import { obstacleAt } from './obstacle.js';
import { choosePixelFormat } from './pixel-format.js';
import { JpegSplitter } from './split-jpegs.js';

const LOOK_EVERY_MS = 2000;

export interface FfmpegOptions {
  readonly spawn?: Spawn;
  readonly clock?: Clock;
  /** How it is mounted; 1 unless given. */
  readonly orientation?: Orientation;
  /**
   * ms without a whole image after which a capture is given up; it shows at most a quarter of this later. 10000 unless given,
   * longer where `fps` is low
   */
  readonly frameTimeoutMs?: number;
  /** Another root than /sys, for tests. */
  readonly sys?: string;
}

/**
 * A camera that ffmpeg reads: a V4L2 device, or any other input of ffmpeg.
 *
 * ffmpeg does not hand on the driver's timestamps and numbers. `capturedAt` is when the last byte of an image arrived here:
 * for a USB camera about one frame after its exposure, for a network stream later by what the network and ffmpeg buffer.
 * `sequence` counts what ffmpeg wrote, also images that were damaged or that a slow reader missed; frames that the driver
 * dropped do not show.
 */
export class FfmpegCamera implements Camera {
  readonly driver: 'v4l2' | 'ffmpeg';
  readonly health = observedHealth(active);

  private readonly spawn: Spawn;
  private readonly clock: Clock;
  private readonly frameTimeoutMs: number;
  private readonly orientation: Orientation;
  private readonly looking: Disposable | undefined;
  private readonly captures = new Set<Ffmpeg>();
  private readonly closing = new AbortController();
  private readonly sys: string | undefined;
  /** Why there can be no picture, whether or not anybody looks. */
  private obstacle: string | undefined;
  private pixelFormat: string | undefined;
  private frameCount = 0;
  private damaged = 0;

  constructor(
    readonly cameraId: string,
    private readonly input: CaptureInput,
    options: FfmpegOptions = {},
  ) {
    this.driver = isV4l2(input) ? 'v4l2' : 'ffmpeg';
    this.spawn = options.spawn ?? spawnChild;
    this.clock = options.clock ?? systemClock;
    this.frameTimeoutMs = options.frameTimeoutMs ?? patienceWith(input);
    this.orientation = options.orientation ?? 1;
    this.sys = options.sys;
    if (!isV4l2(input)) return;
    this.pixelFormat = input.inputFormat;
    this.look(input);
    this.looking = this.clock.every(LOOK_EVERY_MS, () => this.look(input));
  }

  get counters(): CameraCounters {
    return { frames: this.frameCount, damaged: this.damaged };
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    if (stop.aborted) return;
    try {
      yield* this.capture(captureArgs(this.input, await this.format(stop)), stop, secretInput(this.input));
    } catch (error) {
      throw this.failed(error);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.looking?.[Symbol.dispose]();
    this.closing.abort();
    await Promise.all([...this.captures].map((ffmpeg) => ffmpeg[Symbol.asyncDispose]()));
  }

  private async *capture(args: readonly string[], stop: AbortSignal, secret?: string): AsyncGenerator<Frame, void> {
    if (stop.aborted) return;
    await using ffmpeg = this.start(args, secret);
    const newest = new Newest<Frame>();
    using _reading = this.read(ffmpeg, newest);
    using _ended = onAbort(ffmpeg.ended, () => newest.end(this.unavailable(ffmpeg)));
    // Whoever reads may be busy when it is told to stop: the process must go all the same.
    using _stopped = onAbort(stop, () => {
      newest.end();
      void ffmpeg[Symbol.asyncDispose]();
    });
    yield* newest;
  }

  /** Turns output into frames as it comes, whether anybody takes them or not, and ends with `timeout` when none comes. */
  private read(ffmpeg: Ffmpeg, newest: Newest<Frame>): Disposable {
    const splitter = new JpegSplitter();
    let lastAt = this.clock.monotonic();
    ffmpeg.onOutput((chunk) => {
      for (const jpeg of this.split(splitter, chunk)) {
        lastAt = this.clock.monotonic();
        newest.put(this.frame(jpeg));
      }
    });
    return this.clock.every(this.frameTimeoutMs / 4, () => {
      if (this.clock.monotonic() - lastAt >= this.frameTimeoutMs) newest.end(this.timeout());
    });
  }

  private split(splitter: JpegSplitter, chunk: Uint8Array): Uint8Array[] {
    const before = splitter.damaged;
    const images = splitter.push(chunk);
    this.damaged += splitter.damaged - before;
    return images;
  }

  private frame(jpeg: Uint8Array): Frame {
    this.frameCount++;
    // what was on its way when the device went is no sign that it is back
    if (this.obstacle === undefined) this.health.set(active);
    const { orientation } = this;
    return { jpeg, capturedAt: this.clock.now(), sequence: this.frameCount + this.damaged, orientation };
  }

  /** Asks the device once what it can deliver, unless the configuration says what to use. */
  private async format(stop: AbortSignal): Promise<string | undefined> {
    if (!isV4l2(this.input)) return undefined;
    this.look(this.input);
    if (this.obstacle !== undefined) throw new GatewayError('unavailable', this.obstacle);
    return (this.pixelFormat ??= await this.ask(this.input.device, stop));
  }

  private async ask(device: string, stop: AbortSignal): Promise<string | undefined> {
    await using ffmpeg = this.start(listFormatsArgs(device));
    await this.clock.sleep(this.frameTimeoutMs, AbortSignal.any([stop, ffmpeg.ended]));
    if (stop.aborted) return undefined;
    if (!ffmpeg.ended.aborted) throw this.timeout();
    const chosen = choosePixelFormat(ffmpeg.words);
    if (!chosen) throw this.unavailable(ffmpeg);
    return chosen;
  }

  private start(args: readonly string[], input?: string): Ffmpeg {
    const ffmpeg = new Ffmpeg(args, this.spawn, this.clock, input);
    this.captures.add(ffmpeg);
    ffmpeg.ended.addEventListener('abort', () => this.captures.delete(ffmpeg), { once: true });
    return ffmpeg;
  }

  /** A look at the node tells of a camera that was pulled out, or came back, also while nobody captures. */
  private look({ device }: V4l2Input): void {
    const obstacle = obstacleAt(device, this.sys);
    if (obstacle !== this.obstacle) this.health.set(obstacle === undefined ? active : suspended(obstacle));
    this.obstacle = obstacle;
    if (obstacle !== undefined) this.forgetFormat();
  }

  /** What was pulled out says more than ffmpeg, which lost it. @returns the error for whoever reads */
  private failed(error: unknown): unknown {
    if (isV4l2(this.input)) this.look(this.input);
    this.forgetFormat();
    const { obstacle } = this;
    this.health.set(suspended(obstacle ?? messageOf(error)));
    return obstacle === undefined ? error : new GatewayError('unavailable', obstacle, { cause: error });
  }

  /** What comes back may be another camera, or feed a virtual one other pictures. */
  private forgetFormat(): void {
    if (isV4l2(this.input)) this.pixelFormat = this.input.inputFormat;
  }

  private unavailable(ffmpeg: Ffmpeg): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${adviceFrom(ffmpeg.words, sourceOf(this.input))}`);
  }

  private timeout(): GatewayError {
    return new GatewayError('timeout', `camera ${this.cameraId}: no picture came within ${this.frameTimeoutMs / 1000} s`);
  }
}

/** Three frames may be missing, but nobody waits less than a camera takes to start. @returns ms */
function patienceWith({ fps = Infinity }: CaptureInput): number {
  return Math.max(10_000, 3_000 / fps);
}

function sourceOf(input: CaptureInput): string {
  return isV4l2(input) ? input.device : input.source;
}
