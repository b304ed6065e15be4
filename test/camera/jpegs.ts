import sharp, { type Sharp } from 'sharp';

/** A picture that no encoder makes small. */
export function noise(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 50 } } });
}

/** A JPEG image with one more segment, at its beginning. */
export function withSegment(jpeg: Buffer, code: number, said: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(said.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, said, jpeg.subarray(2)]);
}
