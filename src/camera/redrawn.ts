import { GatewayError } from '../errors.js';
import type { ExifOrientation } from './exif-orientation.js';
import { openPicture } from './open-picture.js';
import { type PostedPicture, postedPicture } from './posted-picture.js';

/** Pixels, of either side. */
const MOST_SIDE = 4_096;
/** Of libwebp, 0 to 6: half the time of what is usual, for a tenth more bytes at most. */
const EFFORT = 2;
/** In EXIF's numbers: what is mirrored left to right is so first, and then turned clockwise by so many degrees. */
const TURNED: Readonly<Record<ExifOrientation, number>> = { 1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 };
const MIRRORED: readonly ExifOrientation[] = [2, 4, 5, 7];

/** A picture that the gateway has drawn itself. */
export interface Redrawn {
  /** WebP, without a word of where it came from. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture that came from outside anew: upright, and as large as fits into 4096 by 4096 pixels. What stood in its file beside
 * what is seen is gone.
 *
 * @throws GatewayError `invalid` when it is no JPEG, PNG or WebP, or is broken, `tooLarge` in bytes or pixels
 */
export async function redrawn(file: Uint8Array): Promise<Redrawn> {
  const { bytes, orientation } = checked(file);
  const picture = (await openPicture(bytes))
    .rotate(TURNED[orientation])
    .flop(MIRRORED.includes(orientation))
    .resize(MOST_SIDE, MOST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ effort: EFFORT });
  const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
    throw new GatewayError('invalid', 'the picture is damaged, or takes too long to draw', { cause });
  });
  return { bytes: data, width: info.width, height: info.height };
}

/** That it is a picture was said already, so that what is none is broken. */
function checked(file: Uint8Array): PostedPicture {
  try {
    return postedPicture(file);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'unsupportedMediaType')
      throw new GatewayError('invalid', error.message, { cause: error });
    throw error;
  }
}
