import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import type { Frame } from '../../../src/camera/camera.js';
import type { ModelInput } from '../../../src/camera/inference/model-input.js';
import type { ExifOrientation } from '../../../src/camera/exif-orientation.js';
import { boxOf, placementOf, WHOLE } from '../../../src/camera/inference/placement.js';
import { type Still, stillOfFrame, stillOfPosted } from '../../../src/camera/inference/still.js';
import { tensorBytes, tensorJson, tensorOf } from '../../../src/camera/inference/tensor.js';
import { uprightSize } from '../../../src/camera/upright.js';
import { postedPicture } from '../../../src/camera/posted-picture.js';
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
  const tensor = await tensorOf(stillOfFrame(await flag()), placementOf(SIZE, region, input), input);
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
    // of two pixels the numbers would be the same either way
    const [red, green, blue] = [
      [254, 254, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 254, 254],
    ] as const;
    near(await numbersOf({ ...input, width: 4 }), [...RED, ...RED, ...BLUE, ...BLUE]);
    near(await numbersOf({ ...input, width: 4, layout: 'NCHW' }), [...red, ...green, ...blue]);
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
    const tensor = await tensorOf(stillOfFrame(await flag()), placementOf(SIZE, WHOLE, input), input);
    near([...tensorBytes(tensor, 'UINT8')], [254, 255, 0, 0, 255, 0]);
  });

  it('says the same in brackets, in a row and in bytes, however large it is', async () => {
    const input = { ...raw, width: 150, height: 120, scale: [1 / 255, 1 / 3, 2] };
    for (const layout of ['NHWC', 'NCHW'] as const) {
      const tensor = await tensorOf(stillOfFrame(await flag()), placementOf(SIZE, WHOLE, input), { ...input, layout });
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
    await expect(tensorOf(stillOfFrame(cut), placementOf(SIZE, WHOLE, raw), raw)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

/** Four pixels that are told apart: red and green above, blue and white below. */
const QUARTERS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const;

/** @returns a picture of quarters, 64 by 32 pixels as it is upright, stored as EXIF's orientation says */
async function quarters(orientation: ExifOrientation): Promise<Still> {
  const upright = Buffer.alloc(64 * 32 * 3);
  for (let y = 0; y < 32; y++)
    for (let x = 0; x < 64; x++) upright.set(QUARTERS[(y < 16 ? 0 : 2) + (x < 32 ? 0 : 1)] ?? [], (y * 64 + x) * 3);
  const image = sharp(upright, { raw: { width: 64, height: 32, channels: 3 } });
  // what undoes it: sharp mirrors, then turns
  const stored = {
    1: () => image,
    2: () => image.flop(),
    3: () => image.rotate(180),
    4: () => image.flip(),
    5: () => image.flop().rotate(270),
    6: () => image.rotate(270),
    7: () => image.flop().rotate(90),
    8: () => image.rotate(90),
  }[orientation]();
  const png = await stored.png().toBuffer();
  const { width, height } = await sharp(png).metadata();
  // sharp, too, is to find it upright
  const jpeg = await sharp(png).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();
  const judged = await sharp(await sharp(jpeg).rotate().toBuffer())
    .resize(2, 2, { kernel: 'nearest' })
    .raw()
    .toBuffer();
  near([...judged], QUARTERS.flat());
  return stillOfPosted({ type: 'image/png', bytes: png, width, height, orientation });
}

describe('A picture that is not stored upright', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('is looked at upright, with the orientation %d', async (orientation) => {
    const still = await quarters(orientation);
    const size = uprightSize(still);
    expect(size).toEqual({ width: 64, height: 32 });
    const seen = async (input: ModelInput, region = WHOLE) => {
      const tensor = await tensorOf(still, placementOf(size, region, input), input);
      return JSON.parse((await tensorJson(tensor, false)).toString()) as number[];
    };
    near(await seen({ ...raw, width: 2, height: 2 }), QUARTERS.flat());
    near(await seen({ ...raw, width: 1, height: 1 }, { x: 0.6, y: 0.6, width: 0.4, height: 0.4 }), QUARTERS[3]);
    near(await seen({ ...raw, width: 1, height: 1 }, { x: 0, y: 0.6, width: 0.4, height: 0.4 }), QUARTERS[2]);
    const black = [0, 0, 0, 0, 0, 0];
    const contained = await seen({ ...raw, width: 4, height: 4, fit: 'CONTAIN' });
    near(contained.slice(0, 12), [...black, ...black]);
    near([contained.slice(12, 15), contained.slice(21, 24)].flat(), [...QUARTERS[0], ...QUARTERS[1]]);
    near([contained.slice(24, 27), contained.slice(33, 36)].flat(), [...QUARTERS[2], ...QUARTERS[3]]);
    near(contained.slice(36), [...black, ...black]);
  });

  it('is a frame of a camera that is mounted so', async () => {
    const { jpeg, ...frame } = await flag();
    const turned = await sharp(jpeg).rotate(270).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    const still = stillOfFrame({ ...frame, jpeg: turned, orientation: 6 });
    const input = { ...raw, width: 2, height: 1 };
    const tensor = await tensorOf(still, placementOf(uprightSize(still), WHOLE, input), input);
    near(JSON.parse((await tensorJson(tensor, false)).toString()) as number[], [...RED, ...BLUE]);
  });
});

describe('A posted picture', () => {
  const colours = (still: Still, input: ModelInput) =>
    tensorOf(still, placementOf(uprightSize(still), WHOLE, input), input).then(({ colours }) => [...colours]);
  const plain = { create: { width: 8, height: 8, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } } } as const;
  const [colour, grey] = [
    { ...raw, width: 1, height: 1 },
    { ...raw, width: 1, height: 1, channels: 1, mean: [0], scale: [1] },
  ] as const;

  it("may be transparent, grey, of 16 bits or of printer's colours", async () => {
    const posted = async (image: Sharp) => stillOfPosted(postedPicture(await image.toBuffer()));
    near(await colours(await posted(sharp(plain).png()), colour), [100, 50, 25], 3);
    near(await colours(await posted(sharp(plain).webp({ lossless: true })), colour), [100, 50, 25], 3);
    const opaque = sharp(plain).removeAlpha();
    near(await colours(await posted(opaque.clone().toColourspace('rgb16').png()), colour), [200, 100, 50], 3);
    near(await colours(await posted(opaque.clone().toColourspace('cmyk').jpeg({ quality: 100 })), colour), [200, 100, 50], 40);
    const [light = 0] = await colours(await posted(opaque.clone().toColourspace('b-w').png()), grey);
    near(await colours(await posted(opaque.clone().toColourspace('b-w').png()), colour), [light, light, light], 1);
    expect(light).toBeGreaterThan(90);
  });

  it('that is damaged is the fault of who has sent it', async () => {
    const whole = await sharp(plain).png({ compressionLevel: 0 }).toBuffer();
    // the pixels are no longer those that their checksum is of
    const damaged = Buffer.from(whole).fill(0x55, 60, 90);
    const still = stillOfPosted({ type: 'image/png', width: 8, height: 8, orientation: 1, bytes: damaged });
    await expect(colours(still, colour)).rejects.toMatchObject({ code: 'invalid' });
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
