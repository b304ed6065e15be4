import type { Frame } from '../camera.js';
import { openFrame } from '../open-picture.js';
import { uprightAngle } from '../turn.js';
import type { Grey } from './background.js';

/** Small enough for a board to look at five a second, and for noise to average out. */
const SIDE = 160;

/**
 * @returns the picture upright, in grey, at most 160 pixels wide and high
 * @throws Error when it cannot be decoded
 */
export async function toGrey({ jpeg, orientation = 1 }: Frame): Promise<Grey> {
  const image = await openFrame(jpeg);
  const { data, info } = await image
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .rotate(uprightAngle(orientation))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
