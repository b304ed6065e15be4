import { describe, expect, it } from '@jest/globals';
import { bytesOf, toPixels } from '../../../src/devices/v4l2/to-pixels.js';

const layout = (pixelFormat: string, width: number, height: number, bytesPerLine: number) => ({
  ...{ pixelFormat, width, height, bytesPerLine },
  sizeImage: 1_000,
});
/** Brightness and colours of what they are called, as BT.601 has them, and what a screen shows. */
const RED = { y: 81, u: 90, v: 240 };
const near = (data: Uint8Array, at: number, rgb: readonly number[]) =>
  rgb.forEach((value, part) => expect(Math.abs((data[at * 3 + part] ?? -99) - value)).toBeLessThanOrEqual(3));

describe('Pixels of a raw picture', () => {
  it('of YUYV leave out what stands between lines, and the half of a pair that is beyond the edge', () => {
    const line = [RED.y, RED.u, RED.y, RED.v, 235, 128, 16, 128, 9, 9];
    const { data, ...size } = toPixels(Uint8Array.from([...line, ...line]), layout('YUYV', 3, 2, 10));
    expect(size).toEqual({ width: 3, height: 2, channels: 3 });
    expect(data).toHaveLength(18);
    for (const first of [0, 3]) {
      near(data, first, [255, 0, 0]);
      near(data, first + 1, [255, 0, 0]);
      near(data, first + 2, [255, 255, 255]);
    }
  });

  it('of NV12 have the colour of their square of four', () => {
    const bright = [RED.y, RED.y, 235, 16, RED.y, RED.y, 16, 235];
    const { data } = toPixels(Uint8Array.from([...bright, RED.u, RED.v, 128, 128]), layout('NV12', 4, 2, 4));
    for (const at of [0, 1, 4, 5]) near(data, at, [255, 0, 0]);
    for (const at of [2, 7]) near(data, at, [255, 255, 255]);
    for (const at of [3, 6]) near(data, at, [0, 0, 0]);
  });

  it('of RGB and grey are what they are', () => {
    const rgb = toPixels(Uint8Array.from([1, 2, 3, 4, 5, 6, 0, 0]), layout('RGB3', 2, 1, 8));
    expect([...rgb.data]).toEqual([1, 2, 3, 4, 5, 6]);
    const grey = toPixels(Uint8Array.from([7, 8, 0, 9, 10, 0]), layout('GREY', 2, 2, 3));
    expect([...grey.data, grey.channels]).toEqual([7, 8, 9, 10, 1]);
  });

  it('are refused of a picture that is too short, or of another format', () => {
    for (const [format, bytes] of [
      ['YUYV', 16],
      ['NV12', 12],
    ] as const) {
      expect(bytesOf(layout(format, 4, 2, bytes === 16 ? 8 : 4))).toBe(bytes);
      expect(() => toPixels(new Uint8Array(bytes - 1), layout(format, 4, 2, bytes === 16 ? 8 : 4))).toThrow(RangeError);
    }
    expect(() => toPixels(new Uint8Array(99), layout('H264', 4, 2, 8))).toThrow('H264 is not among YUYV, UYVY, NV12');
  });
});
