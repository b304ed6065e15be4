import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { redrawn } from '../../src/camera/redrawn.js';
import { GatewayError } from '../../src/errors.js';
import { noise } from './jpegs.js';

const COLOURS = ['#ff0000', '#00ff00', '#0000ff', '#ffffff'];
/** Where each of the four corners is, so that a picture that is turned or mirrored is another. */
async function corners(of: Buffer | Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(of).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const pixel = data.subarray((y * info.width + x) * 3).subarray(0, 3);
    return [...pixel].map((colour) => (colour > 128 ? 'f' : '0')).join('');
  };
  return [at(4, 4), at(info.width - 5, 4), at(4, info.height - 5), at(info.width - 5, info.height - 5)];
}

async function quartered(): Promise<Buffer> {
  const quarter = (background: string) =>
    sharp({ create: { width: 40, height: 20, channels: 3, background } })
      .png()
      .toBuffer();
  const inputs = await Promise.all(COLOURS.map(quarter));
  const places = inputs.map((input, at) => ({ input, left: 40 * (at % 2), top: 20 * Math.floor(at / 2) }));
  return sharp({ create: { width: 80, height: 40, channels: 3, background: '#000000' } })
    .composite(places)
    .png()
    .toBuffer();
}

describe('A picture that is drawn anew', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is upright, as its EXIF says that it is to be: %d', async (orientation) => {
    const file = await sharp(await quartered())
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    const asShown = await sharp(file).autoOrient().png().toBuffer({ resolveWithObject: true });
    const { bytes, width, height } = await redrawn(file);
    expect({ width, height }).toEqual({ width: asShown.info.width, height: asShown.info.height });
    expect(await corners(bytes)).toEqual(await corners(asShown.data));
  });

  it('is a WebP that says nothing of where it came from', async () => {
    const file = await noise(60, 40)
      .withMetadata({ exif: { IFD0: { Artist: 'somebody' } } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">somewhere</x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const { bytes } = await redrawn(file);
    const { format, exif, xmp, icc } = await sharp(bytes).metadata();
    expect({ format, exif, xmp, icc }).toEqual({ format: 'webp', exif: undefined, xmp: undefined, icc: undefined });
    expect(file.includes('somebody') && !Buffer.from(bytes).includes('somebody')).toBe(true);
  });

  it('keeps what can be seen through, and the colours of print', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } })
      .png()
      .toBuffer();
    expect((await sharp((await redrawn(clear)).bytes).metadata()).hasAlpha).toBe(true);
    const printed = await noise(8, 8).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp((await redrawn(printed)).bytes).metadata()).space).toBe('srgb');
  });

  it.each([
    [5_000, 1_000, 4_096, 819],
    [100, 8_192, 50, 4_096],
    [30, 20, 30, 20],
  ])('of %d by %d pixels has %d by %d', async (width, height, drawnWidth, drawnHeight) => {
    const file = await sharp({ create: { width, height, channels: 3, background: 'navy' } })
      .png()
      .toBuffer();
    expect(await redrawn(file)).toMatchObject({ width: drawnWidth, height: drawnHeight });
  });

  it('is none of what is no picture, is cut short, moves, or has too many pixels', async () => {
    const whole = await noise(200, 200).png().toBuffer();
    const large = Buffer.from(whole);
    large.writeUInt32BE(60_000, 16);
    large.writeUInt32BE(60_000, 20);
    const frames = await noise(8, 16).webp({ lossless: true }).toBuffer();
    const cases: [Buffer, string][] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'invalid'],
      [Buffer.alloc(0), 'invalid'],
      [whole.subarray(0, whole.length / 2), 'invalid'],
      [Buffer.concat([whole, Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')]), 'invalid'],
      [await sharp(frames, { animated: true }).gif().toBuffer(), 'invalid'],
    ];
    for (const [file, code] of cases) await expect(redrawn(file)).rejects.toMatchObject({ name: 'GatewayError', code });
    await expect(redrawn(large)).rejects.toBeInstanceOf(GatewayError);
  });
});
