import type { components } from '../../../generated/camera.js';
import { GatewayError } from '../../errors.js';
import type { Immutable } from '../../immutable.js';
import type { Rectangle, Size } from '../region.js';
import type { ModelInput } from './model-input.js';

/** Fractions of a picture, from its upper left corner. */
export type Box = Immutable<components['schemas']['Box']>;

export const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/** Which pixels of a picture go to which pixels of a tensor. */
export interface Placement {
  /** What of the upright picture is cut out. */
  readonly from: Rectangle;
  /** Where in the tensor it is laid; around it is black. */
  readonly to: Rectangle;
  /** What of the picture one pixel of the tensor is, fractions. */
  readonly step: { readonly x: number; readonly y: number };
  readonly origin: { readonly x: number; readonly y: number };
}

/**
 * @param picture as it is upright, pixels
 * @throws GatewayError `invalid` when the region goes beyond the picture, or has no pixel
 */
export function placementOf(
  picture: Size,
  region: Box,
  { width, height, fit }: Pick<ModelInput, 'width' | 'height' | 'fit'>,
): Placement {
  const from = pixelsOf(picture, region);
  const scale = Math.min(width / from.width, height / from.height);
  const [across, down] =
    fit === 'FILL'
      ? [width, height]
      : [Math.max(1, Math.round(from.width * scale)), Math.max(1, Math.round(from.height * scale))];
  const to = { left: (width - across) >> 1, top: (height - down) >> 1, width: across, height: down };
  const step = { x: from.width / picture.width / across, y: from.height / picture.height / down };
  const origin = { x: from.left / picture.width - to.left * step.x, y: from.top / picture.height - to.top * step.y };
  return { from, to, step, origin };
}

/** @param corners in pixels of the tensor; what lies beyond the picture is cut off */
export function boxOf({ step, origin }: Placement, [left, top, right, bottom]: readonly [number, number, number, number]): Box {
  const [x, y] = [fraction(origin.x + left * step.x), fraction(origin.y + top * step.y)];
  return { x, y, width: fraction(origin.x + right * step.x) - x, height: fraction(origin.y + bottom * step.y) - y };
}

function pixelsOf({ width, height }: Size, region: Box): Rectangle {
  const [left, right] = [Math.round(region.x * width), Math.round((region.x + region.width) * width)];
  const [top, bottom] = [Math.round(region.y * height), Math.round((region.y + region.height) * height)];
  if (right > width || bottom > height || right <= left || bottom <= top)
    throw new GatewayError('invalid', 'frame.region is not within the picture, or has no pixel of it');
  return { left, top, width: right - left, height: bottom - top };
}

function fraction(value: number): number {
  return Math.min(1, Math.max(0, value));
}
