import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Frame } from '../../../src/camera/camera.js';
import type { ModelInput } from '../../../src/camera/inference/model-input.js';
import { boxOf, placementOf, WHOLE } from '../../../src/camera/inference/placement.js';
import { tensorBytes, tensorJson, tensorOf } from '../../../src/camera/inference/tensor.js';
import { INPUT } from './street.js';

const SIZE = { width: 64, height: 32 };
const [RED, BLUE] = [
  [254, 0, 0],
  [0, 0, 254],
] as const;
const raw = { ...INPUT, width: 4, height: 2, scale: [1, 1, 1] } satisfies ModelInput;

/** Red on the left and blue on the right. */
async function flag(): Promise<Frame> {
  const half = { create: { width: 32, height: 32, channels: 3, background: '#0000ff' } } as const;
  const blue = await sharp(half).png().toBuffer();
  const jpeg = await sharp({ create: { ...SIZE, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: 32, top: 0 }])
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { jpeg, capturedAt: 0, sequence: 0 };
}

async function numbersOf(input: ModelInput, region = WHOLE): Promise<number[]> {
  const tensor = await tensorOf(await flag(), placementOf(SIZE, region, input), input);
  return JSON.parse((await tensorJson(tensor, false)).toString()) as number[];
}

/** Where the colours meet, making it small mixes a little of each. */
const near = (numbers: readonly number[], expected: readonly number[], within = 30) => {
  expect(numbers).toHaveLength(expected.length);
  for (const [at, number] of numbers.entries()) expect(Math.abs(number - (expected[at] ?? NaN))).toBeLessThanOrEqual(within);
};

describe('A tensor', () => {
  it('has the picture pixel by pixel, or colour by colour', async () => {
    const input = { ...raw, width: 2, height: 1 };
    near(await numbersOf(input), [...RED, ...BLUE]);
    near(await numbersOf({ ...input, layout: 'NCHW' }), [254, 0, 0, 0, 0, 254]);
  });

  it('has of each colour what the mean and the scale make of it', async () => {
    const input = { ...raw, width: 2, height: 1, mean: [100, 50, 0], scale: [1, 2, 0.5] };
    near(await numbersOf(input), [154, -100, 0, -100, -100, 127]);
  });

  it('is grey where the model sees no colours', async () => {
    const [left = 0, right = 0] = await numbersOf({ ...raw, channels: 1, width: 2, height: 1, mean: [0], scale: [1] });
    expect(left).toBeGreaterThan(right + 10);
  });

  it('has the region that is asked for, and no other', async () => {
    const input = { ...raw, width: 2, height: 1 };
    near(await numbersOf(input, { x: 0.6, y: 0, width: 0.4, height: 1 }), [...BLUE, ...BLUE]);
    near(await numbersOf(input, { x: 0, y: 0.5, width: 0.4, height: 0.5 }), [...RED, ...RED]);
  });

  it('keeps the proportions within black bars when it is to CONTAIN the picture', async () => {
    const input = { ...raw, width: 2, height: 3, fit: 'CONTAIN' } as const;
    const black = [0, 0, 0, 0, 0, 0];
    near(await numbersOf(input), [...black, ...RED, ...BLUE, ...black]);
  });

  it('is cut to bytes that UINT8 can have', async () => {
    const input = { ...raw, width: 2, height: 1, datatype: 'UINT8', mean: [0, -300, 300] } as const;
    const tensor = await tensorOf(await flag(), placementOf(SIZE, WHOLE, input), input);
    near([...tensorBytes(tensor, 'UINT8')], [254, 255, 0, 0, 255, 0]);
  });

  it('says the same in brackets, in a row and in bytes, however large it is', async () => {
    const input = { ...raw, width: 150, height: 120, scale: [1 / 255, 1 / 3, 2] };
    for (const layout of ['NHWC', 'NCHW'] as const) {
      const tensor = await tensorOf(await flag(), placementOf(SIZE, WHOLE, input), { ...input, layout });
      const row = JSON.parse((await tensorJson(tensor, false)).toString()) as number[];
      const nested = JSON.parse((await tensorJson(tensor, true)).toString()) as number[][][][];
      const bytes = tensorBytes(tensor, 'FP32');
      expect(row).toHaveLength(150 * 120 * 3);
      expect(nested.flat(3)).toEqual(row);
      expect([nested.length, nested[0]?.length, nested[0]?.[0]?.length, nested[0]?.[0]?.[0]?.length]).toEqual(tensor.shape);
      near(
        row,
        Array.from({ length: row.length }, (_, at) => bytes.readFloatLE(at * 4)),
        1e-4,
      );
    }
  });

  it('is made of no frame that is damaged', async () => {
    const frame = await flag();
    const cut = { ...frame, jpeg: frame.jpeg.subarray(0, frame.jpeg.length / 2) };
    await expect(tensorOf(cut, placementOf(SIZE, WHOLE, raw), raw)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('A box', () => {
  it.each(['FILL', 'CONTAIN'] as const)('that is around the region is the region, when it is made to %s', (fit) => {
    const region = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 };
    const placement = placementOf(SIZE, region, { width: 10, height: 40, fit });
    const { left, top, width, height } = placement.to;
    const box = boxOf(placement, [left, top, left + width, top + height]);
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(box[side]).toBeCloseTo(region[side], 9);
  });

  it('ends where the picture ends', () => {
    const placement = placementOf(SIZE, WHOLE, raw);
    expect(boxOf(placement, [-5, -5, 100, 100])).toEqual(WHOLE);
  });

  it.each([
    { x: 0.5, y: 0, width: 0.6, height: 1 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: 0, y: 0.99, width: 1, height: 0.001 },
  ])('of $x, $y, $width, $height is no region of the picture', (region) => {
    expect(() => placementOf(SIZE, region, raw)).toThrow(/frame\.region/);
  });
});
