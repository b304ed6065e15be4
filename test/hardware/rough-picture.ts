import sharp from 'sharp';

/** @returns a JPEG image of one colour, as large as those of cameras, which are noisy */
export function roughPicture(colour: string, { width, height } = { width: 640, height: 360 }): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  return sharp({ create: { width, height, channels: 3, background: colour, noise } })
    .tint(colour)
    .jpeg()
    .toBuffer();
}
