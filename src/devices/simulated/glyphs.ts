/** A glyph is 5 cells wide and 7 high; the next one begins 6 cells further. */
export const GLYPH = { width: 5, height: 7, advance: 6 } as const;

/** Rows from the top, separated by spaces. Drawn by ourselves, because a small board or image has no fonts at all. */
const DRAWN: Readonly<Record<string, string>> = {
  '0': '.###. #...# #..## #.#.# ##..# #...# .###.',
  '1': '..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.',
  '2': '.###. #...# ....# ...#. ..#.. .#... #####',
  '3': '##### ...#. ..#.. ...#. ....# #...# .###.',
  '4': '...#. ..##. .#.#. #..#. ##### ...#. ...#.',
  '5': '##### #.... ####. ....# ....# #...# .###.',
  '6': '..##. .#... #.... ####. #...# #...# .###.',
  '7': '##### ....# ...#. ..#.. .#... .#... .#...',
  '8': '.###. #...# #...# .###. #...# #...# .###.',
  '9': '.###. #...# #...# .#### ....# ...#. .##..',
  '-': '..... ..... ..... ##### ..... ..... .....',
  ':': '..... ..#.. ..#.. ..... ..#.. ..#.. .....',
  '.': '..... ..... ..... ..... ..... .##.. .##..',
  ' ': '..... ..... ..... ..... ..... ..... .....',
};

/** The characters that can be drawn in cells. */
export const cellCharacters: readonly string[] = Object.keys(DRAWN);

/** Whether the cell of a glyph is lit; a character without a glyph is blank. */
export function isLit(character: string, column: number, row: number): boolean {
  return DRAWN[character]?.[row * (GLYPH.width + 1) + column] === '#';
}
