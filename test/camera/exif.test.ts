import { describe, it, expect } from '@jest/globals';
import sharp from 'sharp';
import type { Frame, Orientation } from '../../src/camera/camera.js';
import { withExif } from '../../src/camera/exif.js';
import { jpegSegments } from '../../src/camera/jpeg-segments.js';
import { Pictures } from '../../src/camera/pictures.js';
import { noise, withSegment } from './jpegs.js';

const TIME = { capturedAt: Date.parse('2026-05-28T23:59:58.007Z'), sequence: 1234 };
const SAID = ['2026:05:28 23:59:58', '007', '+00:00', `${TIME.capturedAt.toString(16).padStart(16, '0')}00000000000004d2`];

describe('EXIF', () => {
  it('says when a picture was exposed, which one it is and how it is to be turned, and changes no pixel', async () => {
    const jpeg = await noise(40, 30).jpeg().toBuffer();
    for (const orientation of [1, 3, 6, 8] satisfies Orientation[]) {
      const bytes = withExif(jpeg, { ...TIME, orientation });
      const { exif, ...metadata } = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ orientation, width: 40, height: 30 });
      for (const text of SAID) expect(exif?.includes(`${text}\0`)).toBe(true);
      expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
    }
  });

  it('says of each picture what is true of that one', async () => {
    const jpeg = await noise(40, 30).jpeg().toBuffer();
    const later = { capturedAt: Date.parse('2027-11-09T01:02:03.456Z'), sequence: 0xbeef };
    const [before, after, again] = [TIME, later, TIME].map((frame) => withExif(jpeg, { ...frame, orientation: 6 }));
    expect(after?.includes('2027:11:09 01:02:03\0')).toBe(true);
    expect(after?.includes('456\0')).toBe(true);
    expect(after?.includes(`${later.capturedAt.toString(16).padStart(16, '0')}000000000000beef\0`)).toBe(true);
    expect(again).toEqual(before);
    for (const text of SAID) expect(before?.includes(`${text}\0`)).toBe(true);
  });

  it('takes the place of what the camera says itself', async () => {
    const own = await noise(40, 30)
      .withMetadata({ orientation: 8, exif: { IFD0: { Artist: 'the camera' } } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const bytes = withExif(own, { ...TIME, orientation: 3 });
    expect(bytes.includes('the camera')).toBe(false);
    const { orientation, icc } = await sharp(bytes).metadata();
    expect(orientation).toBe(3);
    expect(icc).toEqual((await sharp(own).metadata()).icc);
    expect(codesOf(bytes).filter((code) => code === 0xe1)).toHaveLength(1);
  });

  it('stands behind what JFIF has to say first, and before everything else', async () => {
    const jpeg = await noise(40, 30).jpeg().toBuffer();
    const bytes = withExif(withSegment(jpeg, 0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), TIME);
    expect(codesOf(bytes).slice(0, 2)).toEqual([0xe0, 0xe1]);
    expect(codesOf(withExif(jpeg, TIME))[0]).toBe(0xe1);
  });

  it('is in a picture of every format, which is upright when it was drawn anew', async () => {
    const frame: Frame = { ...TIME, jpeg: await noise(40, 30).jpeg().toBuffer(), orientation: 6 };
    for (const format of ['jpeg', 'webp', 'avif', 'png'] as const) {
      const picture = await new Pictures().render(frame, { format, width: 20 });
      const { exif, orientation = 1 } = await sharp(picture.bytes).metadata();
      expect(orientation).toBe(1);
      for (const text of SAID) expect(exif?.includes(text)).toBe(true);
    }
  });
});

function codesOf(jpeg: Uint8Array): number[] {
  return [...jpegSegments(jpeg)].map(({ code }) => code);
}
