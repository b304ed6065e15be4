import type { Camera, CameraCounters, Frame, Orientation } from '../../camera/camera.js';
import type { CameraFormat } from '../../camera/formats.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import { SimulatedControls } from './camera-controls.js';
import { type Size, StreetScene } from './street-scene.js';

export interface SimulatedCameraOptions {
  /** 320x240 to 1280x720; 640x480 unless given */
  readonly size?: Size;
  /** frames per second, 1 to 30; 5 unless given */
  readonly fps?: number;
  /** a whole number; another street and other cars for each */
  readonly seed?: number;
  /** How it is mounted; 1 unless given. */
  readonly orientation?: Orientation;
  readonly clock?: Clock;
}

const UNPLUGGED = 'the simulated camera is unplugged; plug it in again';

/** A camera made of arithmetic: it looks at a drawn street, and draws only while somebody looks. */
export class SimulatedCamera implements Camera {
  readonly driver = 'simulated';
  readonly health = observedHealth(active);
  readonly controls = new SimulatedControls(() => this.health.value.reason);

  private readonly scene: StreetScene;
  private readonly format: CameraFormat;
  private readonly clock: Clock;
  private readonly intervalMs: number;
  private readonly orientation: Orientation;
  private readonly closing = new AbortController();
  private unplugged = new AbortController();
  private frameCount = 0;
  private sequence = -1;

  constructor(
    readonly cameraId: string,
    { size = { width: 640, height: 480 }, fps = 5, seed = 1, orientation = 1, clock = systemClock }: SimulatedCameraOptions = {},
  ) {
    if (size.width < 320 || size.height < 240 || size.width > 1280 || size.height > 720)
      throw new GatewayError('invalid', `camera ${cameraId}: a size from 320x240 to 1280x720 is expected`);
    if (!(fps >= 1 && fps <= 30)) throw new GatewayError('invalid', `camera ${cameraId}: 1 to 30 frames per second are expected`);
    this.scene = new StreetScene(seed, size);
    this.format = formatOf(size, fps);
    this.clock = clock;
    this.orientation = orientation;
    this.intervalMs = 1000 / fps;
  }

  get counters(): CameraCounters {
    return { frames: this.frameCount, damaged: 0 };
  }

  formats(): Promise<readonly CameraFormat[]> {
    return Promise.resolve([this.format]);
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    const pulled = this.unplugged.signal; // a capture that was torn does not go on when the plug is back
    const wake = AbortSignal.any([stop, pulled]);
    while (this.goesOn(stop, pulled)) {
      const frame = await this.expose();
      if (!this.goesOn(stop, pulled)) return;
      yield frame;
      await this.untilTick(this.sequence + 1, wake);
    }
  }

  /** Behaves as if somebody pulled the camera out: SUSPENDED, and whoever looks is told. It forgets what was set. */
  unplug(): void {
    this.controls.forget();
    this.health.set(suspended(UNPLUGGED));
    this.unplugged.abort();
  }

  plug(): void {
    this.unplugged = new AbortController();
    this.health.set(active);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.closing.abort();
    return Promise.resolve();
  }

  /** Numbers go on while nobody looks, as a lens would, and none is given to two frames. */
  private nextSequence(): number {
    return (this.sequence = Math.max(this.sequence + 1, Math.floor(this.clock.monotonic() / this.intervalMs)));
  }

  private async untilTick(tick: number, wake: AbortSignal): Promise<void> {
    const ms = Math.ceil(tick * this.intervalMs - this.clock.monotonic());
    if (ms > 0) await this.clock.sleep(ms, wake);
  }

  private async expose(): Promise<Frame> {
    const sequence = this.nextSequence();
    const capturedAt = this.clock.now();
    const jpeg = await this.scene.render(capturedAt, (rgb) => this.controls.apply(rgb));
    this.frameCount++;
    return { jpeg, capturedAt, sequence, orientation: this.orientation };
  }

  private goesOn(stop: AbortSignal, pulled: AbortSignal): boolean {
    if (stop.aborted) return false;
    if (pulled.aborted) throw new GatewayError('unavailable', `camera ${this.cameraId}: ${UNPLUGGED}`);
    return true;
  }
}

function formatOf({ width, height }: Size, fps: number): CameraFormat {
  const only = (pixels: number) => ({ min: pixels, max: pixels, step: 1 });
  const sizes = [{ width: only(width), height: only(height), fps: [fps] }];
  return { pixelFormat: 'MJPG', description: 'A drawn street', isEmulated: false, sizes };
}
