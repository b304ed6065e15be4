import { GatewayError } from '../errors.js';

/** Where something is in a picture: pixels from the top left corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const FOUR_NUMBERS = /^(pct:)?(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;

/**
 * The part of a picture that a region names: `full`, `square` (the largest, from its middle), `x,y,w,h` in pixels or `pct:x,y,w,h` in
 * hundredths of its width and height. What lies beyond the picture is cut off.
 *
 * @param region as the specification has it
 * @throws GatewayError `invalid` when nothing of it lies in the picture
 * @see IIIF Image API 3.0, clause 4.1
 */
export function regionIn(region: string, size: Size): Rectangle {
  if (region === 'full') return { left: 0, top: 0, ...size };
  if (region === 'square') return squareIn(size);
  const [, percent, ...numbers] = FOUR_NUMBERS.exec(region) ?? [];
  const [x = NaN, y = NaN, width = NaN, height = NaN] = numbers.map(Number);
  const [across, down] = percent ? [size.width / 100, size.height / 100] : [1, 1];
  const left = Math.round(x * across);
  const top = Math.round(y * down);
  const right = Math.min(Math.round((x + width) * across), size.width);
  const bottom = Math.min(Math.round((y + height) * down), size.height);
  if (!(right > left && bottom > top))
    throw new GatewayError('invalid', `the region ${region} has no part of a picture of ${size.width} x ${size.height} pixels`);
  return { left, top, width: right - left, height: bottom - top };
}

function squareIn({ width, height }: Size): Rectangle {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), width: side, height: side };
}
