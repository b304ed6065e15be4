import { GatewayError } from '../errors.js';
import { malformed, type PostedPicture, tooLarge } from './posted/checked.js';
import { checkedJpeg } from './posted/jpeg.js';
import { checkedPng, PNG_SIGNATURE } from './posted/png.js';
import { checkedWebp } from './posted/webp.js';

export type { PostedPicture } from './posted/checked.js';

/** As much as a frame of a camera may have. */
export const MAX_POSTED_BYTES = 16_777_216;

/**
 * Judges a picture that came from outside, a posted or a fetched one, by its bytes alone and before any decoder sees it: exactly one
 * still JPEG, PNG or WebP, of at most 32 megapixels (8 where it is in several scans or interlaced, 16 of WebP, which decoders hold
 * whole), with nothing before, behind or hidden in it.
 *
 * Whether its picture is whole, only a decoder can tell.
 *
 * @param declared its Content-Type, when it came with one; parameters are of no account
 * @returns what may be given to a decoder
 * @throws GatewayError `unsupportedMediaType` when it is none of these or not what was declared, `tooLarge` in bytes or pixels, `invalid`
 *   when it is broken, animated, or another file as well
 */
export function postedPicture(bytes: Uint8Array, declared?: string): PostedPicture {
  if (bytes.length > MAX_POSTED_BYTES)
    throw tooLarge(`the picture has ${bytes.length} bytes, and at most ${MAX_POSTED_BYTES} were expected`);
  const picture = checked(bytes);
  const type = declared?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== picture.type)
    throw new GatewayError('unsupportedMediaType', `the picture is ${picture.type}, and came as something else`);
  if (picture.width === 0 || picture.height === 0) throw malformed('it has no size');
  return picture;
}

function checked(bytes: Uint8Array): PostedPicture {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return checkedJpeg(bytes);
  if (PNG_SIGNATURE.equals(bytes.subarray(0, PNG_SIGNATURE.length))) return checkedPng(bytes);
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return checkedWebp(bytes);
  throw new GatewayError('unsupportedMediaType', 'a JPEG, PNG or WebP picture was expected');
}
