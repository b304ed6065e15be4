import type { Pixels } from '../../camera/encode-pixels.js';
import type { PixelLayout } from './uapi.js';

/** What can be made pictures of beside JPEG, the cheapest first: it decides what a camera is asked for. */
export const RAW_FORMATS = ['YUYV', 'UYVY', 'NV12', 'RGB3', 'GREY'] as const;
type RawFormat = (typeof RAW_FORMATS)[number];

export function isRaw(pixelFormat: string): pixelFormat is RawFormat {
  return (RAW_FORMATS as readonly string[]).includes(pixelFormat);
}

/** How many bytes a picture has at least. */
export function bytesOf({ pixelFormat, height, bytesPerLine }: PixelLayout): number {
  return pixelFormat === 'NV12' ? bytesPerLine * (height + Math.ceil(height / 2)) : bytesPerLine * height;
}

/**
 * @param from a whole picture as the driver left it: at least `bytesOf(layout)` bytes
 * @throws RangeError when it is shorter, or a format that is not among `RAW_FORMATS`
 */
export function toPixels(from: Uint8Array, layout: PixelLayout): Pixels {
  const { pixelFormat, width, height } = layout;
  if (!isRaw(pixelFormat)) throw new RangeError(`${pixelFormat} is not among ${RAW_FORMATS.join(', ')}`);
  if (from.length < bytesOf(layout)) throw new RangeError(`${from.length} bytes, expected ${bytesOf(layout)}`);
  const channels = pixelFormat === 'GREY' ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  if (pixelFormat === 'NV12') fromNv12(from, layout, data);
  else if (pixelFormat === 'YUYV') fromPacked(from, layout, data, 0);
  else if (pixelFormat === 'UYVY') fromPacked(from, layout, data, 1);
  else copyLines(from, layout, data, width * channels);
  return { data, width, height, channels };
}

function copyLines(from: Uint8Array, { height, bytesPerLine }: PixelLayout, to: Uint8Array, length: number): void {
  for (let line = 0; line < height; line++)
    to.set(from.subarray(line * bytesPerLine, line * bytesPerLine + length), line * length);
}

/** @param luma where in a pair of pixels the first one's brightness stands */
function fromPacked(from: Uint8Array, { width, height, bytesPerLine }: PixelLayout, to: Uint8Array, luma: 0 | 1): void {
  const chroma = 1 - luma;
  let at = 0;
  for (let line = 0; line < height; line++) {
    let pair = line * bytesPerLine;
    for (let column = 0; column < width; column += 2, pair += 4) {
      const [u, v] = [from[pair + chroma] ?? 128, from[pair + chroma + 2] ?? 128];
      at = writePixel(to, at, from[pair + luma] ?? 0, u, v);
      if (column + 1 < width) at = writePixel(to, at, from[pair + luma + 2] ?? 0, u, v);
    }
  }
}

/** A plane of brightness, and one of both colours at half its width and height. */
function fromNv12(from: Uint8Array, { width, height, bytesPerLine }: PixelLayout, to: Uint8Array): void {
  const colours = bytesPerLine * height;
  let at = 0;
  for (let line = 0; line < height; line++) {
    for (let column = 0; column < width; column++) {
      const colour = colours + (line >> 1) * bytesPerLine + (column & ~1);
      at = writePixel(to, at, from[line * bytesPerLine + column] ?? 0, from[colour] ?? 128, from[colour + 1] ?? 128);
    }
  }
}

/** As cameras mean it: brightness from 16 to 235, in whole numbers of 1/256. @see ITU-R BT.601 */
function writePixel(to: Uint8Array, at: number, y: number, u: number, v: number): number {
  const bright = 298 * (y - 16) + 128;
  to[at] = clamped((bright + 409 * (v - 128)) >> 8);
  to[at + 1] = clamped((bright - 100 * (u - 128) - 208 * (v - 128)) >> 8);
  to[at + 2] = clamped((bright + 516 * (u - 128)) >> 8);
  return at + 3;
}

function clamped(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
