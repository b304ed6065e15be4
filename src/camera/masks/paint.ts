import { openFrame } from '../open-picture.js';
import { loadSharp } from '../sharp.js';
import type { Hidden, Run } from './hidden.js';

/** Nobody sees by its edges that it was encoded twice. */
const QUALITY = 90;
/** Of a pixelated mask: along the longer side of the picture. */
const BLOCKS = 32;

/** Three bytes a pixel, row by row. */
interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture without what is hidden of it, nor anything that came beside the picture: a preview in its EXIF would show all.
 *
 * @param hiddenIn what is hidden of a picture of this size
 * @returns a JPEG image of the same size
 * @throws Error when it cannot be decoded whole, or is too large
 */
export async function paintOver(
  jpeg: Uint8Array,
  hiddenIn: (size: { width: number; height: number }) => Hidden,
): Promise<Uint8Array> {
  const image = await openFrame(jpeg);
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels !== 3) throw new Error(`a picture of ${channels} channels`);
  const { black, pixelated } = hiddenIn({ width, height });
  for (const { from, to } of black) data.fill(0, 3 * from, 3 * to);
  pixelate({ data, width, height }, pixelated);
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: QUALITY }).toBuffer();
}

/** Gives all that is hidden in a block the mean of its colours, and nothing of what lies beside it. */
function pixelate({ data, width, height }: Pixels, hidden: readonly Run[]): void {
  const side = Math.ceil(Math.max(width, height) / BLOCKS);
  const columns = Math.ceil(width / side);
  const sums = new Float64Array(4 * columns * Math.ceil(height / side));
  const eachPixel = (act: (at: number, block: number) => void) => {
    for (const { from, to } of hidden) {
      const [row, left] = [Math.floor(from / width), from % width];
      const first = columns * Math.floor(row / side);
      for (let pixel = from; pixel < to; pixel++) act(3 * pixel, 4 * (first + Math.floor((left + pixel - from) / side)));
    }
  };
  eachPixel((at, block) => {
    for (let channel = 0; channel < 3; channel++)
      sums[block + channel] = (sums[block + channel] ?? 0) + (data[at + channel] ?? 0);
    sums[block + 3] = (sums[block + 3] ?? 0) + 1;
  });
  eachPixel((at, block) => {
    for (let channel = 0; channel < 3; channel++) data[at + channel] = (sums[block + channel] ?? 0) / (sums[block + 3] ?? 1);
  });
}
