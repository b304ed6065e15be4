import { type FileHandle, open } from 'node:fs/promises';
import type { Frame } from '../camera.js';
import { aviHeader, type AviFacts, type AviFrame, aviIndex, chunkBytes, endOf, frameHeader, indexBytes } from './avi.js';

const PRIVATE = 0o600;
const EVEN = Buffer.alloc(1);
/** Players show the images of a second in a second; of stills that were taken far apart so many. */
const STILLS_PER_SECOND = 25;
/** A camera that gives no picture for longer is given up: there the clock was set. */
const LONGEST_STEP_MS = 60_000;
const SLOWEST_US = 1_000_000;
const FASTEST_US = 1_000;

/** What stands before and after the images that are on disk. */
export interface Wrapping {
  readonly header: Buffer;
  /** Where in the file the images end. */
  readonly end: number;
  readonly index: Buffer;
}

/** What stands around the images of a file that goes on. */
export interface Unfinished extends Wrapping {
  /** How many images it is around. */
  readonly frames: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An AVI file that is being written: images as they come, and at the end the headers that say how many and how fast. */
export class AviFile {
  private readonly frames: AviFrame[] = [];
  private begunAt = 0;
  private lastAt = 0;
  /** From the first image to the last, ms: of clocks that are set while it is made no account is taken. */
  private lastedMs = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly size: Size,
    /** Whether its images are shown at a rate of their own, whenever they were taken. */
    private readonly isStills: boolean,
  ) {}

  /** @param path of a file that is not there yet */
  static async create(path: string, size: Size, isStills: boolean): Promise<AviFile> {
    return new AviFile(await open(path, 'wx', PRIVATE), size, isStills);
  }

  get count(): number {
    return this.frames.length;
  }

  /** Of the whole file, were it finished now. */
  get bytes(): number {
    return endOf(this.frames) + indexBytes(this.frames.length);
  }

  /** How much an image would add. */
  static bytesOf({ jpeg }: Pick<Frame, 'jpeg'>): number {
    return chunkBytes(jpeg.length) + indexBytes(1);
  }

  /** What fails leaves the file as it was: the next image is written over what there is of this one. */
  async append({ jpeg, capturedAt }: Frame): Promise<void> {
    const offset = endOf(this.frames);
    const parts = [frameHeader(jpeg.length), jpeg, ...(jpeg.length % 2 === 0 ? [] : [EVEN])];
    await writeAll(this.file, parts, offset);
    if (this.frames.length === 0) this.begunAt = capturedAt;
    else this.lastedMs += stepOf(capturedAt - this.lastAt);
    this.lastAt = capturedAt;
    this.frames.push({ offset, length: jpeg.length });
  }

  /** Puts on disk what there is. */
  sync(): Promise<void> {
    return this.file.datasync();
  }

  /** What makes a whole file of what there is now. */
  wrapping(): Unfinished {
    return {
      frames: this.frames.length,
      header: aviHeader(this.facts, this.frames),
      end: endOf(this.frames),
      index: aviIndex(this.frames),
    };
  }

  /** Makes a whole file of what there is, on disk, and closes it. On a full disk the index takes the place of the last images. */
  async finish(): Promise<void> {
    try {
      await wrap(this.file, this.wrapping()).catch(async (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        this.leaveRoomForTheIndex();
        await wrap(this.file, this.wrapping());
      });
    } finally {
      await this.file.close();
    }
  }

  /** Closes it as it is. */
  abandon(): Promise<void> {
    return this.file.close();
  }

  private leaveRoomForTheIndex(): void {
    const end = endOf(this.frames);
    while (this.frames.length > 1 && end - endOf(this.frames) < indexBytes(this.frames.length)) this.frames.pop();
  }

  private get facts(): AviFacts {
    const { begunAt, lastedMs, isStills, size } = this;
    return { ...size, begunAt, intervalUs: intervalOf(this.frames.length, isStills ? 0 : lastedMs) };
  }
}

function stepOf(ms: number): number {
  return ms > 0 && ms <= LONGEST_STEP_MS ? ms : 0;
}

/**
 * How long each image is shown.
 *
 * @param frames how many there are
 * @param lastedMs from the first to the last; 0 when that says nothing
 * @returns microseconds
 */
export function intervalOf(frames: number, lastedMs: number): number {
  const intervalUs = frames > 1 && lastedMs > 0 ? Math.round((lastedMs * 1000) / (frames - 1)) : 1_000_000 / STILLS_PER_SECOND;
  return Math.min(SLOWEST_US, Math.max(FASTEST_US, intervalUs));
}

/** Writes over what there is before anything is cut off: that takes no room on a disk that has none. */
export async function wrap(file: FileHandle, { header, end, index }: Wrapping): Promise<void> {
  await writeAll(file, [index], end);
  await writeAll(file, [header], 0);
  await file.truncate(end + index.length);
  await file.sync();
}

/** The system may write less than it is asked to. */
export async function writeAll(file: FileHandle, parts: readonly Uint8Array[], position: number): Promise<void> {
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await file.writev([...parts], position);
  if (bytesWritten === bytes) return;
  const all = Buffer.concat(parts);
  for (let at = bytesWritten; at < bytes;) at += (await file.write(all, at, bytes - at, position + at)).bytesWritten;
}
