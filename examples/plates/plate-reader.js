import sharp from 'sharp';
import { cutLettering } from './cut-lettering.js';
import { findPlates } from './find-plates.js';
import { CHARACTERS, isNumberPlate } from './number-plate.js';
import { readLine } from './tesseract.js';
import { Tracks } from './tracks.js';

/** A larger picture is refused, pixels. */
const MOST_PIXELS = 12_000_000;
const SEARCHED_WIDTH = 640;
/** How long a plate that was told is not told again, ms. */
const AGAIN_MS = 60_000;
/** As large as the lettering of a plate. */
const EMPTY_LINE = { create: { width: 240, height: 76, channels: 3, background: '#ffffff' } };

/** Reads the number plates of the cars that pass by a camera, each once. Rather than a wrong one, it says none. */
export class PlateReader {
  #tracks = new Tracks();
  #told = new Map();
  #read;

  /** @param {(png: Uint8Array, characters: string) => Promise<string>} read one line of text */
  constructor(read = readLine) {
    this.#read = read;
  }

  /** @throws what would be thrown with the first plate: that tesseract is missing, or cannot read */
  async begin() {
    await this.#read(await sharp(EMPTY_LINE).png().toBuffer(), CHARACTERS);
  }

  /**
   * @param {Uint8Array} jpeg one picture; a few in a second are wanted, in the order of their times
   * @param {number} time ms since the epoch, when it was taken
   * @returns {Promise<{ plate: string, box: { left: number, top: number, width: number, height: number } }[]>}
   *   the plates that are sure since this picture
   * @throws when it is no picture, or tesseract fails
   */
  async look(jpeg, time) {
    const grey = await greyOf(jpeg);
    const tracks = this.#tracks.follow(await platesIn(grey), time);
    const sure = [];
    for (const track of tracks) {
      if (track.plate) continue;
      const text = await this.#textOf(grey, track.box);
      const plate = isNumberPlate(text) ? track.vote(text) : undefined;
      if (plate && this.#isNew(plate, time)) sure.push({ plate, box: track.box });
    }
    return sure;
  }

  async #textOf(grey, box) {
    const line = await cutLettering(grey, box);
    return line ? this.#read(line, CHARACTERS) : '';
  }

  #isNew(plate, time) {
    for (const [told, at] of this.#told) if (time - at > AGAIN_MS) this.#told.delete(told);
    const isNew = !this.#told.has(plate);
    this.#told.set(plate, time);
    return isNew;
  }
}

/** @returns {Promise<{ data: Uint8Array, width: number, height: number }>} one byte for each pixel */
async function greyOf(jpeg) {
  return pixelsOf(sharp(jpeg, { limitInputPixels: MOST_PIXELS }).greyscale());
}

/** Plates are looked for in a picture of at most `SEARCHED_WIDTH`, which is quick, and read in the whole one. */
async function platesIn(grey) {
  if (grey.width <= SEARCHED_WIDTH) return findPlates(grey);
  const raw = { width: grey.width, height: grey.height, channels: 1 };
  const small = await pixelsOf(sharp(grey.data, { raw }).resize({ width: SEARCHED_WIDTH }).greyscale());
  const by = grey.width / small.width;
  return findPlates(small).map(({ left, top, width, height }) => ({
    left: Math.floor(left * by),
    top: Math.floor(top * by),
    width: Math.floor(width * by),
    height: Math.floor(height * by),
  }));
}

async function pixelsOf(image) {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
