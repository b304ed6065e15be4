import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hidden, hiddenIn } from '../../../src/camera/masks/hidden.js';
import type { Orientation } from '../../../src/camera/camera.js';
import type { Polygon } from '../../../src/camera/masks/polygon.js';

const SIZE = { width: 8, height: 4 };

const rectangle = (left: number, top: number, right: number, bottom: number): Polygon => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

/** A letter for each pixel, row by row. */
function drawn({ width, height, black, pixelated }: Hidden): string[] {
  const letters = Array<string>(width * height).fill('.');
  for (const { from, to } of pixelated) letters.fill('p', from, to);
  for (const { from, to } of black) letters.fill('B', from, to);
  return Array.from({ length: height }, (_, row) => letters.slice(row * width, (row + 1) * width).join(''));
}

describe('What is hidden', () => {
  it('is every pixel that a mask touches', () => {
    const black = (polygon: Polygon) => drawn(hiddenIn({ masks: [{ polygon, fill: 'BLACK' }] }, SIZE));
    expect(black(rectangle(0.25, 0.25, 0.5, 0.75))).toEqual(['........', '..BB....', '..BB....', '........']);
    expect(black(rectangle(0.24, 0.26, 0.51, 0.74))).toEqual(['........', '.BBBB...', '.BBBB...', '........']);
    expect(black(rectangle(0, 0, 1, 1))).toEqual(Array(4).fill('BBBBBBBB'));
    expect(
      black([
        { x: 0, y: 0 },
        { x: 1, y: 1 },
        { x: 0, y: 1 },
      ]),
    ).toEqual(['BB......', 'BBBB....', 'BBBBBB..', 'BBBBBBBB']);
  });

  it('is open nowhere that a mask goes around, however it crosses itself', () => {
    const twice = [...rectangle(0, 0, 1, 1), ...rectangle(0, 0, 1, 1)];
    expect(drawn(hiddenIn({ masks: [{ polygon: twice, fill: 'BLACK' }] }, SIZE))).toEqual(Array(4).fill('BBBBBBBB'));
  });

  it('is all that lies in no region, and every pixel that does not lie in one as a whole', () => {
    const shown = (...regions: Polygon[]) => drawn(hiddenIn({ regions }, SIZE));
    expect(shown(rectangle(0, 0, 1, 1))).toEqual(Array(4).fill('........'));
    expect(shown(rectangle(0.24, 0, 0.51, 1))).toEqual(Array(4).fill('BB..BBBB'));
    expect(shown(rectangle(0, 0, 0.25, 1), rectangle(0.75, 0, 1, 0.5))).toEqual(['..BBBB..', '..BBBB..', '..BBBBBB', '..BBBBBB']);
  });

  it('is hidden in a region too, and black where it is black and pixelated', () => {
    const masks = [
      { polygon: rectangle(0.25, 0, 0.5, 1), fill: 'BLACK' as const },
      { polygon: rectangle(0, 0, 0.5, 0.5), fill: 'PIXELATED' as const },
    ];
    const expected = ['ppBB..BB', 'ppBB..BB', '..BB..BB', '..BB..BB'];
    expect(drawn(hiddenIn({ masks, regions: [rectangle(0, 0, 0.75, 1)] }, SIZE))).toEqual(expected);
  });

  it.each<[Orientation, string[]]>([
    [1, ['BB......', '........', '........', '........']],
    [3, ['........', '........', '........', '......BB']],
    [6, ['........', '........', '........', 'BB......']],
    [8, ['......BB', '........', '........', '........']],
  ])('is the upper left corner of the upright picture, of a camera in orientation %i too', (orientation, expected) => {
    const polygon = rectangle(0, 0, 0.25, 0.25);
    expect(drawn(hiddenIn({ masks: [{ polygon, fill: 'BLACK' }] }, SIZE, orientation))).toEqual(expected);
  });

  it('has the centre of no pixel outside of it that lies in the polygon, of whatever polygon', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const triangle = fc.array(fc.record({ x: part, y: part }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(triangle, (polygon) => {
        const size = { width: 23, height: 17 };
        const rows = drawn(hiddenIn({ masks: [{ polygon, fill: 'BLACK' }] }, size));
        const shown = drawn(hiddenIn({ regions: [polygon] }, size));
        for (let y = 0; y < size.height; y++)
          for (let x = 0; x < size.width; x++) {
            const isIn = isInTriangle(polygon, { x: (x + 0.5) / size.width, y: (y + 0.5) / size.height });
            if (isIn) expect(rows[y]?.[x]).toBe('B');
            if (isIn === false) expect(shown[y]?.[x]).toBe('B');
          }
      }),
    );
  });

  it('leaves of one region what its mask would touch, without what its sides go through, however they cross', () => {
    const part = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.5, 0.75, 1));
    const corners = fc.array(fc.record({ x: part, y: part }), { minLength: 3, maxLength: 8 });
    const origin = { x: 0, y: 0 };
    /** A side of it goes by a pixel, or through it, by the last bit. */
    const nearlyAside = [{ x: 0.9999999999999988, y: 0 }, { x: 0, y: 0.75 }, origin];
    fc.assert(
      fc.property(corners, (polygon) => {
        const size = { width: 24, height: 16 };
        const black = (...polygons: Polygon[]) => {
          const masks = polygons.map((one) => ({ polygon: one, fill: 'BLACK' as const }));
          return drawn(hiddenIn({ masks }, size)).join('');
        };
        const sides = polygon.map((from, index): Polygon => {
          const to = polygon[(index + 1) % polygon.length] ?? from;
          return [from, to, to];
        });
        const [touched, crossed] = [black(polygon), black(...sides)];
        const isShown = (letter: string, at: number) => letter === 'B' && crossed[at] !== 'B';
        const expected = Array.from(touched, (letter, at) => (isShown(letter, at) ? '.' : 'B')).join('');
        expect(drawn(hiddenIn({ regions: [polygon] }, size)).join('')).toBe(expected);
      }),
      { examples: [[nearlyAside]] },
    );
  });
});

/** @returns undefined for what is too near to a side to be said */
function isInTriangle(polygon: Polygon, { x, y }: Polygon[number]): boolean | undefined {
  const sides = polygon.map((from, index) => {
    const to = polygon[(index + 1) % 3] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  });
  if (sides.some((side) => Math.abs(side) < 1e-9)) return undefined;
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}
