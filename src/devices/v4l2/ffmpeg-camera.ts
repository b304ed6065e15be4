import type { Camera, CameraCounters, Frame, Orientation } from '../../camera/camera.js';
import { noPicture } from '../../camera/no-picture.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { CaptureChild, Command } from '../capture-child.js';
import { type Spawn, spawnChild } from '../child.js';
import { ChildCaptures } from '../child-captures.js';
import { patienceWith } from '../patience.js';
import { adviceFrom } from './advice.js';
import { type CaptureInput, captureArgs, isV4l2, listFormatsArgs, secretInput } from './capture-args.js';
import { obstacleAt } from './obstacle.js';
import { choosePixelFormat } from './pixel-format.js';
import { VideoNode } from './video-node.js';

export interface FfmpegOptions {
  /** How it is mounted; 1 unless given. */
  readonly orientation?: Orientation;
  readonly spawn?: Spawn;
  readonly clock?: Clock;
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
 * ffmpeg does not hand on the driver's timestamps and numbers. `capturedAt` is for a USB camera about one frame after its exposure, for a
 * network stream later by what the network and ffmpeg buffer.
 */
export class FfmpegCamera implements Camera {
  readonly driver: 'v4l2' | 'ffmpeg';
  readonly health = observedHealth(active);

  private readonly clock: Clock;
  private readonly frameTimeoutMs: number;
  private readonly captures: ChildCaptures;
  private readonly node: VideoNode | undefined;
  private readonly closing = new AbortController();
  private pixelFormat: string | undefined;

  constructor(
    readonly cameraId: string,
    private readonly input: CaptureInput,
    options: FfmpegOptions = {},
  ) {
    this.driver = isV4l2(input) ? 'v4l2' : 'ffmpeg';
    this.clock = options.clock ?? systemClock;
    this.frameTimeoutMs = options.frameTimeoutMs ?? patienceWith(input);
    this.captures = new ChildCaptures({
      ...{ spawn: options.spawn ?? spawnChild, clock: this.clock, frameTimeoutMs: this.frameTimeoutMs },
      orientation: options.orientation,
      ended: (child) => this.unavailable(child),
      timeout: () => noPicture(cameraId, this.frameTimeoutMs),
      seen: () => this.seen(),
    });
    if (!isV4l2(input)) return;
    this.pixelFormat = input.inputFormat;
    const obstacleTo = (device: string) => obstacleAt(device, options.sys);
    this.node = new VideoNode(input.device, {
      health: this.health,
      clock: this.clock,
      obstacleTo,
      gone: () => this.forgetFormat(),
    });
  }

  get counters(): CameraCounters {
    return this.captures.counters;
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    if (stop.aborted) return;
    try {
      yield* this.captures.frames(command(captureArgs(this.input, await this.format(stop)), secretInput(this.input)), stop);
    } catch (error) {
      throw this.failed(error);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.node?.[Symbol.dispose]();
    this.closing.abort();
    await this.captures[Symbol.asyncDispose]();
  }

  private seen(): void {
    // what was on its way when the device went is no sign that it is back
    if (this.node?.obstacle === undefined) this.health.set(active);
  }

  /** Asks the device once what it can deliver, unless the configuration says what to use. */
  private async format(stop: AbortSignal): Promise<string | undefined> {
    if (!isV4l2(this.input)) return undefined;
    this.node?.requireThere();
    return (this.pixelFormat ??= await this.ask(this.input.device, stop));
  }

  private async ask(device: string, stop: AbortSignal): Promise<string | undefined> {
    await using ffmpeg = this.captures.start(command(listFormatsArgs(device)));
    await this.clock.sleep(this.frameTimeoutMs, AbortSignal.any([stop, ffmpeg.ended]));
    if (stop.aborted) return undefined;
    if (!ffmpeg.ended.aborted) throw noPicture(this.cameraId, this.frameTimeoutMs);
    const chosen = choosePixelFormat(ffmpeg.words);
    if (!chosen) throw this.unavailable(ffmpeg);
    return chosen;
  }

  /** @returns the error for whoever reads */
  private failed(error: unknown): unknown {
    this.forgetFormat();
    if (this.node) return this.node.failed(error);
    this.health.set(suspended(messageOf(error)));
    return error;
  }

  /** What comes back may be another camera, or feed a virtual one other pictures. */
  private forgetFormat(): void {
    if (isV4l2(this.input)) this.pixelFormat = this.input.inputFormat;
  }

  private unavailable(ffmpeg: CaptureChild): GatewayError {
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${adviceFrom(ffmpeg.words, sourceOf(this.input))}`);
  }
}

function command(args: readonly string[], input?: string): Command {
  return { program: 'ffmpeg', package: 'ffmpeg', args, ...(input === undefined ? {} : { input }) };
}

function sourceOf(input: CaptureInput): string {
  return isV4l2(input) ? input.device : input.source;
}
