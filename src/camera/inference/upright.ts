import type { ExifOrientation } from '../exif-orientation.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Pixels of a picture. */
export interface Area extends Size {
  readonly left: number;
  readonly top: number;
}
/** A picture that is stored in another way than it is looked at. */
export interface Stored extends Size {
  readonly orientation: ExifOrientation;
}

/** What is stored from right to left, and from below. */
const [FROM_RIGHT, FROM_BELOW] = [new Set<ExifOrientation>([2, 3, 7, 8]), new Set<ExifOrientation>([3, 4, 6, 7])];

/** Whether rows are stored as columns. */
export function liesOnItsSide(orientation: ExifOrientation): boolean {
  return orientation >= 5;
}

/** @returns the size as it is upright */
export function uprightSize({ width, height, orientation }: Stored): Size {
  return liesOnItsSide(orientation) ? { width: height, height: width } : { width, height };
}

/**
 * @param area of the upright picture
 * @returns where that is stored
 */
export function storedArea({ left, top, width, height }: Area, { orientation, ...stored }: Stored): Area {
  const area = liesOnItsSide(orientation) ? { left: top, top: left, width: height, height: width } : { left, top, width, height };
  return {
    ...area,
    left: FROM_RIGHT.has(orientation) ? stored.width - area.left - area.width : area.left,
    top: FROM_BELOW.has(orientation) ? stored.height - area.top - area.height : area.top,
  };
}
