import { crc32, deflateSync } from 'node:zlib';
import { describe, it, expect } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { MAX_POSTED_BYTES, postedPicture } from '../../src/camera/posted-picture.js';
import { noise, withSegment } from './jpegs.js';

const FORMATS = ['jpeg', 'png', 'webp'] as const;
const ARCHIVE = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');
const PAGE = Buffer.from('--><script>alert(1)</script><!--');

describe('postedPicture', () => {
  it('tells the type and the size of a picture from its bytes, and changes nothing that is seen', async () => {
    const scene = noise(60, 40);
    const files: [string, Sharp][] = [
      ['image/jpeg', scene.clone().jpeg()],
      ['image/jpeg', scene.clone().jpeg({ progressive: true })],
      ['image/jpeg', scene.clone().toColourspace('cmyk').jpeg()],
      ['image/jpeg', scene.clone().greyscale().jpeg()],
      ['image/png', scene.clone().png()],
      ['image/png', scene.clone().png({ palette: true, progressive: true })],
      ['image/png', scene.clone().ensureAlpha(0.5).png()],
      ['image/webp', scene.clone().webp()],
      ['image/webp', scene.clone().webp({ lossless: true })],
      ['image/webp', scene.clone().ensureAlpha(0.5).webp()],
    ];
    for (const [type, file] of files) {
      const bytes = await file.toBuffer();
      const picture = postedPicture(bytes, `${type}; charset=binary`);
      expect(picture).toMatchObject({ type, width: 60, height: 40, orientation: 1 });
      expect(await pixels(picture.bytes)).toEqual(await pixels(bytes));
    }
  });

  it('tells how a picture is to be turned, and hands on nothing else that is said beside it', async () => {
    for (const format of FORMATS) {
      const said = noise(60, 40)
        .withMetadata({ orientation: 6, exif: { IFD0: { Artist: 'somebody' } } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">somewhere</x:xmpmeta>')
        .withIccProfile('p3');
      const bytes = await said.toFormat(format).toBuffer();
      expect(bytes.includes('somebody')).toBe(true);
      const picture = postedPicture(bytes);
      expect(picture).toMatchObject({ orientation: 6, width: 60, height: 40 });
      for (const word of ['somebody', 'somewhere', 'acsp', 'Exif']) expect(picture.bytes.includes(word)).toBe(false);
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ format, width: 60, height: 40 });
    }
  });

  it('takes nothing but JPEG, PNG and WebP', async () => {
    const dot = noise(8, 8);
    const others = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'),
      Buffer.from('%PDF-1.7'),
      Buffer.from('%!PS-Adobe-3.0 EPSF-3.0'),
      Buffer.from('push graphic-context\nimage over 0,0 8,8 "https://127.0.0.1/"'),
      Buffer.from('<?xml version="1.0"?><image><read filename="/etc/passwd"/></image>'),
      Buffer.from('BM'.padEnd(64, '\0'), 'latin1'),
      Buffer.from('\0\0\x01\0'.padEnd(64, '\0'), 'latin1'),
      Buffer.from('\0\0\0\x0cjP  \r\n\x87\n'.padEnd(64, '\0'), 'latin1'),
      Buffer.concat([ARCHIVE, await dot.clone().jpeg().toBuffer()]),
      Buffer.concat([PAGE, await dot.clone().png().toBuffer()]),
      Buffer.alloc(0),
      await dot.clone().gif().toBuffer(),
      await dot.clone().tiff().toBuffer(),
      await dot.clone().avif().toBuffer(),
    ];
    for (const bytes of others) expect(() => postedPicture(bytes)).toThrow(refusal('unsupportedMediaType'));
  });

  it('takes nothing that came as something else', async () => {
    const png = await noise(8, 8).png().toBuffer();
    expect(() => postedPicture(png, 'image/jpeg')).toThrow(refusal('unsupportedMediaType', 'came as something else'));
    expect(postedPicture(png, 'IMAGE/PNG')).toMatchObject({ type: 'image/png' });
  });

  it('refuses too many bytes, whatever they are', () => {
    expect(() => postedPicture(Buffer.alloc(MAX_POSTED_BYTES + 1))).toThrow(refusal('tooLarge', String(MAX_POSTED_BYTES)));
  });

  it('refuses more pixels than a board can bear, by what is said of them', async () => {
    const dot = noise(8, 8);
    const jpeg = await dot.clone().jpeg().toBuffer();
    const inScans = await dot.clone().jpeg({ progressive: true }).toBuffer();
    const png = await dot.clone().png().toBuffer();
    const interlaced = await dot.clone().png({ progressive: true }).toBuffer();
    const [lossy, lossless] = [await dot.clone().webp().toBuffer(), await dot.clone().webp({ lossless: true }).toBuffer()];
    const cases: [Buffer, RegExp][] = [
      [jpegOf(jpeg, 8_000, 4_001), /more than 32 megapixels/],
      [jpegOf(inScans, 4_000, 2_001), /in several scans and has more than 8 megapixels/],
      [pngOf(png, 8_000, 4_001), /more than 32 megapixels/],
      [pngOf(png, 0xffffffff, 0xffffffff), /more than 32 megapixels/],
      [pngOf(png, 65_536, 1), /a side of the picture has more than 65535 pixels/],
      [pngOf(png, 1, 65_536), /a side of the picture has more than 65535 pixels/],
      [pngOf(interlaced, 4_000, 2_001), /interlaced and has more than 8 megapixels/],
      [lossyOf(lossy, 16_000, 1_001), /more than 16 megapixels/],
      [losslessOf(lossless, 16_000, 1_001), /more than 16 megapixels/],
    ];
    for (const [bytes, why] of cases) expect(() => postedPicture(bytes)).toThrow(refusal('tooLarge', why));
    expect(postedPicture(jpegOf(jpeg, 8_000, 4_000))).toMatchObject({ width: 8_000 });
    expect(postedPicture(pngOf(png, 65_535, 1))).toMatchObject({ width: 65_535 });
    expect(postedPicture(pngOf(interlaced, 4_000, 2_000))).toMatchObject({ width: 4_000 });
    expect(postedPicture(lossyOf(lossy, 16_000, 1_000))).toMatchObject({ height: 1_000 });
    expect(postedPicture(losslessOf(lossless, 16_000, 1_000))).toMatchObject({ height: 1_000 });
  });

  it('hands on nothing that a decoder would inflate without being shown', async () => {
    const endless = deflateSync(Buffer.alloc(64 * 1024 * 1024));
    const png = await noise(8, 8).png().toBuffer();
    for (const [name, before] of [
      ['iCCP', 'profile\0\0'],
      ['zTXt', 'Comment\0\0'],
      ['iTXt', 'Comment\0\x01\0\0\0'],
    ] as const) {
      const { bytes } = postedPicture(withChunk(png, name, Buffer.concat([Buffer.from(before, 'latin1'), endless])));
      expect(bytes).toEqual(postedPicture(png).bytes);
    }
  });

  it('has no decoder inflate more than the size says', async () => {
    const png = await noise(8, 8).png().toBuffer();
    const endless = deflateSync(Buffer.alloc(256 * 1024 * 1024));
    const { bytes, width, height } = postedPicture(withData(png, endless));
    const before = process.memoryUsage.rss();
    const seen = await sharp(bytes, { failOn: 'none' }).raw().toBuffer();
    expect([width, height, seen.length]).toEqual([8, 8, 8 * 8 * 3]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('refuses no size at all, and two', async () => {
    const dot = noise(8, 8);
    const jpeg = await dot.clone().jpeg().toBuffer();
    const png = await dot.clone().png().toBuffer();
    const header = jpeg.subarray(frameHeader(jpeg), frameHeader(jpeg) + 19);
    const twice = Buffer.concat([jpeg.subarray(0, frameHeader(jpeg)), header, jpeg.subarray(frameHeader(jpeg))]);
    for (const bytes of [jpegOf(jpeg, 0, 8), pngOf(png, 8, 0)])
      expect(() => postedPicture(bytes)).toThrow(refusal('invalid', 'no size'));
    expect(() => postedPicture(twice)).toThrow(refusal('invalid', 'two sizes'));
    const webp = await dot.clone().ensureAlpha(0.5).webp().toBuffer();
    webp.writeUIntLE(99, webp.indexOf('VP8X') + 12, 3);
    expect(() => postedPicture(webp)).toThrow(refusal('invalid', 'two sizes'));
  });

  it('refuses what moves', async () => {
    const stills = await Promise.all([noise(8, 8).png().toBuffer(), noise(8, 8).png().toBuffer()]);
    const frames = sharp(stills, { join: { animated: true } });
    const png = await noise(8, 8).png().toBuffer();
    const moving = [await frames.webp().toBuffer(), withChunk(png, 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))];
    for (const bytes of moving) expect(() => postedPicture(bytes)).toThrow(refusal('invalid', 'animated'));
  });

  it('refuses what is another file as well: behind it, in it, or in its comments', async () => {
    for (const format of FORMATS) {
      const bytes = await noise(8, 8).toFormat(format).toBuffer();
      for (const other of [ARCHIVE, PAGE, Buffer.from([0])])
        expect(() => postedPicture(Buffer.concat([bytes, other]))).toThrow(refusal('invalid', /behind/));
    }
    const jpeg = await noise(8, 8).jpeg().toBuffer();
    const png = await noise(8, 8).png().toBuffer();
    const webp = await noise(8, 8).webp().toBuffer();
    const hidden = [PAGE, ARCHIVE, Buffer.from('%PDF-1.4')].flatMap((other) => [
      withSegment(jpeg, 0xfe, other),
      withSegment(jpeg, 0xe0, other),
      withChunk(png, 'tEXt', Buffer.concat([Buffer.from('Comment\0'), other])),
      withRiffChunk(webp, 'XMP ', other),
    ]);
    for (const bytes of hidden) expect(() => postedPicture(bytes)).toThrow(refusal('invalid', 'another file'));
    expect(() => postedPicture(withSegment(jpeg, 0xf0, PAGE))).toThrow(refusal('invalid', 'nobody knows'));
    expect(() => postedPicture(withChunk(png, 'EVIL', PAGE))).toThrow(refusal('invalid', 'nobody knows'));
  });

  it('refuses what is cut short, wherever', async () => {
    for (const format of FORMATS) {
      const bytes = await noise(16, 16).toFormat(format).toBuffer();
      for (let length = 0; length < bytes.length; length++)
        expect(() => postedPicture(bytes.subarray(0, length))).toThrow(refusal(/^(invalid|unsupportedMediaType)$/));
    }
  });

  it('refuses a PNG whose checksums are wrong', async () => {
    const png = await noise(8, 8).png().toBuffer();
    png.writeUInt32BE(png.readUInt32BE(29) ^ 1, 29);
    expect(() => postedPicture(png)).toThrow(refusal('invalid', 'checksums'));
  });

  it('says no, and nothing worse, to bytes that were changed anywhere', async () => {
    for (const format of FORMATS) {
      const bytes = await noise(16, 16).withMetadata({ orientation: 3 }).toFormat(format).toBuffer();
      for (let at = 0; at < bytes.length; at++)
        for (const value of [0, 0x7f, 0xff]) {
          const changed = Buffer.from(bytes);
          changed[at] = value;
          expect(() => tried(changed)).not.toThrow();
        }
    }
  });
});

/** Only what it throws on purpose is caught. */
function tried(bytes: Buffer): void {
  try {
    const { orientation } = postedPicture(bytes);
    if (!(orientation >= 1 && orientation <= 8)) throw new Error(`orientation ${orientation}`);
  } catch (error) {
    if ((error as Error).name !== 'GatewayError') throw error;
  }
}

function refusal(code: string | RegExp, message: string | RegExp = ''): Error {
  return expect.objectContaining({
    code: expect.stringMatching(code),
    message: expect.stringMatching(message),
  }) as unknown as Error;
}

async function pixels(bytes: Buffer): Promise<Buffer> {
  return await sharp(bytes).ensureAlpha().raw().toBuffer();
}

function frameHeader(jpeg: Buffer): number {
  return jpeg.toString('latin1').search(/\xff[\xc0\xc2]/);
}

function jpegOf(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  lying.writeUInt16BE(height, frameHeader(jpeg) + 5);
  lying.writeUInt16BE(width, frameHeader(jpeg) + 7);
  return lying;
}

function pngOf(png: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(png);
  lying.writeUInt32BE(width, 16);
  lying.writeUInt32BE(height, 20);
  lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
  return lying;
}

function lossyOf(webp: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(webp);
  lying.writeUInt16LE(width, 26);
  lying.writeUInt16LE(height, 28);
  return lying;
}

function losslessOf(webp: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(webp);
  lying.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 21);
  return lying;
}

/** Behind the header. */
function withChunk(png: Buffer, name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([png.subarray(0, 33), length, named, checksum, png.subarray(33)]);
}

/** With nothing but other pixels behind the header, as they are deflated. */
function withData(png: Buffer, deflated: Buffer): Buffer {
  const at = png.indexOf('IDAT') - 4;
  const without = Buffer.concat([png.subarray(0, 33), png.subarray(at + 12 + png.readUInt32BE(at))]);
  return withChunk(without, 'IDAT', deflated);
}

function withRiffChunk(webp: Buffer, name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const whole = Buffer.concat([webp, Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
