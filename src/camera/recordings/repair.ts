import { type FileHandle, open } from 'node:fs/promises';
import { aviHeader, type AviFrame, aviIndex, CHUNK_HEADER_BYTES, chunkBytes, endOf, HEADER_BYTES, lengthIn } from './avi.js';
import { intervalOf, type Size, wrap } from './avi-file.js';

/** As long as any image may be. */
const LONGEST = 16 * 1024 * 1024;
const SOI = 0xffd8;
const EOI = 0xffd9;

export interface Repaired {
  readonly frames: number;
  readonly bytes: number;
}

/**
 * Makes a whole AVI file of one whose writer has died: what there is up to the first image that is not whole is kept.
 *
 * @param times when the first and the last image were exposed, as far as it is known; equal when it is not
 * @returns what it has then; no frames where there was not one whole image, and then the file is as it was
 */
export async function repairAvi(path: string, size: Size, times: { begunAt: number; endedAt: number }): Promise<Repaired> {
  const file = await open(path, 'r+');
  try {
    const frames = await wholeFrames(file);
    if (frames.length === 0) return { frames: 0, bytes: 0 };
    const { begunAt, endedAt } = times;
    const facts = { ...size, begunAt, intervalUs: intervalOf(frames.length, endedAt - begunAt) };
    const wrapping = { header: aviHeader(facts, frames), end: endOf(frames), index: aviIndex(frames) };
    await wrap(file, wrapping);
    return { frames: frames.length, bytes: wrapping.end + wrapping.index.length };
  } finally {
    await file.close();
  }
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
