import { GatewayError } from '../errors.js';
import { asBuffer } from './as-buffer.js';
import type { Frame } from './camera.js';
import { jpegSize } from './jpeg-size.js';
import { MAX_PIXELS, requireBearable } from './require-bearable.js';
import { loadSharp } from './sharp.js';

export type PictureFormat = 'jpeg' | 'webp' | 'png';

/** What a client asks of a picture; what is absent is as the camera made it. */
export interface PictureRequest {
  /** Pixels. The picture fits inside what is asked, keeps its proportions and is never enlarged. */
  readonly width?: number;
  readonly height?: number;
  /** 1 to 100, for JPEG and WebP; sharp's 80 when something else is changed. */
  readonly quality?: number;
  readonly format?: PictureFormat;
}

/** A frame in the size and format that was asked for. Like the frame it never changes. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** media type */
  readonly type: `image/${PictureFormat}`;
  readonly width: number;
  readonly height: number;
  /** What it was made of, with the time and the number. */
  readonly frame: Frame;
}

/** The camera's own bytes, when they are what is asked for. */
export function original(frame: Frame, { width, height, quality, format = 'jpeg' }: PictureRequest): Picture | undefined {
  const size = jpegSize(frame.jpeg);
  const fits = size.width <= (width ?? Infinity) && size.height <= (height ?? Infinity);
  if (!fits || quality !== undefined || format !== 'jpeg') return undefined;
  return { bytes: frame.jpeg, type: 'image/jpeg', ...size, frame };
}

/**
 * Decodes a frame and encodes it anew.
 *
 * @throws GatewayError `unavailable` when the frame cannot be decoded or would take too much to decode, `invalid` for a request
 *   outside its bounds
 */
export async function redraw(frame: Frame, { width, height, quality, format = 'jpeg' }: PictureRequest): Promise<Picture> {
  requireBearable(frame.jpeg);
  const sharp = await loadSharp();
  const pipeline = within(() =>
    sharp(asBuffer(frame.jpeg), { failOn: 'truncated', limitInputPixels: MAX_PIXELS, sequentialRead: true })
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'png' ? {} : { quality: quality ?? 80 }),
  );
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true }).catch((error: unknown) => {
    throw new GatewayError('unavailable', 'the camera sent a damaged picture', { cause: error });
  });
  return { bytes: data, type: `image/${format}`, width: info.width, height: info.height, frame };
}

/** sharp looks at what it is asked for before it looks at the picture. */
function within<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new GatewayError('invalid', 'the picture cannot be made as asked', { cause: error });
  }
}
