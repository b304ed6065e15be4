import { GatewayError } from '../../errors.js';
import type { ExifOrientation } from '../exif-orientation.js';

/** A picture that somebody sent, of which it was seen that it is one and no more than one. */
export interface PostedPicture {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  /** Pixels, as it is stored. */
  readonly width: number;
  readonly height: number;
  /** How what is stored has to be turned to be upright; `bytes` do not say it any more. */
  readonly orientation: ExifOrientation;
  /** What a decoder needs of it and nothing else: no comments, no colour profile, no EXIF. */
  readonly bytes: Buffer;
}

/** 64 MB while it is decoded, where the whole of it is held at 4 bytes a pixel. */
export const MAX_PIXELS_HELD = 16_000_000;

export function malformed(what: string): GatewayError {
  return new GatewayError('invalid', `the picture is not what it seems: ${what}`);
}

export function tooLarge(what: string): GatewayError {
  return new GatewayError('tooLarge', what);
}

/** How documents and archives are known, wherever in a file they begin. */
const FOREIGN = ['%PDF-', 'PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'];
/** What browsers and servers take for pages. */
const PAGE = /<(?:script|html|svg|!doctype|\?php)/i;

/**
 * Refuses what is another file as well, in the part of a picture that decoders skip.
 *
 * @throws GatewayError `invalid`
 */
export function requireNothingForeign(skipped: Uint8Array): void {
  const text = Buffer.from(skipped.buffer, skipped.byteOffset, skipped.byteLength).toString('latin1');
  if (PAGE.test(text) || FOREIGN.some((mark) => text.includes(mark))) throw malformed('there is another file in it');
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
