import { asBuffer } from './as-buffer.js';
import { loadSharp } from './sharp.js';

/** A picture without compression, line by line without gaps. */
export interface Pixels {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  /** 1: grey; 3: red, green, blue */
  readonly channels: 1 | 3;
}

/** Good enough for what is decoded again, and half the size of the best. */
const QUALITY = 85;

/** @returns a whole JPEG image, of three channels in any case, as cameras make them */
export async function encodePixels({ data, width, height, channels }: Pixels): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(asBuffer(data), { raw: { width, height, channels } }).toColourspace('srgb').jpeg({ quality: QUALITY }).toBuffer();
}
