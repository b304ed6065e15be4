import type { AtMost } from '../../at-most.js';
import type { Clock } from '../../clock.js';
import type { Observed } from '../../events/observed.js';
import type { Frame } from '../camera.js';
import type { CameraConfiguration } from '../configurations.js';
import type { LiveView } from '../live-view.js';
import { type Masking, type MotionChange, MotionDetector, type MotionSettings } from './motion-detector.js';
import { toGrey } from './to-grey.js';

/** Something begins to move in front of a camera, or nothing does any more. */
export interface CameraMotion extends MotionChange {
  readonly cameraId: string;
  /** Of the frame that showed it. */
  readonly sequence: number;
  /** As `sequence`, ms since the epoch. */
  readonly capturedAt: number;
}

export interface MotionParts {
  readonly view: LiveView;
  readonly configuration: Observed<CameraConfiguration>;
  readonly clock: Clock;
  /** In which pictures are made small. */
  readonly work: AtMost;
  readonly tell: (motion: CameraMotion) => void;
}

/** Between two looks. */
const EVERY_MS = 200;
/** Until the next attempt at a camera that is gone. */
const RETRY_MS = 5_000;

/** Looks through one camera for as long as its configuration asks for motion, which keeps that open. */
export class MotionWatch implements AsyncDisposable {
  private readonly changing: Disposable;
  private stop = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(private readonly parts: MotionParts) {
    let before = whatMatters(parts.configuration.value);
    this.changing = parts.configuration.watch((now) => {
      // what is hidden now would seem to move
      if (before === whatMatters(now)) return;
      before = whatMatters(now);
      this.begin();
    });
    this.begin();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.changing[Symbol.dispose]();
    this.stop.abort();
    await this.watching;
  }

  private begin(): void {
    const { motion, ...masking } = this.parts.configuration.value;
    const last = this.watching;
    this.stop.abort();
    const { signal } = (this.stop = new AbortController());
    this.watching = last.then(() => (motion ? this.watch(motion, masking, signal) : undefined));
  }

  private async watch(settings: MotionSettings, masking: Masking, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const detector = new MotionDetector(settings, masking);
      let last: Frame | undefined;
      try {
        for await (const frame of this.frames(signal)) {
          const changes = await this.look(detector, frame, signal);
          last = frame;
          this.tell(changes, frame);
        }
      } catch {
        // the camera's health says why
        await this.parts.clock.sleep(RETRY_MS, signal);
      }
      if (last) this.tell(detector.end(), last);
    }
  }

  /** As many as are looked at. */
  private async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    const { view, clock } = this.parts;
    let next = -Infinity;
    for await (const frame of view.frames(signal)) {
      const now = clock.monotonic();
      if (now < next) continue;
      next = Math.max(next + EVERY_MS, now);
      yield frame;
    }
  }

  /** A picture that is damaged, or that there is too much work for, is as if there had been none; so is one in which something is hidden now. */
  private async look(detector: MotionDetector, frame: Frame, signal: AbortSignal): Promise<MotionChange[]> {
    const at = this.parts.clock.monotonic();
    const grey = await this.parts.work.run(() => toGrey(frame)).catch(() => undefined);
    return grey && !signal.aborted ? detector.look(grey, at) : [];
  }

  private tell(changes: readonly MotionChange[], { sequence, capturedAt }: Frame): void {
    const { cameraId } = this.parts.view;
    for (const change of changes) this.parts.tell({ cameraId, ...change, sequence, capturedAt });
  }
}

function whatMatters({ masks, regions, motion }: CameraConfiguration): string {
  return JSON.stringify([masks, regions, motion]);
}
