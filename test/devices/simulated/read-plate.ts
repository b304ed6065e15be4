import sharp from 'sharp';
import { CAR_BOX, PLATE } from '../../../src/devices/simulated/draw-car.js';
import { LETTER, lettering, letters, letteringWidth } from '../../../src/devices/simulated/lettering.js';
import type { Car } from '../../../src/devices/simulated/traffic.js';

const CELL = { width: 24, height: 32 };

/** Reads the number plate of a car that is wholly in view, by comparing its letters with the lettering; for 480 pixels of height. */
export async function readPlate(image: Uint8Array, { x, y, scale, plate }: Car): Promise<string> {
  const unit = (PLATE.letterHeight / LETTER.height) * scale;
  const first = Math.round(x - CAR_BOX.margin * scale) + scale * (PLATE.x + PLATE.width / 2) - (letteringWidth(plate) * unit) / 2;
  const top = Math.round(y - CAR_BOX.height * scale) + scale * (PLATE.y + (PLATE.height - PLATE.letterHeight) / 2);
  const templates = await Promise.all(letters.map(async (letter) => [letter, await template(letter)] as const));
  let text = '';
  for (let index = 0; index < plate.length; index++) {
    const cell = await cellAt(image, first + (index * LETTER.advance - 10) * unit, top - 10 * unit, unit);
    const difference = (of: Buffer): number => cell.reduce((sum, grey, at) => sum + (grey - (of[at] ?? 0)) ** 2, 0);
    text += [...templates].sort(([, a], [, b]) => difference(a) - difference(b))[0]?.[0] ?? '?';
  }
  return text;
}

async function cellAt(image: Uint8Array, left: number, top: number, unit: number): Promise<Buffer> {
  const box = { left: Math.round(left), top: Math.round(top), width: Math.round(80 * unit), height: Math.round(120 * unit) };
  return sharp(image)
    .extract(box)
    .resize({ ...CELL, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
}

async function template(letter: string): Promise<Buffer> {
  const view = `viewBox="-10 -10 80 120" width="80" height="120"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${view}><path d="M-10-10H90V130H-10Z" fill="#fdfdfb"/>${lettering(letter, '#15171a')}</svg>`;
  return sharp(Buffer.from(svg))
    .flatten()
    .resize({ ...CELL, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
}
