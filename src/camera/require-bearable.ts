import { GatewayError } from '../errors.js';
import { jpegSegments, STARTS_SCAN } from './jpeg-segments.js';
import { isFrameHeader, jpegSize } from './jpeg-size.js';

/** A board has 1 GB for all that it does. A picture in one scan is decoded line by line, and this many take 0.3 s and a few MB. */
export const MAX_PIXELS = 32_000_000;
/** One in several scans is held whole while it is decoded, at up to 8 bytes a pixel, and gone through for each scan. */
export const MAX_PIXELS_IN_SCANS = 8_000_000;
/** Encoders make about ten. */
const MAX_SCANS = 64;

/** Baseline, extended, and extended in arithmetic coding: all of the others are progressive or lossless. */
const SEQUENTIAL = [0xc0, 0xc1, 0xc9];

/**
 * Refuses, by what a JPEG image says of itself and before any decoder sees it, what takes too much memory or time to decode.
 *
 * @throws GatewayError `unavailable` when it is too large, or no JPEG image
 */
export function requireBearable(jpeg: Uint8Array): void {
  const burden = burdenOf(jpeg, jpegSize(jpeg));
  if (burden !== undefined) throw new GatewayError('unavailable', burden);
}

/** @returns what is too much about a JPEG image of this size, in pixels, if anything is */
export function burdenOf(jpeg: Uint8Array, { width, height }: { width: number; height: number }): string | undefined {
  if (width * height > MAX_PIXELS) return 'the picture has more than 32 megapixels';
  const scans = scansOf(jpeg);
  if (scans === 1) return undefined;
  if (width * height > MAX_PIXELS_IN_SCANS) return 'the picture is in several scans and has more than 8 megapixels';
  return scans > MAX_SCANS ? `the picture is in more than ${MAX_SCANS} scans` : undefined;
}

/** 1 for a picture that is there after the first, whatever follows; else how many there are, and at least 2. */
function scansOf(jpeg: Uint8Array): number {
  let scans = 0;
  let components = 0;
  let isSequential = false;
  for (const { code, said } of jpegSegments(jpeg)) {
    if (scans === 0 && isFrameHeader(code)) {
      isSequential = SEQUENTIAL.includes(code);
      components = said.byteLength >= 6 ? said.getUint8(5) : 0;
    }
    if (code !== STARTS_SCAN) continue;
    if (++scans === 1 && isSequential && said.byteLength > 0 && said.getUint8(0) === components) return 1;
    if (scans > MAX_SCANS) break;
  }
  return Math.max(scans, 2);
}
