import { exifOrientation, type ExifOrientation } from '../exif-orientation.js';
import type { Size } from '../region.js';
import { malformed, MAX_PIXELS_HELD, type PostedPicture, requireNothingForeign, tooLarge, viewOf } from './checked.js';

const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const MAX_CHUNKS = 64;
const ANIMATED = ['ANIM', 'ANMF'];
const EXTENDED = 'VP8X';
const HAS_ALPHA = 0x10;
const IS_ANIMATED = 0x02;

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * @throws GatewayError `invalid`, `tooLarge`
 * @see RFC 9649, clause 2
 */
export function checkedWebp(webp: Uint8Array): PostedPicture {
  const chunks = chunksOf(webp);
  const find = (name: string) => chunks.find((chunk) => chunk.name === name);
  if (chunks.some(({ name }) => ANIMATED.includes(name)) || isSaidAnimated(find(EXTENDED)))
    throw malformed('it is animated, and one still picture was expected');
  const pictures = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const [picture] = pictures;
  if (!picture || pictures.length > 1) throw malformed('one picture was expected in it');
  const size = picture.name === 'VP8 ' ? lossySize(picture.data) : losslessSize(picture.data);
  if (size.width * size.height > MAX_PIXELS_HELD) throw tooLarge('the picture is a WebP and has more than 16 megapixels');
  const canvas = find(EXTENDED);
  if (canvas && !isSame(size, canvasSize(canvas.data))) throw malformed('it has two sizes');
  for (const { name, data } of chunks) if (!isNeeded(name)) requireNothingForeign(data);
  const alpha = picture.name === 'VP8 ' && canvas ? find('ALPH') : undefined;
  const orientation = orientationIn(find('EXIF'));
  return { type: 'image/webp', ...size, orientation, bytes: written(alpha ? [extended(size), alpha, picture] : [picture]) };
}

function chunksOf(webp: Uint8Array): Chunk[] {
  const view = viewOf(webp);
  if (webp.length < RIFF_BYTES + HEAD_BYTES) throw malformed('it is cut short');
  if (view.getUint32(4, true) + 8 !== webp.length) throw malformed('it is cut short, or something else stands behind it');
  const chunks: Chunk[] = [];
  for (let at = RIFF_BYTES; at < webp.length;) {
    const length = at + HEAD_BYTES <= webp.length ? view.getUint32(at + 4, true) : Infinity;
    const end = at + HEAD_BYTES + length;
    if (end + (length % 2) > webp.length) throw malformed('it is cut short, or something else stands behind it');
    if (chunks.length >= MAX_CHUNKS) throw malformed(`it is in more than ${MAX_CHUNKS} parts`);
    const name = Buffer.from(webp.subarray(at, at + 4)).toString('latin1');
    chunks.push({ name, data: webp.subarray(at + HEAD_BYTES, end) });
    at = end + (length % 2);
  }
  return chunks;
}

function isNeeded(name: string): boolean {
  return ['VP8 ', 'VP8L', 'ALPH', EXTENDED].includes(name);
}

function isSaidAnimated(canvas: Chunk | undefined): boolean {
  return ((canvas?.data[0] ?? 0) & IS_ANIMATED) !== 0;
}

/** A frame tag, a start code, then 14 bits each (RFC 6386, clause 9.1). */
function lossySize(data: Uint8Array): Size {
  if (data.length < 10 || !Buffer.from([0x9d, 0x01, 0x2a]).equals(data.subarray(3, 6))) throw malformed('it has no size');
  const view = viewOf(data);
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

/** A signature, then 14 bits each of one less. */
function losslessSize(data: Uint8Array): Size {
  if (data.length < 5 || data[0] !== 0x2f) throw malformed('it has no size');
  const bits = viewOf(data).getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function canvasSize(data: Uint8Array): Size {
  if (data.length < 10) throw malformed('it has no size');
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return { width: bytes.readUIntLE(4, 3) + 1, height: bytes.readUIntLE(7, 3) + 1 };
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

/** Some programs write what JPEG images have before it. */
function orientationIn(exif: Chunk | undefined): ExifOrientation {
  if (!exif) return 1;
  const isPrefixed = Buffer.from(exif.data.subarray(0, 4)).toString('latin1') === 'Exif';
  return exifOrientation(viewOf(exif.data.subarray(isPrefixed ? 6 : 0)));
}

function extended({ width, height }: Size): Chunk {
  const data = Buffer.alloc(10);
  data.writeUInt8(HAS_ALPHA);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return { name: EXTENDED, data };
}

function written(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ name, data }) => [
    Buffer.from(name, 'latin1'),
    uint32(data.length),
    data,
    Buffer.alloc(data.length % 2),
  ]);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), uint32(body.length), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
