import { GatewayError } from '../errors.js';
import type { Orientation } from './camera.js';
import type { PictureRequest } from './picture.js';
import { type Rectangle, regionIn, type Size } from './region.js';
import { type Turn, turnOf, turnedSize } from './turn.js';
import { storedAs, uprightSize } from './upright.js';

/** A picture is enlarged to at most so many pixels. */
const MOST_ENLARGED = 8_000_000;
/** What AVIF is made of takes ten times as long as anything else. */
const MOST_OF_AVIF = 4_000_000;
/** What WebP can have, pixels in one direction, and so that it need not be found out by trying. */
const LONGEST_SIDE = 16_383;
/** Several pictures in one answer are all held until it is sent. */
const MOST_TOGETHER = 16_000_000;

/** What is to be done to the picture as it is stored, in this order. */
export interface PicturePlan {
  /** Absent for the whole. */
  readonly cut: Rectangle | undefined;
  /** Of what was cut, before it is turned. */
  readonly size: Size;
  readonly turn: Turn;
  /** Pixels of black on each side. */
  readonly bars: Bars | undefined;
  /** Of the answer. */
  readonly answer: Size;
}

interface Bars {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Works out what a request means for a picture, and whether it is too much to ask.
 *
 * @param stored pixels, as the camera sent it
 * @throws GatewayError `invalid`
 */
export function planOf(stored: Size, orientation: Orientation, request: PictureRequest): PicturePlan {
  const { region, flip, rotate = 0, fit } = request;
  const mounted = { ...stored, orientation };
  const part = region === undefined ? undefined : storedAs(regionIn(region, uprightSize(mounted)), mounted);
  const turn = turnOf(orientation, flip, rotate);
  const own = turnedSize(part ?? stored, turn.angle);
  const exact = exactSize(request);
  const answer = exact ?? within(own, request);
  requireModest(answer, own, request);
  const drawn =
    exact && fit === 'contain' ? proportional(own, Math.min(exact.width / own.width, exact.height / own.height)) : answer;
  return {
    cut: exact && fit === 'cover' ? covering(part ?? { left: 0, top: 0, ...stored }, turnedSize(exact, turn.angle)) : part,
    size: turnedSize(drawn, turn.angle),
    turn,
    bars: drawn === answer ? undefined : barsAround(drawn, answer),
    answer,
  };
}

/**
 * Refuses several pictures of one frame that are too much for one answer, before any of them is made.
 *
 * @throws GatewayError `invalid`
 */
export function requireFewTogether(stored: Size, orientation: Orientation, requests: readonly PictureRequest[]): void {
  let pixels = 0;
  for (const request of requests) {
    const { width, height } = planOf(stored, orientation, request).answer;
    pixels += width * height;
  }
  if (pixels > MOST_TOGETHER)
    throw new GatewayError(
      'invalid',
      'pictures in one answer have at most 16 megapixels together; expected fewer or smaller ones',
    );
}

/** Where both sides are asked for, and more than as bounds. */
function exactSize({ width, height, fit = 'inside' }: PictureRequest): Size | undefined {
  if (![width, height].every((side) => side === undefined || (Number.isInteger(side) && side > 0)))
    throw new GatewayError('invalid', 'whole pixels were expected, at least one');
  return fit === 'inside' || width === undefined || height === undefined ? undefined : { width, height };
}

/** As large as fits, and never enlarged. */
function within(own: Size, { width = Infinity, height = Infinity }: PictureRequest): Size {
  return proportional(own, Math.min(1, width / own.width, height / own.height));
}

function proportional({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The largest part in the middle that has the proportions of `size`. */
function covering({ left, top, width, height }: Rectangle, size: Size): Rectangle {
  const scale = Math.min(width / size.width, height / size.height);
  const part = proportional(size, scale);
  return { left: left + Math.floor((width - part.width) / 2), top: top + Math.floor((height - part.height) / 2), ...part };
}

function barsAround(inner: Size, { width, height }: Size): Bars {
  const left = Math.floor((width - inner.width) / 2);
  const top = Math.floor((height - inner.height) / 2);
  return { left, right: width - inner.width - left, top, bottom: height - inner.height - top };
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
