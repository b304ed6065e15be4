import type { Corner, Polygon } from './places.js';

/** As fine as anybody can point: a pixel of a picture 10000 wide. */
const STEPS = 10_000;

const rounded = (fraction: number): number => Math.round(fraction * STEPS) / STEPS;
const within = (fraction: number): number => Math.min(Math.max(fraction, 0), 1);
/** The nearest place in the picture. */
export const cornerAt = (x: number, y: number): Corner => ({ x: rounded(within(x)), y: rounded(within(y)) });

/** How near to an edge of the picture nobody means anything but the edge. */
const EDGE = 0.015;
const toEdge = (fraction: number): number => (fraction < EDGE ? 0 : fraction > 1 - EDGE ? 1 : fraction);
/** The place that somebody points at. */
export const pointedAt = ({ x, y }: Corner): Corner => cornerAt(toEdge(x), toEdge(y));

export function rectangle(one: Corner, other: Corner): Polygon {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  return [cornerAt(left, top), cornerAt(right, top), cornerAt(right, bottom), cornerAt(left, bottom)];
}

/** The whole of it elsewhere, and no part of it out of the picture. */
export function shifted(outline: Polygon, dx: number, dy: number): Polygon {
  const by = (values: readonly number[], wanted: number) =>
    Math.min(Math.max(wanted, -Math.min(...values)), 1 - Math.max(...values));
  const right = by(
    outline.map(({ x }) => x),
    dx,
  );
  const down = by(
    outline.map(({ y }) => y),
    dy,
  );
  return outline.map(({ x, y }) => cornerAt(x + right, y + down));
}

export const withCorner = (outline: Polygon, index: number, corner: Corner): Polygon =>
  outline.map((one, at) => (at === index ? corner : one));

export const withoutCorner = (outline: Polygon, index: number): Polygon => outline.filter((_, at) => at !== index);

/** The middle of the edge from a corner to the next. */
export function middleAfter(outline: Polygon, index: number): Corner {
  const [from, to] = [outline[index], outline[(index + 1) % outline.length]];
  return cornerAt(((from?.x ?? 0) + (to?.x ?? 0)) / 2, ((from?.y ?? 0) + (to?.y ?? 0)) / 2);
}

/** One more corner, in the middle of the edge after one. */
export const split = (outline: Polygon, index: number): Polygon => outline.toSpliced(index + 1, 0, middleAfter(outline, index));
