import { beforeAll, describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { jpegIn, JpegSplitter } from '../../../src/devices/v4l2/split-jpegs.js';

let plain: Buffer, progressive: Buffer, withThumbnail: Buffer;

beforeAll(async () => {
  plain = await noise(64).jpeg().toBuffer();
  progressive = await noise(48).jpeg({ progressive: true }).toBuffer();
  withThumbnail = insertSegment(plain, 0xe1, await noise(16).jpeg().toBuffer());
});

describe('JpegSplitter', () => {
  it('finds each image again, however the stream is chopped', () => {
    const images = [plain, withThumbnail, progressive, plain];
    for (const size of [1, 2, 3, 7, 64, 1000, 65_536]) expect(split(Buffer.concat(images), size)).toEqual({ images, damaged: 0 });
  });

  it('finds it wherever in memory it begins, and whatever a byte before its end is like', () => {
    const end = plain.length - 2;
    for (let before = 0; before < 8; before++)
      for (const last of [0x00, 0x01, 0x7e, 0x7f, 0x80, 0x81, 0xfe]) {
        const image = Buffer.from(plain);
        image.fill(last, end - 9, end);
        const chunk = Buffer.concat([Buffer.alloc(before, 0x80), image, Buffer.alloc(before)]).subarray(before);
        expect(split(chunk)).toEqual({ images: [image], damaged: 0 });
      }
  });

  it('leaves a thumbnail within its image', () => {
    expect(split(Buffer.concat([withThumbnail, plain])).images).toEqual([withThumbnail, plain]);
  });

  it('walks over restart markers, stuffed zeros and fill bytes', () => {
    const scan = [0xff, 0xda, 0, 3, 9, 1, 0xff, 0x00, 2, 0xff, 0xd0, 3, 0xff, 0xd7, 4, 0xff, 0xff, 0xd9];
    const image = Buffer.from([0xff, 0xd8, 0xff, 0xff, 0xfe, 0, 2, ...scan]);
    expect(split(Buffer.concat([image, image]), 1)).toEqual({ images: [image, image], damaged: 0 });
  });

  it('trims the padding of a driver that always fills its buffer', () => {
    const padding = Buffer.alloc(5000);
    expect(split(Buffer.concat([plain, padding, progressive, padding]), 333)).toEqual({
      images: [plain, progressive],
      damaged: 0,
    });
  });

  it('drops and counts an image that was cut short in its scan', () => {
    const cut = plain.subarray(0, plain.length - 20);
    const padded = Buffer.concat([cut, Buffer.alloc(100)]);
    for (const size of [1, 500]) {
      expect(split(Buffer.concat([cut, plain]), size)).toEqual({ images: [plain], damaged: 1 });
      expect(split(Buffer.concat([padded, plain, padded]), size)).toEqual({ images: [plain], damaged: 2 });
    }
  });

  it('drops an image with a byte where no marker can be, and finds the next', () => {
    const broken = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0x55, 0x55]);
    expect(split(Buffer.concat([broken, plain]), 5)).toEqual({ images: [plain], damaged: 1 });
  });

  it('drops an image with a stuffed zero or a restart marker before its scan', () => {
    const rest = [0xff, 0xda, 0, 3, 9, 1, 0xff, 0xd9];
    for (const code of [0x00, 0xd0])
      expect(split(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, code, ...rest]))).toEqual({ images: [], damaged: 1 });
  });

  it('drops an image with an impossible segment length, or an end before any picture', () => {
    const impossible = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xd8, 0xff, 0xd9]);
    expect(split(Buffer.concat([impossible, plain]))).toEqual({ images: [plain], damaged: 2 });
  });

  it('finds images behind noise, in which FFD8 alone means nothing', () => {
    expect(split(Buffer.concat([Buffer.from([1, 0xff, 0xff, 0xd8, 7, 0xff, 0]), plain]), 2)).toEqual({
      images: [plain],
      damaged: 0,
    });
  });

  it('drops an image beyond the size bound and keeps no more of it than the bound', () => {
    const limit = plain.length;
    const large = insertSegment(plain, 0xe2, Buffer.alloc(100));
    for (const size of [1, 100_000])
      expect(split(Buffer.concat([plain, large, plain]), size, limit)).toEqual({ images: [plain, plain], damaged: 1 });
  });

  it('survives anything, and finds a whole image after anything that ends in enough padding', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 400 }), (garbage, size) => {
        const stream = Buffer.concat([garbage, Buffer.alloc(70_000), plain]);
        expect(split(stream, size).images.at(-1)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same images whatever the chunks, also of a damaged stream', () => {
    const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 4 });
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 900 }), (missing, size) => {
        const stream = Buffer.concat(missing.map((count) => plain.subarray(0, plain.length - count)));
        expect(split(stream, size)).toEqual(split(stream, stream.length + 1));
      }),
      { numRuns: 50 },
    );
  });
});

describe('jpegIn', () => {
  it('finds the first whole image where it lies', () => {
    const cut = plain.subarray(0, plain.length - 20);
    for (const before of [Buffer.alloc(0), Buffer.from('noise'), cut]) {
      const chunk = Buffer.concat([before, withThumbnail, Buffer.alloc(100), plain]);
      const image = jpegIn(chunk);
      expect(Buffer.from(image ?? '').equals(withThumbnail)).toBe(true);
      expect([image?.buffer, image?.byteOffset]).toEqual([chunk.buffer, chunk.byteOffset + before.length]);
    }
  });

  it('finds none in what was cut short', () => {
    expect(jpegIn(plain.subarray(0, plain.length - 20))).toBeUndefined();
  });
});

function split(stream: Buffer, size = 4096, limit?: number): { images: Buffer[]; damaged: number } {
  const splitter = new JpegSplitter(limit);
  const images: Buffer[] = [];
  for (let at = 0; at < stream.length; at += size)
    images.push(...splitter.push(stream.subarray(at, at + size)).map((image) => Buffer.from(image)));
  splitter.end();
  return { images, damaged: splitter.damaged };
}

function noise(size: number): Sharp {
  return sharp({
    create: { width: size, height: size, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
}

function insertSegment(jpeg: Buffer, code: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}
