import type { CameraCounters, Frame, Orientation } from '../camera/camera.js';
import { Newest } from '../camera/newest.js';
import type { Clock } from '../clock.js';
import type { GatewayError } from '../errors.js';
import { onAbort } from '../on-abort.js';
import { CaptureChild, type Command } from './capture-child.js';
import type { Spawn } from './child.js';
import { JpegSplitter } from './v4l2/split-jpegs.js';

export interface ChildCapturesOptions {
  readonly spawn: Spawn;
  readonly clock: Clock;
  /** ms without a whole image after which a capture is given up */
  readonly frameTimeoutMs: number;
  /** Of all frames; 1 unless given. */
  readonly orientation?: Orientation | undefined;
  /** Why it ended, by what it said. */
  readonly ended: (child: CaptureChild) => GatewayError;
  readonly timeout: () => GatewayError;
  /** Called with each frame. */
  readonly seen: () => void;
}

/**
 * Programs that write JPEG images to their standard output, one behind the other, and none of which outlives this.
 *
 * `capturedAt` is when the last byte of an image arrived here. `sequence` counts what was written, also images that were damaged or that
 * a slow reader missed; frames that the driver dropped do not show.
 */
export class ChildCaptures implements AsyncDisposable {
  private readonly running = new Set<CaptureChild>();
  private frameCount = 0;
  private damaged = 0;

  constructor(private readonly options: ChildCapturesOptions) {}

  get counters(): CameraCounters {
    return { frames: this.frameCount, damaged: this.damaged };
  }

  /** What it starts is to be disposed by whoever asked for it. */
  start(command: Command): CaptureChild {
    const child = new CaptureChild(command, this.options.spawn, this.options.clock);
    this.running.add(child);
    child.ended.addEventListener('abort', () => this.running.delete(child), { once: true });
    return child;
  }

  /** @returns what the program writes until `stop` aborts; ends with an error when it ends by itself or writes no image in time */
  async *frames(command: Command, stop: AbortSignal): AsyncGenerator<Frame, void> {
    if (stop.aborted) return;
    await using child = this.start(command);
    const newest = new Newest<Frame>();
    using _reading = this.read(child, newest);
    using _ended = onAbort(child.ended, () => newest.end(this.options.ended(child)));
    // Whoever reads may be busy when it is told to stop: the process must go all the same.
    using _stopped = onAbort(stop, () => {
      newest.end();
      void child[Symbol.asyncDispose]();
    });
    yield* newest;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.running].map((child) => child[Symbol.asyncDispose]()));
  }

  /** Turns output into frames as it comes, whether anybody takes them or not, and ends with `timeout` when none comes. */
  private read(child: CaptureChild, newest: Newest<Frame>): Disposable {
    const { clock, frameTimeoutMs, timeout } = this.options;
    const splitter = new JpegSplitter();
    let lastAt = clock.monotonic();
    child.onOutput((chunk) => {
      for (const jpeg of this.split(splitter, chunk)) {
        lastAt = clock.monotonic();
        newest.put(this.frame(jpeg));
      }
    });
    return clock.every(frameTimeoutMs / 4, () => {
      if (clock.monotonic() - lastAt >= frameTimeoutMs) newest.end(timeout());
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
    this.options.seen();
    const { clock, orientation = 1 } = this.options;
    return { jpeg, capturedAt: clock.now(), sequence: this.frameCount + this.damaged, orientation };
  }
}
