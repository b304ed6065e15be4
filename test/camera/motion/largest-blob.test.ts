import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Blob, largestBlob } from '../../../src/camera/motion/largest-blob.js';

const WIDTH = 12;
const pictures = fc.integer({ min: 1, max: 10 }).chain((height) => {
  const pixels = fc.uint8Array({ min: 0, max: 1, minLength: WIDTH * height, maxLength: WIDTH * height });
  return fc.tuple(pixels, fc.option(pixels, { nil: undefined }));
});

/** What hangs together, found the slow way: each pixel takes the least name among its neighbours', until none changes. */
function blobsOf(counts: (at: number) => boolean, length: number): Blob[] {
  const names = new Map(Array.from({ length }, (_, at) => at).flatMap((at) => (counts(at) ? [[at, at]] : [])));
  for (let changed = true; changed;) {
    changed = false;
    for (const [at, name] of names)
      for (const [other, its] of names)
        if (touches(at, other) && its < name) {
          names.set(at, its);
          changed = true;
          break;
        }
  }
  return [...new Set(names.values())].map((name) => {
    const pixels = [...names].filter(([, its]) => its === name).map(([at]) => at);
    const [xs, ys] = [pixels.map((at) => at % WIDTH), pixels.map((at) => Math.floor(at / WIDTH))];
    const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return { pixels: pixels.length, left, top, right, bottom };
  });
}

function touches(one: number, other: number): boolean {
  const across = Math.abs((one % WIDTH) - (other % WIDTH));
  return across <= 1 && Math.abs(Math.floor(one / WIDTH) - Math.floor(other / WIDTH)) <= 1;
}

describe('The largest blob', () => {
  it('is as large as the largest that hangs together, and its box is around it', () => {
    fc.assert(
      fc.property(pictures, ([moved, zone]) => {
        const before = moved.slice();
        const all = blobsOf((at) => moved[at] === 1 && (!zone || zone[at] === 1), moved.length);
        const found = largestBlob(moved, WIDTH, zone);
        expect(moved).toEqual(before);
        if (!found) expect(all).toEqual([]);
        else {
          expect(found.pixels).toBe(Math.max(...all.map(({ pixels }) => pixels)));
          expect(all).toContainEqual(found);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not go on around the edge of the picture', () => {
    const picture = new Uint8Array(3 * WIDTH);
    for (const at of [WIDTH - 1, WIDTH, 2 * WIDTH - 1]) picture[at] = 1;
    expect(largestBlob(picture, WIDTH)).toEqual({ pixels: 2, left: WIDTH - 1, right: WIDTH - 1, top: 0, bottom: 1 });
  });
});
