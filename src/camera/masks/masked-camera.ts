import type { AtMost } from '../../at-most.js';
import { GatewayError } from '../../errors.js';
import type { Observed } from '../../events/observed.js';
import { onAbort } from '../../on-abort.js';
import type { Camera, CameraCounters, Frame } from '../camera.js';
import type { CameraConfiguration } from '../configurations.js';
import { Newest } from '../newest.js';
import { type Hidden, hiddenIn, hides } from './hidden.js';
import { paintOver } from './paint.js';
import type { Size } from './polygon.js';

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
    let before = whatIsHidden(configuration.value);
    this.changing = configuration.watch((now) => {
      if (before === whatIsHidden(now)) return;
      before = whatIsHidden(now);
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
    const newest = new Newest<Frame>();
    const left = new AbortController();
    const feeding = feed(this.camera.frames(AbortSignal.any([signal, left.signal])), newest);
    using _gone = onAbort(signal, () => newest.end());
    try {
      // the camera goes on while one is painted, and what it gives meanwhile is missed but for the newest
      for await (const frame of newest) {
        const masked = await this.masked(frame);
        if (signal.aborted) return;
        if (masked) yield masked;
      }
    } finally {
      left.abort();
      await feeding;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.changing[Symbol.dispose]();
    await this.camera[Symbol.asyncDispose]();
  }

  /** @returns undefined for one that nobody may see */
  private async masked(frame: Frame): Promise<Frame | undefined> {
    const { signal: retracted } = this.retraction;
    if (!hides(this.configuration.value)) return { ...frame, retracted };
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

/** Ends with the camera, in the way it ends. */
async function feed(frames: AsyncIterable<Frame>, newest: Newest<Frame>): Promise<void> {
  try {
    for await (const frame of frames) newest.put(frame);
    newest.end();
  } catch (error) {
    newest.end(error instanceof Error ? error : new GatewayError('unavailable', String(error)));
  }
}

function whatIsHidden({ masks, regions }: CameraConfiguration): string {
  return JSON.stringify([masks, regions]);
}
