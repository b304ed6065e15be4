/** What the headers of an AVI file of JPEG images say. */
export interface AviFacts {
  /** pixels, of every image */
  readonly width: number;
  readonly height: number;
  /** microseconds from one image to the next */
  readonly intervalUs: number;
  /** When the first image was exposed, ms since the epoch. */
  readonly begunAt: number;
}

/** An image in the file: where its chunk begins, and how long the image is, in bytes. */
export interface AviFrame {
  readonly offset: number;
  readonly length: number;
}

/** Bytes before the first chunk, always as many: so the headers are written anew when it is known how many images there are. */
export const HEADER_BYTES = 512;
export const CHUNK_HEADER_BYTES = 8;
export const INDEX_ENTRY_BYTES = 16;

const MOVI_AT = HEADER_BYTES - 4;
const HAS_INDEX = 0x10;
const IS_KEY_FRAME = 0x10;
const BITS_PER_PIXEL = 24;
const FRAME = '00dc';

/**
 * All that stands before the images.
 *
 * @param frames in the order in which they stand in the file; each begins where the one before ends
 * @see Microsoft, AVI RIFF File Reference; ISO/IEC 10918-1 for the images
 */
export function aviHeader({ width, height, intervalUs, begunAt }: AviFacts, frames: readonly AviFrame[]): Buffer {
  const end = endOf(frames);
  const largest = frames.reduce((most, { length }) => Math.max(most, length), 0);
  const perSecond = Math.min(0xffff_ffff, Math.round((largest * 1e6) / intervalUs));
  const streamHeader = chunk('strh', [
    ...['vids', 'MJPG', 0, 0, 0, intervalUs, 1_000_000, 0, frames.length, largest, 0xffff_ffff, 0],
    ...[0, words(width, height)],
  ]);
  const streamFormat = chunk('strf', [
    ...[40, width, height, words(1, BITS_PER_PIXEL), 'MJPG', (width * height * BITS_PER_PIXEL) / 8, 0, 0, 0, 0],
  ]);
  const mainHeader = chunk('avih', [
    ...[intervalUs, perSecond, 0, HAS_INDEX, frames.length, 0, 1, largest, width, height, 0, 0, 0, 0],
  ]);
  const headers = list('hdrl', [mainHeader, list('strl', [streamHeader, streamFormat]), chunk('IDIT', [dateOf(begunAt)])]);
  const padding = '\0'.repeat(HEADER_BYTES - 12 - headers.length - CHUNK_HEADER_BYTES - 12);
  return Buffer.concat([
    numbers(['RIFF', end + indexBytes(frames.length) - 8, 'AVI ']),
    ...[headers, chunk('JUNK', [padding])],
    numbers(['LIST', end - MOVI_AT, 'movi']),
  ]);
}

/** What stands before the bytes of an image. An image of an odd number of bytes is followed by a zero. */
export function frameHeader(length: number): Buffer {
  return numbers([FRAME, length]);
}

/** What stands after the images, so that a player finds each without reading all. */
export function aviIndex(frames: readonly AviFrame[]): Buffer {
  const index = Buffer.alloc(indexBytes(frames.length));
  index.write('idx1', 0, 'latin1');
  index.writeUInt32LE(index.length - CHUNK_HEADER_BYTES, 4);
  let at = CHUNK_HEADER_BYTES;
  for (const { offset, length } of frames) {
    index.write(FRAME, at, 'latin1');
    index.writeUInt32LE(IS_KEY_FRAME, at + 4);
    index.writeUInt32LE(offset - MOVI_AT, at + 8);
    index.writeUInt32LE(length, at + 12);
    at += INDEX_ENTRY_BYTES;
  }
  return index;
}

/** Where the images of a file end, and the index begins. */
export function endOf(frames: readonly AviFrame[]): number {
  const last = frames.at(-1);
  return last ? last.offset + chunkBytes(last.length) : HEADER_BYTES;
}

/** How much an image takes in the file. */
export function chunkBytes(length: number): number {
  return CHUNK_HEADER_BYTES + length + (length % 2);
}

export function indexBytes(frames: number): number {
  return CHUNK_HEADER_BYTES + frames * INDEX_ENTRY_BYTES;
}

/** The length of the image whose chunk begins with these bytes, if it is one. */
export function lengthIn(header: Buffer): number | undefined {
  return header.toString('latin1', 0, 4) === FRAME ? header.readUInt32LE(4) : undefined;
}

/** As C's `ctime` has it, which is what stands there in the files of cameras. */
function dateOf(time: number): string {
  const [weekday = '', day = '', month = '', year = '', hours = ''] = new Date(time).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${hours} ${year}\n\0`;
}

function list(type: string, chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat(chunks);
  return Buffer.concat([numbers(['LIST', body.length + 4, type]), body]);
}

function chunk(type: string, said: readonly (string | number)[]): Buffer {
  const body = numbers(said);
  return Buffer.concat([numbers([type, body.length]), body]);
}

/** Texts as they are, numbers as 32 bits, little endian. */
function numbers(said: readonly (string | number)[]): Buffer {
  return Buffer.concat(said.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : word(one))));
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Two numbers of 16 bits in the place of one of 32. */
function words(low: number, high: number): number {
  return high * 0x1_0000 + low;
}
