import sharp from 'sharp';
import { patches } from './patches.js';

/** The height of letters that tesseract reads best, in pixels. */
const LETTER_HEIGHT = 36;
const MARGIN = 20;

/**
 * Cuts the lettering out of a plate: without the frame, without a country's band, on white.
 *
 * @param {{ data: Uint8Array, width: number, height: number }} grey the whole picture
 * @param {{ left: number, top: number, width: number, height: number }} plate
 * @returns {Promise<Buffer | undefined>} a PNG image of one line of text; nothing when there is none
 */
export async function cutLettering(grey, plate) {
  const line = lineOf(grey, plate);
  if (!line) return undefined;
  const { left, top, width, height } = line;
  const raw = { width: grey.width, height: grey.height, channels: 1 };
  return sharp(grey.data, { raw })
    .extract({ left: plate.left + left - 1, top: plate.top + top - 1, width: width + 2, height: height + 2 })
    .resize({ height: Math.round((LETTER_HEIGHT * (height + 2)) / height), kernel: 'cubic' })
    .normalise()
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#ffffff' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** The box around all letters, within the plate: what is dark, tall, and not joined to the edge as frame and band are. */
function lineOf(grey, plate) {
  const pixels = crop(grey, plate);
  const level = middleOf(pixels);
  const dark = pixels.map((value) => (value < level ? 1 : 0));
  const letters = patches(dark, plate.width).filter((patch) => isLetter(patch, plate));
  if (letters.length < 3) return undefined;
  const left = Math.min(...letters.map((letter) => letter.left));
  const top = Math.min(...letters.map((letter) => letter.top));
  const right = Math.max(...letters.map((letter) => letter.left + letter.width));
  const bottom = Math.max(...letters.map((letter) => letter.top + letter.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** Between the darkest and the brightest; a large box has more pixels than a call can have arguments. */
function middleOf(pixels) {
  let [darkest, brightest] = [255, 0];
  for (const value of pixels) {
    if (value < darkest) darkest = value;
    if (value > brightest) brightest = value;
  }
  return (darkest + brightest) / 2;
}

function isLetter({ left, top, width, height }, plate) {
  const isInside = left > 0 && top > 0 && left + width < plate.width && top + height < plate.height;
  return isInside && height > plate.height * 0.4 && width < plate.width / 3;
}

function crop({ data, width }, box) {
  const pixels = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * width + box.left;
    pixels.set(data.subarray(from, from + box.width), y * box.width);
  }
  return pixels;
}
