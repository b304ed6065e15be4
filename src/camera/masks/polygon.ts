import type { CameraConfiguration } from '../configurations.js';
import type { Size } from '../region.js';

/** Its corners in order, in fractions of the picture from its upper left corner. */
export type Polygon = NonNullable<CameraConfiguration['regions']>[number];

/** Pixels of one row, from `from` up to and without `to`; they may lie beyond the picture. */
type Span = (row: number, from: number, to: number) => void;

/** Sets every pixel that the polygon touches, however little. */
export function fillTouched(bitmap: Uint8Array, size: Size, polygon: Polygon, value: number): void {
  const set = within(size, (from, to) => bitmap.fill(value, from, to));
  insides(polygon, size, set);
  edges(polygon, size, set);
}

/** Sets every pixel that lies wholly in the polygon: those inside of it, without those that its sides go through. */
export function fillWithin(bitmap: Uint8Array, size: Size, polygon: Polygon, value: number): void {
  const set = within(size, (from, to) => bitmap.fill(value, from, to));
  const cuts = new Map<number, [from: number, to: number][]>();
  edges(polygon, size, (row, from, to) => {
    const ofRow = cuts.get(row);
    if (ofRow) ofRow.push([from, to]);
    else cuts.set(row, [[from, to]]);
  });
  for (const ofRow of cuts.values()) ofRow.sort(([one], [other]) => one - other);
  insides(polygon, size, (row, from, to) => {
    let at = from;
    for (const [cutFrom, cutTo] of cuts.get(row) ?? []) {
      if (cutFrom > at) set(row, at, Math.min(cutFrom, to));
      at = Math.max(at, cutTo);
    }
    if (at < to) set(row, at, to);
  });
}

function within({ width, height }: Size, set: (from: number, to: number) => void): Span {
  return (row, from, to) => {
    if (row >= 0 && row < height) set(row * width + clamp(from, width), row * width + clamp(to, width));
  };
}

function clamp(x: number, width: number): number {
  return Math.min(Math.max(x, 0), width);
}

/** The pixels whose centres the polygon goes around, once or more often: what a careless hand draws twice is not open again. */
function insides(polygon: Polygon, size: Size, span: Span): void {
  const sides = sidesOf(polygon, size);
  for (let row = 0; row < size.height; row++) {
    const y = row + 0.5;
    let winding = 0;
    let begin = 0;
    for (const { x, turn } of crossings(sides, y)) {
      if (winding === 0) begin = x;
      winding += turn;
      if (winding === 0) span(row, Math.ceil(begin - 0.5), Math.ceil(x - 0.5));
    }
  }
}

function crossings(sides: readonly Side[], y: number): { x: number; turn: number }[] {
  return sides
    .filter(({ y1, y2 }) => y1 <= y !== y2 <= y)
    .map((side) => ({ x: xAt(side, y), turn: side.y1 < side.y2 ? 1 : -1 }))
    .sort((a, b) => a.x - b.x);
}

/** The pixels that a side goes through; one that runs between two pixels goes through neither. */
function edges(polygon: Polygon, size: Size, span: Span): void {
  for (const side of sidesOf(polygon, size)) {
    const [top, bottom] = [Math.min(side.y1, side.y2), Math.max(side.y1, side.y2)];
    for (let row = Math.floor(top); row < bottom; row++) {
      const ends =
        side.y1 === side.y2 ? [side.x1, side.x2] : [xAt(side, Math.max(top, row)), xAt(side, Math.min(bottom, row + 1))];
      span(row, Math.floor(Math.min(...ends)), Math.ceil(Math.max(...ends)));
    }
  }
}

/** In pixels. */
interface Side {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function sidesOf(polygon: Polygon, { width, height }: Size): Side[] {
  return polygon.map((from, index) => {
    const to = polygon[(index + 1) % polygon.length] ?? from;
    return { x1: from.x * width, y1: from.y * height, x2: to.x * width, y2: to.y * height };
  });
}

/** The same to the last bit from whichever end the side is drawn. */
function xAt({ x1, y1, x2, y2 }: Side, y: number): number {
  if (y === y1) return x1;
  if (y === y2) return x2;
  return y1 < y2 ? x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) : x2 + ((x1 - x2) * (y - y2)) / (y1 - y2);
}
