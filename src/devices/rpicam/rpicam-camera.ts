import { type Camera, type CameraCounters, type Frame, orientationOf } from '../../camera/camera.js';
import { noPicture } from '../../camera/no-picture.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { CaptureChild, Command } from '../capture-child.js';
import { type Spawn, spawnChild } from '../child.js';
import { ChildCaptures } from '../child-captures.js';
import { patienceWith } from '../patience.js';
import { adviceFrom } from './advice.js';
import { type RpicamInput, rpicamArgs } from './rpicam-args.js';

export interface RpicamOptions {
  readonly spawn?: Spawn;
  readonly clock?: Clock;
  /**
   * ms without a whole image after which a capture is given up; it shows at most a quarter of this later. 10000 unless given,
   * longer where `fps` is low
   */
  readonly frameTimeoutMs?: number;
}

/** What it is called now, and before Raspberry Pi OS of 2023. */
const PROGRAMS = ['rpicam-vid', 'libcamera-vid'] as const;

/**
 * A camera on the CSI connector of a Raspberry Pi, which libcamera alone can read: by the program of Raspberry Pi OS, which encodes
 * JPEG. Only whoever looks finds out that the camera is not there.
 */
export class RpicamCamera implements Camera {
  readonly driver = 'rpicam';
  readonly health = observedHealth(active);

  private readonly captures: ChildCaptures;
  private readonly closing = new AbortController();
  private readonly frameTimeoutMs: number;
  /** Whether there was no such program, when one was started last. */
  private isMissing = false;

  constructor(
    readonly cameraId: string,
    private readonly input: RpicamInput,
    { spawn = spawnChild, clock = systemClock, frameTimeoutMs }: RpicamOptions = {},
  ) {
    this.frameTimeoutMs = frameTimeoutMs ?? patienceWith(input);
    this.captures = new ChildCaptures({
      ...{ spawn, clock, frameTimeoutMs: this.frameTimeoutMs },
      orientation: orientationOf(input.rotate === 180 ? 0 : input.rotate),
      ended: (child) => this.unavailable(child),
      timeout: () => noPicture(cameraId, this.frameTimeoutMs),
      seen: () => this.health.set(active),
    });
  }

  get counters(): CameraCounters {
    return this.captures.counters;
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    try {
      yield* this.capture(stop);
    } catch (error) {
      this.health.set(suspended(messageOf(error)));
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closing.abort();
    await this.captures[Symbol.asyncDispose]();
  }

  /** By the first of the programs that there is. */
  private async *capture(stop: AbortSignal): AsyncGenerator<Frame, void> {
    const [program, older] = PROGRAMS;
    try {
      yield* this.captures.frames(this.command(program), stop);
    } catch (error) {
      if (!this.isMissing) throw error;
      yield* this.captures.frames(this.command(older), stop);
    }
  }

  private command(program: string): Command {
    return { program, package: 'rpicam-apps', args: rpicamArgs(this.input) };
  }

  private unavailable({ words, isMissing }: CaptureChild): GatewayError {
    this.isMissing = isMissing;
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${adviceFrom(words)}`);
  }
}
