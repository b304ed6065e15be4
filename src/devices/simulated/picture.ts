import { GLYPH, isLit } from './glyphs.js';

/** Pixels of three (RGB) or four (RGBA) bytes each, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Lays an RGBA sprite over an RGB picture; what lies beyond the edges is cut off. */
export function blend(picture: Pixels, sprite: Pixels, left: number, top: number): void {
  const [firstX, lastX] = [Math.max(0, -left), Math.min(sprite.width, picture.width - left)];
  const [firstY, lastY] = [Math.max(0, -top), Math.min(sprite.height, picture.height - top)];
  for (let y = firstY; y < lastY; y++) {
    let from = 4 * (y * sprite.width + firstX);
    let to = 3 * ((top + y) * picture.width + left + firstX);
    for (let x = firstX; x < lastX; x++, from += 4, to += 3) blendPixel(picture.data, to, sprite.data, from);
  }
}

function blendPixel(below: Uint8Array, to: number, above: Uint8Array, from: number): void {
  const alpha = above[from + 3] ?? 0;
  if (alpha === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    const over = above[from + channel] ?? 0;
    const under = below[to + channel] ?? 0;
    // rounded to the nearest, as what is kept is the whole part of it
    below[to + channel] = (over * alpha + under * (255 - alpha) + 127) / 255;
  }
}

/** Where the two lines of the clock stand in a picture of this height, in pixels. */
export function clockLayout(height: number): { cell: number; left: number; top: number; lineHeight: number } {
  const cell = Math.max(2, Math.floor(height / 160));
  return { cell, left: 4 * cell, top: 4 * cell, lineHeight: (GLYPH.height + 2) * cell };
}

/**
 * Draws date and time (UTC) into the upper left corner, so that a program can read them back cell by cell.
 *
 * @param time ms since the epoch
 */
export function drawClock(picture: Pixels, time: number): void {
  const { cell, left, top, lineHeight } = clockLayout(picture.height);
  const lines = new Date(time).toISOString().replace('Z', '').split('T');
  const widest = Math.max(...lines.map((line) => line.length)) * GLYPH.advance * cell;
  fill(picture, 2 * cell, 2 * cell, widest + 3 * cell, lines.length * lineHeight + 2 * cell, 16);
  for (const [row, line] of lines.entries()) drawCells(picture, line, cell, left, top + row * lineHeight);
}

function drawCells(picture: Pixels, text: string, cell: number, left: number, top: number): void {
  for (const [index, character] of Array.from(text).entries())
    for (let row = 0; row < GLYPH.height; row++)
      for (let column = 0; column < GLYPH.width; column++)
        if (isLit(character, column, row))
          fill(picture, left + (index * GLYPH.advance + column) * cell, top + row * cell, cell, cell, 255);
}

function fill({ data, width }: Pixels, left: number, top: number, across: number, down: number, grey: number): void {
  for (let y = top; y < top + down; y++) data.fill(grey, 3 * (y * width + left), 3 * (y * width + left + across));
}
