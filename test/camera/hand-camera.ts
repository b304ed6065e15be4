import type { Camera, Frame } from '../../src/camera/camera.js';
import { Newest } from '../../src/camera/newest.js';
import type { Clock } from '../../src/clock.js';
import { onAbort } from '../../src/on-abort.js';
import { active, observedHealth } from '../../src/registry/health.js';

export type Shown = Partial<Pick<Frame, 'jpeg' | 'retracted'>>;

/** A camera that exposes when a test says so. */
export class HandCamera implements Camera {
  readonly cameraId = 'lens-1';
  readonly driver = 'hand';
  readonly health = observedHealth(active);
  readonly counters = { frames: 0, damaged: 0 };
  /** How many captures were begun, and how many run now. */
  begun = 0;
  running = 0;
  /** What the next captures fail with, before any frame. */
  broken: Error | undefined;
  private current = new Newest<Frame>();
  private sequence = 0;

  constructor(
    private readonly clock: Clock,
    private readonly jpeg: Uint8Array = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  ) {}

  async *frames(signal: AbortSignal): AsyncGenerator<Frame, void> {
    this.begun++;
    if (this.broken) throw this.broken;
    this.current = new Newest();
    this.running++;
    using _gone = onAbort(signal, () => this.current.end());
    try {
      yield* this.current;
    } finally {
      this.running--;
    }
  }

  expose(capturedAt = this.clock.now(), { jpeg = this.jpeg, retracted }: Shown = {}): Frame {
    const frame = { jpeg, capturedAt, sequence: this.sequence++, ...(retracted && { retracted }) };
    this.current.put(frame);
    return frame;
  }

  die(error?: Error): void {
    this.current.end(error);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.die();
    return Promise.resolve();
  }
}
