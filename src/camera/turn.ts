import type { Orientation } from './camera.js';
import type { Size } from './region.js';

export type Angle = 0 | 90 | 180 | 270;
export type Flip = 'horizontal' | 'vertical' | 'both';

/** Whatever turning and mirroring come to: first mirrored left to right, or not, then turned clockwise. */
export interface Turn {
  readonly mirror: boolean;
  readonly angle: Angle;
}

const MOUNTED: Readonly<Record<Orientation, Angle>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/** @returns the degrees clockwise that have a picture of this orientation upright */
export function uprightAngle(orientation: Orientation): Angle {
  return MOUNTED[orientation];
}

/** A picture is put upright, then mirrored, then turned: as one step. Top to bottom is left to right, turned by half. */
export function turnOf(orientation: Orientation, flip: Flip | undefined, rotate: Angle): Turn {
  const mounted = uprightAngle(orientation);
  const half = flip === 'vertical' || flip === 'both' ? 180 : 0;
  const mirror = flip === 'horizontal' || flip === 'vertical';
  // who mirrors first has to turn the other way round afterwards
  return { mirror, angle: normal(rotate + half + (mirror ? -mounted : mounted)) };
}

/** The size of a picture when it is turned. */
export function turnedSize({ width, height }: Size, angle: Angle): Size {
  return angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

function normal(degrees: number): Angle {
  return (((degrees % 360) + 360) % 360) as Angle;
}
