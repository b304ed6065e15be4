import { beforeAll, describe, it, expect } from '@jest/globals';
import sharp from 'sharp';
import type { Orientation } from '../../src/camera/camera.js';
import type { PictureRequest } from '../../src/camera/picture.js';
import { Pictures } from '../../src/camera/pictures.js';
import type { Angle, Flip } from '../../src/camera/turn.js';

/** Rows of pixels, three bytes each, packed into a number. */
type Grid = readonly (readonly number[])[];

const ORIENTATIONS: readonly Orientation[] = [1, 3, 6, 8];
const FLIPS: readonly (Flip | undefined)[] = [undefined, 'horizontal', 'vertical', 'both'];
const ANGLES: readonly Angle[] = [0, 90, 180, 270];
/** Of four blocks of 16 pixels and more, each of which a JPEG keeps as it is. */
const COLOURS = { red: 0xff0000, lime: 0x00ff00, blue: 0x0000ff, white: 0xffffff };

let jpeg: Buffer;
let stored: Grid;

beforeAll(async () => {
  const block = (background: string, left: number, top: number) => ({
    input: { create: { width: 32, height: 16, channels: 3 as const, background } },
    left,
    top,
  });
  jpeg = await sharp({ create: { width: 64, height: 32, channels: 3, background: 'black' } })
    .composite([block('red', 0, 0), block('lime', 32, 0), block('blue', 0, 16), block('white', 32, 16)])
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  stored = await gridOf(jpeg);
});

describe('A picture that is turned, mirrored and cut', () => {
  it('has each pixel where it belongs', async () => {
    for (const orientation of ORIENTATIONS)
      for (const flip of FLIPS)
        for (const rotate of ANGLES)
          for (const region of [undefined, '3,5,20,9', 'square', 'pct:50,25,50,75']) {
            const asked = { format: 'png', region, flip, rotate } as const;
            const { grid } = await drawn(orientation, asked);
            const upright = turned(stored, { 1: 0, 3: 2, 6: 1, 8: 3 }[orientation]);
            const expected = turned(mirrored(cut(upright, region), flip), rotate / 90);
            const where = [orientation, region, flip, rotate].join(' ');
            // as text: it is compared in a thousandth of the time
            expect([where, textOf(grid)]).toEqual([where, textOf(expected)]);
          }
  });

  it('has its corners where they belong in any size and format', async () => {
    const corners = { 1: 'red lime blue white', 3: 'white blue lime red', 6: 'blue red white lime', 8: 'lime white red blue' };
    for (const orientation of ORIENTATIONS)
      for (const format of ['jpeg', 'webp', 'avif', 'png'] as const)
        for (const fit of ['inside', 'cover', 'fill'] as const)
          for (const [width, height] of [
            [24, 24],
            [40, 24],
          ] as const) {
            const { grid, picture } = await drawn(orientation, { width, height, fit, format, rotate: 0 });
            expect([format, fit, cornersOf(grid)]).toEqual([format, fit, corners[orientation]]);
            expect(picture).toMatchObject({ orientation: 1, width: grid[0]?.length, height: grid.length });
            if (fit !== 'inside') expect(picture).toMatchObject({ width, height });
          }
  });

  it('covers with its middle, and keeps its proportions', async () => {
    // of 64 x 32, turned to 32 x 64, 32 x 16 are left from the middle: where the four colours meet
    const { grid } = await drawn(6, { width: 64, height: 32, fit: 'cover', format: 'png' });
    expect([grid[0]?.length, grid.length, cornersOf(grid)]).toEqual([64, 32, 'blue red white lime']);
    const rows = grid.map((row) => nameOf(row[4]));
    expect(rows.indexOf('white')).toBeGreaterThanOrEqual(15);
    expect(rows.indexOf('white')).toBeLessThanOrEqual(17);
  });

  it('has black bars where it is contained, however it is turned', async () => {
    for (const [orientation, corners] of [
      [1, 'red lime blue white'],
      [8, 'lime white red blue'],
    ] as const) {
      const { grid, picture } = await drawn(orientation, { width: 64, height: 80, fit: 'contain', format: 'png' });
      expect(picture).toMatchObject({ width: 64, height: 80 });
      expect([grid[0]?.length, grid.length, grid[0]?.[0], grid[79]?.[63]]).toEqual([64, 80, 0, 0]);
      const inner = orientation === 1 ? grid.slice(24, 56) : grid.map((row) => row.slice(12, 52));
      expect(cornersOf(inner)).toBe(corners);
    }
  });

  it('is as the camera sent it only when nobody asks for it upright', async () => {
    expect((await drawn(6, {})).picture).toMatchObject({ orientation: 6, width: 64, height: 32 });
    expect((await drawn(6, { width: 32, height: 64 })).picture).toMatchObject({ orientation: 6, width: 64, height: 32 });
    expect((await drawn(6, { rotate: 0 })).picture).toMatchObject({ orientation: 1, width: 32, height: 64 });
    expect((await drawn(6, { width: 31 })).picture).toMatchObject({ orientation: 1, width: 31, height: 62 });
  });

  it('is grey when it is asked to be', async () => {
    for (const format of ['jpeg', 'webp', 'png'] as const) {
      const { grid } = await drawn(1, { grey: true, format });
      for (const pixel of grid.flat()) expect(new Set([pixel >> 16, (pixel >> 8) & 0xff, pixel & 0xff]).size).toBe(1);
    }
  });
});

