import { GatewayError, messageOf } from '../../errors.js';
import { type Frame, isRetracted } from '../camera.js';
import { jpegSize } from '../jpeg-size.js';
import { AviFile, type Unfinished } from './avi-file.js';
import type { Recording } from './recording.js';

/** What a recording in the making needs of where it is kept. */
export interface Shelf {
  readonly changed: (recording: Recording) => void;
  readonly makeRoom: (bytes: number) => Promise<void>;
  readonly settle: (recording: Recording) => Promise<void>;
  readonly takeAway: (recording: Recording) => Promise<void>;
  /** What is hidden of its camera now. */
  readonly hiddenNow: () => readonly string[];
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A file of its kind has 32 bits for a place in it, and players have trouble long before. */
const LARGEST = 1_000_000_000;
const FULL = 'the disk was full';

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

  wrapping(): Unfinished {
    return this.file.wrapping();
  }

  /**
   * Adds an image.
   *
   * @param isToStay whether it is to be on disk before this returns
   * @throws GatewayError `unavailable` when it cannot be written, `conflict` when it does not fit, or something else is hidden in it:
   *   what was there before stays
   */
  append(frame: Frame, isToStay = false): Promise<void> {
    return this.inTurn(async () => {
      if (this.isOver || isRetracted(frame)) return;
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
   * @throws GatewayError `unavailable` when that cannot be written: then it is whole after the next start, and can be read until then
   */
  finish(reason?: string): Promise<Recording> {
    return this.inTurn(async () => {
      if (this.isOver) return this.now;
      this.isOver = true;
      const { count } = this.file;
      try {
        await this.shelf.guarded(() => this.file.finish());
        const why = reason ?? (this.file.count < count ? FULL : undefined);
        const ended = why === undefined ? { state: 'COMPLETE' as const } : { state: 'CUT_SHORT' as const, reason: why };
        await this.shelf.guarded(() => this.shelf.settle({ ...this.now, ...ended, ...this.size }));
        this.now = { ...this.now, ...ended, ...this.size };
      } catch (error) {
        this.change({ state: 'CUT_SHORT', reason: messageOf(error) });
        throw error;
      }
      return this.now;
    });
  }

  /** Ends it, and nothing is kept. @throws GatewayError `unavailable` when it cannot be taken away: then it is cut short */
  abandon(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isOver) await this.file.abandon().catch(() => undefined);
      this.isOver = true;
      try {
        await this.shelf.takeAway(this.now);
      } catch (error) {
        this.change({ state: 'CUT_SHORT', reason: messageOf(error) });
        throw error;
      }
    });
  }

  private change(change: Partial<Recording>): void {
    this.now = { ...this.now, ...change, ...this.size };
    this.shelf.changed(this.now);
  }

  private get size(): Pick<Recording, 'frames' | 'bytes'> {
    return { frames: this.file.count, bytes: this.file.bytes };
  }

  private requireFit(frame: Frame): void {
    if (this.shelf.hiddenNow().join() !== this.now.hidden.join())
      throw new GatewayError('conflict', 'other parts of what the camera sees are hidden now');
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
