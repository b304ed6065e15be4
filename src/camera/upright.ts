import type { ExifOrientation } from './exif-orientation.js';
import type { Rectangle, Size } from './region.js';

/** A picture that is stored in another way than it is looked at. */
export interface Stored extends Size {
  readonly orientation: ExifOrientation;
}

/** What is stored from right to left, and from below. */
const [FROM_RIGHT, FROM_BELOW] = [new Set<ExifOrientation>([2, 3, 7, 8]), new Set<ExifOrientation>([3, 4, 6, 7])];

/** Whether rows are stored as columns. */
function liesOnItsSide(orientation: ExifOrientation): boolean {
  return orientation >= 5;
}

/** @returns the size as it is upright */
export function uprightSize({ width, height, orientation }: Stored): Size {
  return liesOnItsSide(orientation) ? { width: height, height: width } : { width, height };
}

/**
 * @param part of the upright picture
 * @returns where that is stored
 */
export function storedAs({ left, top, width, height }: Rectangle, { orientation, ...stored }: Stored): Rectangle {
  const part = liesOnItsSide(orientation) ? { left: top, top: left, width: height, height: width } : { left, top, width, height };
  return {
    ...part,
    left: FROM_RIGHT.has(orientation) ? stored.width - part.left - part.width : part.left,
    top: FROM_BELOW.has(orientation) ? stored.height - part.top - part.height : part.top,
  };
}
