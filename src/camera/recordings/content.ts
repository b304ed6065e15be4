import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { GatewayError } from '../../errors.js';
import { CHUNK_HEADER_BYTES, HEADER_BYTES, INDEX_ENTRY_BYTES } from './avi.js';
import type { Unfinished, Wrapping } from './avi-file.js';
import type { Content, Recording } from './recording.js';

/** Read and sent at once, bytes. */
const PIECE = 64 * 1024;
/** What is not there, and what leads to something else. */
const NOT_OURS = new Set(['ENOENT', 'ELOOP']);

/**
 * What there is of a recording.
 *
 * @param paths where it may be; its name changes when it is finished
 * @param wrapping what stands around the images, of one that is not finished
 * @param reading told that it is read, until disposed
 * @param requireGiven throws when it is not to be given to anybody any more
 */
export function contentOf(
  recording: Recording,
  paths: readonly string[],
  wrapping: Unfinished | undefined,
  reading: () => Disposable,
  requireGiven: () => void,
): Content {
  const { recordingId, kind, state } = recording;
  // an image that is written is there before the recording says so
  const { frames } = wrapping ?? recording;
  return {
    type: kind === 'STILL' ? 'image/jpeg' : 'video/x-msvideo',
    bytes: wrapping ? wrapping.end + wrapping.index.length : recording.bytes,
    // what is made whole at the next start may say another rate, with as many images
    etag: `"${[recordingId, frames, wrapping ? 'part' : 'file', state].join('-').toLowerCase()}"`,
    async *read(from, end) {
      using _reading = reading();
      const file = await openOneOf(paths);
      try {
        for await (const piece of wrapping ? wrapped(file, wrapping, from, end) : pieces(file, from, end)) {
          requireGiven();
          yield piece;
        }
      } finally {
        await file.close();
      }
    },
  };
}

/**
 * An image of a finished recording, found by the index at its end.
 *
 * @throws GatewayError `notFound` when it has not as many
 */
export async function imageOf({ kind, frames, bytes }: Recording, path: string, frame: number): Promise<Uint8Array> {
  if (frame >= frames) throw new GatewayError('notFound', `the recording has ${frames} images, counted from 0`);
  const file = await openOneOf([path]);
  try {
    if (kind === 'STILL') return await exactly(file, 0, bytes);
    const entry = await exactly(file, bytes - (frames - frame) * INDEX_ENTRY_BYTES, INDEX_ENTRY_BYTES);
    const [offset, length] = [entry.readUInt32LE(8) + HEADER_BYTES - 4, entry.readUInt32LE(12)];
    // what a damaged disk says is no reason to make room for it
    if (offset + CHUNK_HEADER_BYTES + length > bytes) throw cut();
    return await exactly(file, offset + CHUNK_HEADER_BYTES, length);
  } finally {
    await file.close();
  }
}

/** The headers as they would be, the images as they are on disk, and the index as it would be. */
async function* wrapped(file: FileHandle, { header, end: imagesEnd, index }: Wrapping, from: number, end: number) {
  if (from < HEADER_BYTES) yield header.subarray(from, Math.min(end, HEADER_BYTES));
  yield* pieces(file, Math.max(from, HEADER_BYTES), Math.min(end, imagesEnd));
  if (end > imagesEnd) yield index.subarray(Math.max(0, from - imagesEnd), end - imagesEnd);
}

async function* pieces(file: FileHandle, from: number, end: number): AsyncGenerator<Uint8Array, void> {
  for (let at = from; at < end; at += PIECE) yield await exactly(file, at, Math.min(PIECE, end - at));
}

async function exactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw cut();
  return buffer;
}

function cut(): GatewayError {
  return new GatewayError('unavailable', 'the recording has been cut or damaged on disk');
}

/** @throws GatewayError `notFound` when it has given way meanwhile */
async function openOneOf(paths: readonly string[]): Promise<FileHandle> {
  for (const path of paths) {
    try {
      return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (!NOT_OURS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  throw new GatewayError('notFound', 'the recording is not there any more');
}
