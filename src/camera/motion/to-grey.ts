import { asBuffer } from '../as-buffer.js';
import type { Frame, Orientation } from '../camera.js';
import { MAX_PIXELS, requireBearable } from '../require-bearable.js';
import { loadSharp } from '../sharp.js';
import type { Grey } from './background.js';

/** Small enough for a board to look at five a second, and for noise to average out. */
const SIDE = 160;
const TURNED: Readonly<Record<Orientation, number>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/**
 * @returns the picture upright, in grey, at most 160 pixels wide and high
 * @throws Error when it cannot be decoded
 */
export async function toGrey({ jpeg, orientation = 1 }: Frame): Promise<Grey> {
  requireBearable(jpeg);
  const sharp = await loadSharp();
  const { data, info } = await sharp(asBuffer(jpeg), { failOn: 'truncated', limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .rotate(TURNED[orientation])
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
