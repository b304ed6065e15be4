import { chance, pick } from './chance.js';

/** A car in the street, in units of which the picture is 480 high. */
export interface Car {
  readonly plate: string;
  readonly kind: 'hatchback' | 'saloon' | 'van';
  readonly colour: string;
  readonly facing: 'left' | 'right';
  /** The left end of the car; it may lie beyond either edge of the picture. */
  readonly x: number;
  /** Where the wheels stand. */
  readonly y: number;
  readonly scale: number;
}

/** The length of a car before it is scaled. */
export const CAR_LENGTH = 280;

interface Lane {
  readonly facing: Car['facing'];
  readonly y: number;
  readonly scale: number;
  /** per second */
  readonly speed: number;
  readonly spacing: number;
}

/** From the far side to the near one. A near car hides half of the plate of a far one while it drives past. */
const LANES: readonly Lane[] = [
  { facing: 'left', y: 382, scale: 0.8, speed: 62, spacing: 430 },
  { facing: 'right', y: 462, scale: 1, speed: 84, spacing: 520 },
];
/** Without I, O and Q, which nobody can tell from digits. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const COLOURS = ['#c8453b', '#2f6db5', '#e0a526', '#3f8f6b', '#7d5aa6', '#d9dce1', '#39424e', '#d9743a'] as const;

/**
 * The cars that can be seen at a moment. Each drives through once, with a plate of its own.
 *
 * @param time ms since the epoch
 * @param width of the picture, in units of which it is 480 high
 */
export function trafficAt(time: number, seed: number, width: number): Car[] {
  return LANES.flatMap((lane, index) =>
    carsIn(lane, time / 1000, width).map(({ x, number }) => car(lane, x, [seed, index, number])),
  );
}

/** Cars follow each other without end: number n has come into view once the lane has moved on by n spacings. */
function carsIn(lane: Lane, seconds: number, width: number): { x: number; number: number }[] {
  const length = CAR_LENGTH * lane.scale;
  const moved = seconds * lane.speed;
  const first = Math.floor((moved - width - length) / lane.spacing);
  const last = Math.floor(moved / lane.spacing);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .map((number) => ({ number, x: moved - length - lane.spacing * (number + 0.25 * chance(number)) }))
    .filter(({ x }) => x > -length && x < width)
    .map(({ number, x }) => ({ number, x: lane.facing === 'right' ? x : width - length - x }));
}

function car({ facing, y, scale }: Lane, x: number, identity: readonly number[]): Car {
  const luck = (which: number): number => chance(...identity, which);
  const letters = [0, 1, 2].map((which) => LETTERS[Math.floor(luck(which) * LETTERS.length)]).join('');
  const digits = String(100 + Math.floor(luck(3) * 900));
  return {
    plate: `${letters}-${digits}`,
    kind: pick(['hatchback', 'saloon', 'van'], luck(4)),
    colour: pick(COLOURS, luck(5)),
    ...{ facing, x, y, scale },
  };
}
