import type { AtMost } from '../../at-most.js';
import { GatewayError } from '../../errors.js';
import type { Observed } from '../../events/observed.js';
import type { Camera, CameraCounters, Frame } from '../camera.js';
import type { CameraConfiguration } from '../configurations.js';
import { type Hidden, hiddenIn, hides } from './hidden.js';
import { paintOver } from './paint.js';
import type { Size } from '../region.js';

/** So many in a row are no bad luck: whoever waits for pictures is told. */
const MOST_UNDECODABLE = 100;

/**
 * A camera that paints over what nobody may see, before anybody has the picture.
 *
 * What cannot be painted over is dropped. When what is hidden changes, all frames of before are retracted, those that are being painted too.
 */
export class MaskedCamera implements Camera {
  private readonly changing: Disposable;
  private retraction = new AbortController();
  private hidden: Hidden | undefined;
  private undecodable = 0;
  private painted = 0;

  /** @param work in which pictures are painted */
  constructor(
    private readonly camera: Camera,
    private readonly configuration: Observed<CameraConfiguration>,
    private readonly work: AtMost,
  ) {
    let before = maskingOf(configuration.value);
    this.changing = configuration.watch((now) => {
      if (before === maskingOf(now)) return;
      before = maskingOf(now);
      this.hidden = undefined;
      this.retraction.abort();
      this.retraction = new AbortController();
    });
  }

  get cameraId(): string {
    return this.camera.cameraId;
  }

  get driver(): string {
    return this.camera.driver;
  }

  get health(): Camera['health'] {
    return this.camera.health;
  }

  get counters(): CameraCounters {
    const { damaged, ...counters } = this.camera.counters;
    return { ...counters, damaged: damaged + this.undecodable, masked: this.painted };
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    let undecodable = 0;
    // asked for one after the other: what comes while one is painted, or while nobody asks, the camera leaves out but for the newest
    for await (const frame of this.camera.frames(signal)) {
      const { signal: retracted } = this.retraction;
      const shown = hides(this.configuration.value) ? await this.paintedOver(frame, retracted) : { ...frame, retracted };
      if (signal.aborted) return;
      undecodable = shown || retracted.aborted ? 0 : undecodable + 1;
      if (undecodable > MOST_UNDECODABLE) throw this.unpaintable();
      if (shown) yield shown;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.changing[Symbol.dispose]();
    await this.camera[Symbol.asyncDispose]();
  }

  private unpaintable(): GatewayError {
    const why = 'nothing it sends can be decoded, and so nothing in it be hidden';
    return new GatewayError('unavailable', `camera ${this.cameraId}: ${why}`);
  }

  /** @returns undefined for one that nobody may see */
  private async paintedOver(frame: Frame, retracted: AbortSignal): Promise<Frame | undefined> {
    try {
      const jpeg = await this.work.run(() => paintOver(frame.jpeg, (size) => this.hiddenIn(size, frame)));
      this.painted++;
      return retracted.aborted ? undefined : { ...frame, jpeg, retracted };
    } catch {
      this.undecodable++;
      return undefined;
    }
  }

  /** Kept for as long as pictures have the same size. */
  private hiddenIn({ width, height }: Size, { orientation = 1 }: Frame): Hidden {
    const kept = this.hidden;
    if (kept?.width === width && kept.height === height && kept.orientation === orientation) return kept;
    return (this.hidden = hiddenIn(this.configuration.value, { width, height }, orientation));
  }
}

function maskingOf({ masks, regions }: CameraConfiguration): string {
  return JSON.stringify([masks, regions]);
}
