import sharp from 'sharp';
import { cellCharacters, GLYPH, isLit } from '../src/devices/simulated/glyphs.js';
import { clockLayout } from '../src/devices/simulated/picture.js';

const LINES = ['0000-00-00', '00:00:00.000'];
/** Of the 35 cells of a glyph, how many may be misread; the closest two digits differ in more than twice as many. */
const MISREAD = 1;

/**
 * Reads the date and time that the simulated camera drew into a picture, at the picture's original size.
 *
 * @param image JPEG, or anything else that sharp decodes
 * @returns ms since the epoch
 */
export async function readClock(image: Uint8Array): Promise<number> {
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { cell, left, top, lineHeight } = clockLayout(info.height);
  const isBright = (x: number, y: number): boolean => meanOf(data, info.width * info.channels, info.channels, x, y, cell) > 128;
  const [date, time] = LINES.map((line, row) =>
    Array.from(line, (_, index) =>
      readGlyph((column, cellRow) =>
        isBright(left + (index * GLYPH.advance + column) * cell, top + row * lineHeight + cellRow * cell),
      ),
    ).join(''),
  );
  return Date.parse(`${String(date)}T${String(time)}Z`);
}

function readGlyph(isBright: (column: number, row: number) => boolean): string {
  const cells = Array.from(
    { length: GLYPH.width * GLYPH.height },
    (_, cell) => [cell % GLYPH.width, Math.floor(cell / GLYPH.width)] as const,
  );
  const seen = cells.map(([column, row]) => isBright(column, row));
  const wrong = (character: string): number =>
    cells.filter(([column, row], index) => isLit(character, column, row) !== seen[index]).length;
  const [best] = [...cellCharacters].sort((a, b) => wrong(a) - wrong(b));
  if (best === undefined || wrong(best) > MISREAD) throw new Error(`no glyph looks like this: ${seen.map(Number).join('')}`);
  return best;
}

function meanOf(data: Uint8Array, stride: number, channels: number, left: number, top: number, cell: number): number {
  let sum = 0;
  for (let y = top; y < top + cell; y++) for (let x = left; x < left + cell; x++) sum += data[y * stride + x * channels] ?? 0;
  return sum / (cell * cell);
}
