import { beforeAll, describe, it, expect } from '@jest/globals';
import sharp from 'sharp';
import type { Frame } from '../../src/camera/camera.js';
import type { Picture, PictureRequest } from '../../src/camera/picture.js';
import { Pictures } from '../../src/camera/pictures.js';
import { withExif } from '../../src/camera/exif.js';
import { noise } from './jpegs.js';

let jpeg: Buffer;

beforeAll(async () => {
  jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: 'orange' } })
    .jpeg()
    .toBuffer();
});

describe('Pictures', () => {
  it('passes the picture of the camera through when it is what is asked for, and says in EXIF what it is', async () => {
    const pictures = new Pictures();
    for (const request of [
      {},
      { format: 'jpeg' },
      { width: 320 },
      { width: 4000, height: 240 },
      { rotate: 0 },
    ] as PictureRequest[]) {
      const frame = frameOf(jpeg);
      const picture = await pictures.render(frame, request);
      expect(picture).toMatchObject({
        bytes: withExif(jpeg, frame),
        type: 'image/jpeg',
        width: 320,
        height: 240,
        orientation: 1,
        frame,
      });
      const [seen, sent] = [await sharp(picture.bytes).raw().toBuffer(), await sharp(jpeg).raw().toBuffer()];
      expect(seen.equals(sent)).toBe(true);
    }
  });

  it('makes the size and format that is asked, never larger than the original', async () => {
    const cases: [PictureRequest, string, number, number][] = [
      [{ width: 160 }, 'jpeg', 160, 120],
      [{ height: 60, format: 'webp' }, 'webp', 80, 60],
      [{ width: 100, height: 200, format: 'png' }, 'png', 100, 75],
      [{ width: 5000, height: 5000, format: 'webp' }, 'webp', 320, 240],
      [{ quality: 10 }, 'jpeg', 320, 240],
      [{ width: 64, format: 'avif' }, 'avif', 64, 48],
      [{ width: 50, height: 100, fit: 'cover', format: 'png' }, 'png', 50, 100],
      [{ width: 400, height: 300, fit: 'fill' }, 'jpeg', 400, 300],
      [{ width: 90, fit: 'contain', format: 'webp' }, 'webp', 90, 68],
    ];
    for (const [request, format, width, height] of cases) {
      const picture = await new Pictures().render(frameOf(jpeg), request);
      expect(picture).toMatchObject({ type: `image/${format}`, width, height });
      const found = await sharp(picture.bytes).metadata();
      expect(found).toMatchObject({ format: format === 'avif' ? 'heif' : format, width, height });
    }
  });

  it('makes smaller files of lower quality', async () => {
    const noisy = frameOf(await noise(200, 150).jpeg({ quality: 95 }).toBuffer());
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

  it('keeps few pictures, those that were asked for last, whatever frames they are of', async () => {
    const pictures = new Pictures({ most: 2 });
    const frame = frameOf(jpeg);
    const small = await pictures.render(frame, { width: 10 });
    const middle = await pictures.render(frameOf(jpeg), { width: 20 });
    expect(await pictures.render(frame, { width: 10 })).toBe(small);
    await pictures.render(frameOf(jpeg), { width: 30 });
    expect(await pictures.render(frame, { width: 10 })).toBe(small);
    expect(await pictures.render(middle.frame, { width: 20 })).not.toBe(middle);
  });

  it('keeps few bytes of pictures', async () => {
    const frame = frameOf(jpeg);
    const [small, large] = [await drawn(frame, { width: 10 }), await drawn(frame, { width: 100 })];
    const pictures = new Pictures({ mostBytes: jpeg.length + large.bytes.length + small.bytes.length - 1 });
    const first = await pictures.render(frame, { width: 10 });
    expect(await pictures.render(frame, { width: 10 })).toBe(first);
    await pictures.render(frame, { width: 100 });
    expect(await pictures.render(frame, { width: 10 })).not.toBe(first);
  });

  it('keeps no picture that is larger than all that may be kept, and forgets none for it', async () => {
    const frame = frameOf(jpeg);
    const [small, large] = [await drawn(frame, { width: 10 }), await drawn(frame, { width: 100 })];
    const pictures = new Pictures({ mostBytes: jpeg.length + small.bytes.length });
    expect(large.bytes.length).toBeGreaterThan(small.bytes.length);
    const first = await pictures.render(frame, { width: 10 });
    const second = await pictures.render(frame, { width: 100 });
    expect(await pictures.render(frame, { width: 100 })).not.toBe(second);
    expect(await pictures.render(frame, { width: 10 })).toBe(first);
  });

  it('counts the frames of small pictures too, each once: they stay in memory with them', async () => {
    const large = { width: 10 };
    const { bytes } = await drawn(frameOf(jpeg), large);
    const pictures = new Pictures({ mostBytes: 2 * jpeg.length + 3 * bytes.length });
    const [frame, next, third] = [frameOf(jpeg), frameOf(jpeg), frameOf(jpeg)];
    const first = await pictures.render(frame, { width: 10 });
    const again = await pictures.render(frame, { width: 10, quality: 79 });
    await pictures.render(next, { width: 10 });
    expect(await pictures.render(frame, { width: 10 })).toBe(first);
    await pictures.render(third, { width: 10 });
    expect(await pictures.render(frame, { width: 10, quality: 79 })).not.toBe(again);
  });

  it('refuses what would wait too long, and makes it when there is room again', async () => {
    const pictures = new Pictures({ atOnce: 1, waiting: 1 });
    const frame = frameOf(jpeg);
    const results = await Promise.allSettled([10, 20, 30].map((width) => drawn(frame, { width }, pictures)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { code: 'unavailable', retryAfterMs: 1_000 } });
    expect(await pictures.render(frame, { width: 30 })).toMatchObject({ width: 30 });
  });

  it('refuses one camera too much work, and makes the pictures of the others in turn', async () => {
    const pictures = new Pictures({ atOnce: 1, waiting: 3 });
    const frame = frameOf(jpeg);
    const order: string[] = [];
    const ask = async (camera: string, width: number) => {
      await pictures.render(frame, { width }, camera);
      order.push(camera);
    };
    const flood = Promise.allSettled(Array.from({ length: 100 }, (_, index) => ask('greedy', 100 + index)));
    await Promise.all([ask('modest', 50), ask('modest', 51)]);
    expect(order).toEqual(['greedy', 'greedy', 'modest', 'greedy', 'modest']);
    expect((await flood).filter(({ status }) => status === 'rejected')).toHaveLength(96);
  });

  it('refuses most of 10,000 requests at once, and none of another camera', async () => {
    const pictures = new Pictures();
    const frame = frameOf(jpeg);
    const ask = async (camera: string, quality: number, width: number) => pictures.render(frame, { quality, width }, camera);
    const flood = Promise.allSettled(
      Array.from({ length: 10_000 }, (_, at) => ask('greedy', 1 + (at % 100), 16 + Math.floor(at / 100))),
    );
    await Promise.all([ask('modest', 1, 200), ask('modest', 2, 200)]);
    const results = await flood;
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(18);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'unavailable', retryAfterMs: 1_000 });
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

  it('says that a picture is too much to ask', async () => {
    const wide = frameOf(
      await sharp({ create: { width: 2_600, height: 1_600, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    );
    const long = frameOf(
      await sharp({ create: { width: 20_000, height: 16, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    );
    const cases: [Frame, PictureRequest, RegExp][] = [
      [wide, { format: 'avif' }, /at most 4 megapixels/],
      [frameOf(jpeg), { width: 4_000, height: 2_001, fit: 'fill' }, /enlarged to at most 8 megapixels/],
      [long, { format: 'webp' }, /at most 16383 pixels/],
      [frameOf(jpeg), { region: '320,0,10,10' }, /no part of a picture of 320 x 240 pixels/],
      [frameOf(jpeg), { region: '0,0,0,10' }, /no part/],
      [frameOf(jpeg), { region: 'nonsense' }, /no part/],
    ];
    for (const [frame, request, why] of cases)
      await expect(drawn(frame, request)).rejects.toThrow(
        expect.objectContaining({ code: 'invalid', message: expect.stringMatching(why) }),
      );
    expect(await drawn(wide, { format: 'avif', width: 64 })).toMatchObject({ width: 64 });
  });

  it('says that a frame is damaged: cut short, or no picture at all', async () => {
    const noisy = await noise(200, 150).jpeg().toBuffer();
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
