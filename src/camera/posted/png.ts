import { crc32 } from 'node:zlib';
import { exifOrientation, type ExifOrientation } from '../exif-orientation.js';
import { MAX_PIXELS, MAX_PIXELS_IN_SCANS } from '../require-bearable.js';
import { malformed, type PostedPicture, requireNothingForeign, tooLarge, viewOf } from './checked.js';

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Length, name and checksum. */
const AROUND_BYTES = 12;
const HEADER_BYTES = 13;
/** What a decoder needs; the rest is for others. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
const ANIMATED = ['acTL', 'fcTL', 'fdAT'];
/** Of the other formats no side can be longer. */
const LONGEST_SIDE = 65_535;
/** 16 MiB in pieces of 8 KiB, as libpng makes them, are 2048. */
const MAX_CHUNKS = 8192;

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** With what stands around it. */
  readonly whole: Uint8Array;
}

/**
 * @throws GatewayError `invalid`, `tooLarge`
 * @see Portable Network Graphics (PNG) Specification, third edition, clauses 5 and 11
 */
export function checkedPng(png: Uint8Array): PostedPicture {
  const kept: Uint8Array[] = [PNG_SIGNATURE];
  let size: { width: number; height: number } | undefined;
  let orientation: ExifOrientation = 1;
  let last: Chunk | undefined;
  for (const chunk of chunksOf(png)) {
    const { name, data, whole } = chunk;
    if (ANIMATED.includes(name)) throw malformed('it is animated, and one still picture was expected');
    if ((name === 'IHDR') !== (last === undefined)) throw malformed('its header is not where it should be');
    if (last?.name === 'IEND') throw malformed('there are bytes behind its end');
    if (name === 'IHDR') size = sizeIn(data);
    else if (!NEEDED.includes(name)) {
      if (isCritical(name)) throw malformed(`nobody knows its part ${name}`);
      requireNothingForeign(data);
    }
    if (NEEDED.includes(name)) kept.push(whole);
    if (name === 'eXIf') orientation = exifOrientation(viewOf(data));
    last = chunk;
  }
  if (last?.name !== 'IEND' || !size) throw malformed('it does not end');
  return { type: 'image/png', ...size, orientation, bytes: Buffer.concat(kept) };
}

function* chunksOf(png: Uint8Array): Generator<Chunk, void> {
  const view = viewOf(png);
  let count = 0;
  for (let at = PNG_SIGNATURE.length; at < png.length;) {
    if (++count > MAX_CHUNKS) throw malformed(`it is in more than ${MAX_CHUNKS} parts`);
    const length = at + AROUND_BYTES <= png.length ? view.getUint32(at) : Infinity;
    const end = at + AROUND_BYTES + length;
    if (end > png.length) throw malformed('it is cut short, or something else stands behind it');
    const named = png.subarray(at + 4, end - 4);
    if (crc32(named) !== view.getUint32(end - 4)) throw malformed('one of its checksums is wrong');
    yield { name: Buffer.from(named.subarray(0, 4)).toString('latin1'), data: named.subarray(4), whole: png.subarray(at, end) };
    at = end;
  }
}

function sizeIn(data: Uint8Array): { width: number; height: number } {
  if (data.length !== HEADER_BYTES) throw malformed('its header has another length');
  const view = viewOf(data);
  const [width, height, isInterlaced] = [view.getUint32(0), view.getUint32(4), view.getUint8(12) !== 0];
  if (width * height > MAX_PIXELS) throw tooLarge('the picture has more than 32 megapixels');
  if (Math.max(width, height) > LONGEST_SIDE) throw tooLarge(`a side of the picture has more than ${LONGEST_SIDE} pixels`);
  if (isInterlaced && width * height > MAX_PIXELS_IN_SCANS)
    throw tooLarge('the picture is interlaced and has more than 8 megapixels');
  return { width, height };
}

/** What may not be skipped begins with a capital. */
function isCritical(name: string): boolean {
  return /^[A-Z]/.test(name);
}
