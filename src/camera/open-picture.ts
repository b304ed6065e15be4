import type { Sharp } from 'sharp';
import { GatewayError } from '../errors.js';
import { asBuffer } from './as-buffer.js';
import { MAX_PIXELS, requireBearable } from './require-bearable.js';
import { loadSharp } from './sharp.js';

/** However hostile a picture, after so long it has cost enough; seconds. */
const LONGEST_S = 10;

/**
 * Opens a frame for decoding.
 *
 * @param jpeg a whole JPEG image
 * @returns as `openPicture`
 * @throws GatewayError `unavailable` when it would take too much to decode, or is no JPEG image
 */
export async function openFrame(jpeg: Uint8Array): Promise<Sharp> {
  requireBearable(jpeg);
  return openPicture(jpeg);
}

/** @returns of what was checked before: a pipeline that fails when it is cut short, and when what is made of it takes too long */
export async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp();
  const image = sharp(asBuffer(bytes), { failOn: 'truncated', limitInputPixels: MAX_PIXELS, sequentialRead: true });
  return image.timeout({ seconds: LONGEST_S });
}

/** What is thrown when a frame turns out to be what cannot be decoded. */
export function damagedFrame(cause: unknown): GatewayError {
  return new GatewayError('unavailable', 'the camera sent a damaged picture', { cause });
}
