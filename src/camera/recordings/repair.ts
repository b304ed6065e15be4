import { type FileHandle, open } from 'node:fs/promises';
import { aviHeader, type AviFrame, aviIndex, CHUNK_HEADER_BYTES, chunkBytes, endOf, HEADER_BYTES, lengthIn } from './avi.js';
import { intervalOf, type Size, wrap, type Wrapping } from './avi-file.js';

/** As long as any image may be. */
const LONGEST = 16 * 1024 * 1024;
const SOI = 0xffd8;
const EOI = 0xffd9;

/** What is known of a file beside its images. */
export interface Known extends Size {
  /** When the first image was exposed, ms since the epoch. */
  readonly begunAt: number;
  /** From the first image to the last, ms; 0 when that says nothing. */
  readonly lastedMs: number;
}

export interface Repaired {
  readonly frames: number;
  readonly bytes: number;
}

/**
 * Makes a whole AVI file of one whose writer has died: what there is up to the first image that is not whole is kept. One that is whole
 * stays as it is, and none looks younger than it was.
 *
 * @returns what it has then; no frames where there was not one whole image, and then the file is as it was
 */
export async function repairAvi(path: string, { lastedMs, ...known }: Known): Promise<Repaired> {
  const file = await open(path, 'r+');
  try {
    const { atime, mtime } = await file.stat();
    const frames = await wholeFrames(file);
    if (frames.length === 0) return { frames: 0, bytes: 0 };
    const facts = { ...known, intervalUs: intervalOf(frames.length, lastedMs) };
    const wrapping = { header: aviHeader(facts, frames), end: endOf(frames), index: aviIndex(frames) };
    if (!(await isWrapped(file, wrapping))) {
      await wrap(file, wrapping);
      await file.utimes(atime, mtime);
    }
    return { frames: frames.length, bytes: wrapping.end + wrapping.index.length };
  } finally {
    await file.close();
  }
}

/** By its index, and the length that its header says: the rate may be another. */
async function isWrapped(file: FileHandle, { header, end, index }: Wrapping): Promise<boolean> {
  const bytes = end + index.length;
  const { size } = await file.stat();
  const [begins, ends] = [await readAt(file, 0, 8), await readAt(file, end, index.length)];
  return size === bytes && begins.equals(header.subarray(0, 8)) && ends.equals(index);
}

/** After a power cut the end may be missing, or be of zeros. */
async function wholeFrames(file: FileHandle): Promise<AviFrame[]> {
  const frames: AviFrame[] = [];
  const { size } = await file.stat();
  for (let offset = HEADER_BYTES; offset + CHUNK_HEADER_BYTES <= size;) {
    const length = lengthIn(await readAt(file, offset, CHUNK_HEADER_BYTES));
    if (length === undefined || length > LONGEST || offset + chunkBytes(length) > size) break;
    if (!(await isJpeg(file, offset + CHUNK_HEADER_BYTES, length))) break;
    frames.push({ offset, length });
    offset += chunkBytes(length);
  }
  return frames;
}

/** By how it begins and ends. */
async function isJpeg(file: FileHandle, at: number, length: number): Promise<boolean> {
  if (length < 4) return false;
  const [first, last] = [await readAt(file, at, 2), await readAt(file, at + length - 2, 2)];
  return first.readUInt16BE() === SOI && last.readUInt16BE() === EOI;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}
