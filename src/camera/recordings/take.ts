import { GatewayError } from '../../errors.js';
import type { Frame } from '../camera.js';
import { jpegSize } from '../jpeg-size.js';
import { AviFile, type Wrapping } from './avi-file.js';
import type { Recording } from './recording.js';

/** What a recording in the making needs of where it is kept. */
export interface Shelf {
  readonly changed: (recording: Recording) => void;
  readonly makeRoom: (bytes: number) => Promise<void>;
  readonly settle: (recording: Recording) => Promise<void>;
  readonly discard: (recording: Recording) => Promise<void>;
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A file of its kind has 32 bits for a place in it, and players have trouble long before. */
const LARGEST = 1_000_000_000;

/** A recording in the making. Images are added one after the other, and what is asked after its end is nothing. */
export class Take {
  private last: Promise<unknown> = Promise.resolve();
  private isOver = false;

  constructor(
    private now: Recording,
    private readonly file: AviFile,
    private readonly shelf: Shelf,
  ) {}

  get recording(): Recording {
    return this.now;
  }

  /** Whether it has ended, and takes nothing more. */
  get hasEnded(): boolean {
    return this.isOver;
  }

  wrapping(): Wrapping {
    return this.file.wrapping();
  }

  /**
   * Adds an image.
   *
   * @param isToStay whether it is to be on disk before this returns
   * @throws GatewayError `unavailable` when it cannot be written, `conflict` when it does not fit: what was there before stays
   */
  append(frame: Frame, isToStay = false): Promise<void> {
    return this.inTurn(async () => {
      if (this.isOver) return;
      this.requireFit(frame);
      await this.shelf.guarded(async () => {
        await this.shelf.makeRoom(AviFile.bytesOf(frame));
        await this.file.append(frame);
        if (isToStay) await this.file.sync();
      });
      this.change({ endedAt: Math.max(this.now.begunAt, frame.capturedAt) });
    });
  }

  /**
   * Makes a whole file of it.
   *
   * @param reason why it is shorter than it should be
   * @throws GatewayError `unavailable` when it cannot be written; then it is gone
   */
  finish(reason?: string): Promise<Recording> {
    return this.inTurn(async () => {
      if (this.isOver) return this.now;
      this.isOver = true;
      try {
        await this.shelf.guarded(() => this.file.finish());
        this.now = { ...this.now, ...(reason === undefined ? { state: 'COMPLETE' } : { state: 'CUT_SHORT', reason }) };
        await this.shelf.guarded(() => this.shelf.settle(this.now));
      } catch (error) {
        await this.shelf.discard(this.now);
        throw error;
      }
      return this.now;
    });
  }

  /** Ends it, and nothing is kept. */
  abandon(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isOver) await this.file.abandon().catch(() => undefined);
      this.isOver = true;
      await this.shelf.discard(this.now);
    });
  }

  private change(change: Partial<Recording>): void {
    this.now = { ...this.now, ...change, frames: this.file.count, bytes: this.file.bytes };
    this.shelf.changed(this.now);
  }

  private requireFit(frame: Frame): void {
    const { width, height } = jpegSize(frame.jpeg);
    if (width !== this.now.width || height !== this.now.height)
      throw new GatewayError('conflict', `the camera now gives ${width}x${height}`);
    if (this.file.bytes + AviFile.bytesOf(frame) > LARGEST) throw new GatewayError('conflict', 'it is as large as a file may be');
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}