async function drawn(orientation: Orientation, request: PictureRequest) {
  const picture = await new Pictures().render({ jpeg, capturedAt: 1_780_000_000_123, sequence: 7, orientation }, request);
  return { picture, grid: await gridOf(picture.bytes) };
}

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) =>
    Array.from({ length: info.width }, (_, x) => data.readUIntBE((y * info.width + x) * 3, 3)),
  );
}

/** By quarters, clockwise: what was the left column from below becomes the first row. */
function turned(grid: Grid, quarters: number): Grid {
  if (quarters === 0) return grid;
  const once = (grid[0] ?? []).map((_, x) => grid.map((row) => row[x] ?? -1).reverse());
  return turned(once, quarters - 1);
}

function mirrored(grid: Grid, flip: Flip | undefined): Grid {
  const rows = flip === 'vertical' || flip === 'both' ? [...grid].reverse() : grid;
  return flip === 'horizontal' || flip === 'both' ? rows.map((row) => [...row].reverse()) : rows;
}

/** The regions of the test, each by hand. */
function cut(grid: Grid, region: string | undefined): Grid {
  const [width, height] = [grid[0]?.length ?? 0, grid.length];
  const part = (x: number, y: number, w: number, h: number) => grid.slice(y, y + h).map((row) => row.slice(x, x + w));
  switch (region) {
    case '3,5,20,9':
      return part(3, 5, 20, 9);
    case 'square':
      return width > height ? part(16, 0, 32, 32) : part(0, 16, 32, 32);
    case 'pct:50,25,50,75':
      return part(width / 2, height / 4, width / 2, (height * 3) / 4);
    default:
      return grid;
  }
}

/** The nearest of the four colours. */
function nameOf(pixel = -1): string {
  const far = (one: number, other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)), 0);
  return Object.entries(COLOURS).sort(([, one], [, other]) => far(one, pixel) - far(other, pixel))[0]?.[0] ?? '';
}

/** Rows of first letters, for people to read. */
function textOf(grid: Grid): string {
  return grid.map((row) => row.map((pixel) => pixel.toString(16).padStart(6, '0')).join(' ')).join('\n');
}

function cornersOf(grid: Grid): string {
  const [last, lowest] = [(grid[0]?.length ?? 0) - 3, grid.length - 3];
  return [grid[2]?.[2], grid[2]?.[last], grid[lowest]?.[2], grid[lowest]?.[last]].map(nameOf).join(' ');
}
