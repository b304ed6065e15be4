import { beforeAll, describe, it, expect } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import type { Frame } from '../../src/camera/camera.js';
import type { Picture, PictureRequest } from '../../src/camera/picture.js';
import { Pictures } from '../../src/camera/pictures.js';

let jpeg: Buffer;

beforeAll(async () => {
  jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: 'orange' } })
    .jpeg()
    .toBuffer();
});

describe('Pictures', () => {
  it('passes the bytes of the camera through when they are what is asked for', async () => {
    const pictures = new Pictures();
    for (const request of [{}, { format: 'jpeg' }, { width: 320 }, { width: 4000, height: 240 }] as PictureRequest[]) {
      const frame = frameOf(jpeg);
      const picture = await pictures.render(frame, request);
      expect(picture).toEqual({ bytes: jpeg, type: 'image/jpeg', width: 320, height: 240, frame });
      expect(picture.bytes).toBe(jpeg);
    }
  });

  it('makes the size and format that is asked, never larger than the original', async () => {
    const cases: [PictureRequest, string, number, number][] = [
      [{ width: 160 }, 'jpeg', 160, 120],
      [{ height: 60, format: 'webp' }, 'webp', 80, 60],
      [{ width: 100, height: 200, format: 'png' }, 'png', 100, 75],
      [{ width: 5000, height: 5000, format: 'webp' }, 'webp', 320, 240],
      [{ quality: 10 }, 'jpeg', 320, 240],
    ];
    for (const [request, format, width, height] of cases) {
      const picture = await new Pictures().render(frameOf(jpeg), request);
      expect(picture).toMatchObject({ type: `image/${format}`, width, height });
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ format, width, height });
    }
  });

  it('makes smaller files of lower quality', async () => {
    const noisy = frameOf(await noise().jpeg({ quality: 95 }).toBuffer());
    for (const format of ['jpeg', 'webp'] as const) {
      const [low, high] = await Promise.all([20, 90].map((quality) => drawn(noisy, { quality, format })));
      expect(low?.bytes.length).toBeLessThan(high?.bytes.length ?? 0);
    }
  });

  it('makes a picture once, however many ask at once or later', async () => {
    const pictures = new Pictures({ atOnce: 1, waiting: 0 }); // a second piece of work would be refused
    const frame = frameOf(jpeg);
    const [one, ...others] = await Promise.all(Array.from({ length: 20 }, () => drawn(frame, { width: 100 }, pictures)));
    for (const other of others) expect(other).toBe(one);
    expect(await pictures.render(frame, { width: 100 })).toBe(one);
    expect(await pictures.render(frameOf(jpeg), { width: 100 })).not.toBe(one);
  });

  it('keeps a few variants of a frame, those that were asked for last', async () => {
    const pictures = new Pictures({ variants: 2 });
    const frame = frameOf(jpeg);
    const small = await pictures.render(frame, { width: 10 });
    const middle = await pictures.render(frame, { width: 20 });
    expect(await pictures.render(frame, { width: 10 })).toBe(small);
    await pictures.render(frame, { width: 30 });
    expect(await pictures.render(frame, { width: 10 })).toBe(small);
    expect(await pictures.render(frame, { width: 20 })).not.toBe(middle);
  });

  it('refuses what would wait too long, and makes it when there is room again', async () => {
    const pictures = new Pictures({ atOnce: 1, waiting: 1 });
    const frame = frameOf(jpeg);
    const results = await Promise.allSettled([10, 20, 30].map((width) => drawn(frame, { width }, pictures)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(await pictures.render(frame, { width: 30 })).toMatchObject({ width: 30 });
  });

  it('refuses more than 32 megapixels before decoding them', async () => {
    const huge = Buffer.from(jpeg);
    const header = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, header + 5);
    huge.writeUInt16BE(60_000, header + 7);
    await expect(drawn(frameOf(huge), { width: 10 })).rejects.toMatchObject({
      code: 'unavailable',
      message: 'the picture has more than 32 megapixels',
    });
  });

  it('says that a frame is damaged: cut short, or no picture at all', async () => {
    const noisy = await noise().jpeg().toBuffer();
    for (const bytes of [
      noisy.subarray(0, noisy.length / 2),
      Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      Buffer.alloc(0),
      Buffer.from('<svg/>'),
    ])
      await expect(drawn(frameOf(bytes), { width: 10 })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says that a request is outside its bounds', async () => {
    for (const request of [{ width: -1 }, { width: 1.5 }, { quality: 101 }])
      await expect(drawn(frameOf(jpeg), request)).rejects.toMatchObject({ code: 'invalid' });
  });
});

/** Whether it was made before or not. */
async function drawn(frame: Frame, request: PictureRequest, pictures = new Pictures()): Promise<Picture> {
  return await pictures.render(frame, request);
}

function frameOf(bytes: Buffer): Frame {
  return { jpeg: bytes, capturedAt: 1_780_000_000_000, sequence: 1 };
}

function noise(): Sharp {
  return sharp({
    create: { width: 200, height: 150, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 50 } },
  });
}
