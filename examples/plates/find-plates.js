import { patches } from './patches.js';

/** A plate is looked for as a bright patch; how bright depends on the light, so that several levels are tried. */
const LEVELS = [232, 205, 175, 145, 110];
/** Width by height; an ordinary plate has 3.5 to 4.7, with a margin for what the frame takes. */
const SHAPE = { min: 3.2, max: 5 };
/** Smaller ones cannot be read, larger ones are no plates. */
const WIDTH = { min: 48, max: 480 };
/** So many are looked at in one picture, whatever it shows. */
const MOST = 8;
/** How much of its box is bright: the rest is the lettering. */
const BRIGHT = { min: 0.45, max: 0.85 };

/**
 * Where a picture may show number plates: bright boxes of a plate's shape with something dark in them, wholly in view.
 *
 * @param {{ data: Uint8Array, width: number, height: number }} grey one byte for each pixel
 * @returns {{ left: number, top: number, width: number, height: number }[]} in pixels, none overlapping another
 */
export function findPlates({ data, width, height }) {
  const found = [];
  for (const level of LEVELS) {
    const bright = data.map((value) => (value >= level ? 1 : 0));
    for (const patch of patches(bright, width))
      if (isPlate(patch, width, height) && !found.some((other) => overlap(patch, other))) found.push(patch);
  }
  return found.slice(0, MOST).map(({ left, top, width, height }) => ({ left, top, width, height }));
}

function isPlate(patch, width, height) {
  const shape = patch.width / patch.height;
  const share = patch.area / (patch.width * patch.height);
  const isWhole = patch.left > 0 && patch.top > 0 && patch.left + patch.width < width && patch.top + patch.height < height;
  return isWhole && within(patch.width, WIDTH) && within(shape, SHAPE) && within(share, BRIGHT);
}

function within(value, { min, max }) {
  return value >= min && value <= max;
}

function overlap(a, b) {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
