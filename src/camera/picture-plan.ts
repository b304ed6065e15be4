import { GatewayError } from '../errors.js';
import type { Orientation } from './camera.js';
import type { PictureRequest } from './picture.js';
import { type Rectangle, regionIn, type Size } from './region.js';
import { beforeTurn, type Turn, turnOf, turnedSize, uprightAngle } from './turn.js';

/** A picture is enlarged to at most so many pixels. */
const MOST_ENLARGED = 8_000_000;
/** What AVIF is made of takes ten times as long as anything else. */
const MOST_OF_AVIF = 4_000_000;
/** What WebP can have, pixels in one direction, and so that it need not be found out by trying. */
const LONGEST_SIDE = 16_383;

/** What is to be done to the picture as it is stored, in this order. */
export interface PicturePlan {
  /** Absent for the whole. */
  readonly cut: Rectangle | undefined;
  /** Of what was cut, before it is turned. */
  readonly size: Size;
  readonly turn: Turn;
  /** Of the answer. */
  readonly turned: Size;
}

/**
 * Works out what a request means for a picture, and whether it is too much to ask.
 *
 * @param stored pixels, as the camera sent it
 * @throws GatewayError `invalid`
 */
export function planOf(stored: Size, orientation: Orientation, request: PictureRequest): PicturePlan {
  const { region, flip, rotate = 0 } = request;
  const upright = uprightAngle(orientation);
  const cut = region === undefined ? undefined : beforeTurn(regionIn(region, turnedSize(stored, upright)), stored, upright);
  const turn = turnOf(orientation, flip, rotate);
  const turned = sizeOf(turnedSize(cut ?? stored, turn.angle), request);
  requireModest(turned, cut ?? stored, request);
  return { cut, size: turnedSize(turned, turn.angle), turn, turned };
}

/** Exactly what is asked where that is wanted; else as large as fits, with its proportions, and never enlarged. */
function sizeOf(own: Size, { width, height, fit = 'inside' }: PictureRequest): Size {
  if (![width, height].every((side) => side === undefined || (Number.isInteger(side) && side > 0)))
    throw new GatewayError('invalid', 'whole pixels were expected, at least one');
  if (fit !== 'inside' && width !== undefined && height !== undefined) return { width, height };
  const scale = Math.min(1, (width ?? Infinity) / own.width, (height ?? Infinity) / own.height);
  return { width: Math.max(1, Math.round(own.width * scale)), height: Math.max(1, Math.round(own.height * scale)) };
}

function requireModest({ width, height }: Size, own: Size, { format }: PictureRequest): void {
  const pixels = width * height;
  if (pixels > own.width * own.height && pixels > MOST_ENLARGED)
    throw new GatewayError('invalid', 'a picture is enlarged to at most 8 megapixels; expected a smaller width or height');
  if (format === 'avif' && pixels > MOST_OF_AVIF)
    throw new GatewayError('invalid', 'an AVIF has at most 4 megapixels; expected a smaller width or height, or another format');
  if ((format === 'avif' || format === 'webp') && Math.max(width, height) > LONGEST_SIDE)
    throw new GatewayError('invalid', `in this format a side has at most ${LONGEST_SIDE} pixels; expected a smaller one`);
}
