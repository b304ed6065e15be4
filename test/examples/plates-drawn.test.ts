import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { lettering } from '../../src/devices/simulated/lettering.js';
import type { LooksAtPictures } from './plates-in-the-street.js';
import { withTesseract } from './with-tesseract.js';

withTesseract('A plate with a country band', () => {
  it('is read without the band, at the third picture and never again', async () => {
    const reader = await newReader();
    const jpeg = await plateOn('#56606c', 'KLM-274');
    const told = [];
    for (const time of [0, 500, 1000, 1500, 2000]) told.push((await reader.look(jpeg, time)).map(({ plate }) => plate));
    expect(told).toEqual([[], [], ['KLM-274'], [], []]);
  });

  it('is read in half the light, beside the white letters of a clock', async () => {
    const reader = await newReader();
    const dark = await sharp(await plateOn('#56606c', 'KLM-274'))
      .linear(0.5)
      .toBuffer();
    const letters = `<g transform="translate(4 4) scale(.3)">${lettering('12-00', '#ffffff')}</g>`;
    const clock = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="140" height="40">${letters}</svg>`);
    const jpeg = await sharp(dark)
      .composite([{ input: clock, left: 8, top: 8 }])
      .jpeg({ quality: 85 })
      .toBuffer();
    const told = [];
    for (const time of [0, 500, 1000]) told.push(...(await reader.look(jpeg, time)));
    expect(told).toMatchObject([{ plate: 'KLM-274' }]);
  });

  it('is not told when it has not the form of a plate, or is nowhere', async () => {
    const reader = await newReader();
    for (const jpeg of [await plateOn('#56606c', '274-KLM'), await sharp({ create: grey }).jpeg().toBuffer()])
      for (const time of [0, 500, 1000, 1500]) expect(await reader.look(jpeg, time)).toEqual([]);
  });

  it('is looked for in pictures only', async () => {
    const reader = await newReader();
    await expect(reader.look(Buffer.from('no picture'), 0)).rejects.toThrow();
  });
});

const grey = { width: 640, height: 480, channels: 3, background: '#808080' } as const;

async function newReader(): Promise<LooksAtPictures> {
  const url = pathToFileURL(join(process.cwd(), 'examples/plates/plate-reader.js')).href;
  const { PlateReader } = (await import(url)) as { PlateReader: new () => LooksAtPictures };
  return new PlateReader();
}

function plateOn(background: string, text: string): Promise<Buffer> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${background}"/>` +
    `<rect x="240" y="300" width="160" height="36" rx="4" fill="#fdfdfb" stroke="#202428" stroke-width="2"/>` +
    `<path d="M241 301h18v34h-18z" fill="#1c3f94"/>` +
    `<g transform="translate(272 308) scale(.2)">${lettering(text, '#15171a')}</g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}
