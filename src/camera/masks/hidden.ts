import type { Orientation } from '../camera.js';
import type { CameraConfiguration } from '../configurations.js';
import type { Size } from '../region.js';
import { storedAs } from '../upright.js';
import { fillTouched, fillWithin, type Polygon } from './polygon.js';

/** What is hidden of a picture: of every row the pixels from `from` up to and without `to`, counted from its upper left corner. */
export interface Hidden extends Size {
  readonly orientation: Orientation;
  readonly black: readonly Run[];
  readonly pixelated: readonly Run[];
}

export interface Run {
  readonly from: number;
  readonly to: number;
}

const [PIXELATED, BLACK] = [1, 2];

/** Whether anything is hidden at all. */
export function hides({ masks = [], regions }: CameraConfiguration): boolean {
  return masks.length > 0 || regions !== undefined;
}

/**
 * @param size of the picture as the camera gives it
 * @param orientation how that has to be turned to be upright, as the places in the configuration are
 */
export function hiddenIn({ masks = [], regions }: CameraConfiguration, size: Size, orientation: Orientation = 1): Hidden {
  const bitmap = new Uint8Array(size.width * size.height);
  const fill = (polygon: Polygon, value: number) => fillTouched(bitmap, size, asMounted(polygon, orientation), value);
  for (const mask of masks) if (mask.fill === 'PIXELATED') fill(mask.polygon, PIXELATED);
  // black is the stronger, whatever was said first
  if (regions) {
    const shown = new Uint8Array(bitmap.length);
    for (const region of regions) fillWithin(shown, size, asMounted(region, orientation), 1);
    for (let at = 0; at < shown.length; at++) if (!shown[at]) bitmap[at] = BLACK;
  }
  for (const mask of masks) if (mask.fill !== 'PIXELATED') fill(mask.polygon, BLACK);
  return { ...size, orientation, black: runsOf(bitmap, size, BLACK), pixelated: runsOf(bitmap, size, PIXELATED) };
}

/** @param polygon of the upright picture @returns as it lies in the picture as it is */
function asMounted(polygon: Polygon, orientation: Orientation): Polygon {
  const whole = { width: 1, height: 1, orientation };
  return polygon.map(({ x, y }) => {
    const { left, top } = storedAs({ left: x, top: y, width: 0, height: 0 }, whole);
    return { x: left, y: top };
  });
}

function runsOf(bitmap: Uint8Array, { width }: Size, value: number): Run[] {
  const runs: Run[] = [];
  for (let from = bitmap.indexOf(value); from !== -1;) {
    const endOfRow = from - (from % width) + width;
    let to = from + 1;
    while (to < endOfRow && bitmap[to] === value) to++;
    runs.push({ from, to });
    from = bitmap.indexOf(value, to);
  }
  return runs;
}
