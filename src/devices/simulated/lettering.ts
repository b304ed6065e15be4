/** Letters are drawn in a box of 60 by 100, with round strokes 15 wide that reach 7.5 beyond it; the next begins 86 further. */
export const LETTER = { width: 60, height: 100, stroke: 15, advance: 86 } as const;

/** The middle line of each stroke, as SVG path data: the lettering of a number plate, needing no font. */
const STROKES: Readonly<Record<string, string>> = {
  A: 'M0 100 30 0 60 100M11 66H49',
  B: 'M0 0V100H34A26 26 0 0 0 34 47H0M0 0H31A23 23 0 0 1 31 47',
  C: 'M59 22A31 31 0 0 0 0 32V68A31 31 0 0 0 59 78',
  D: 'M0 0V100H22A38 38 0 0 0 60 62V38A38 38 0 0 0 22 0Z',
  E: 'M58 0H0V100H58M0 48H48',
  F: 'M58 0H0V100M0 48H48',
  G: 'M59 22A31 31 0 0 0 0 32V68A30 30 0 0 0 60 70V54H34',
  H: 'M0 0V100M60 0V100M0 48H60',
  I: 'M30 0V100M8 0H52M8 100H52',
  J: 'M56 0V70A28 28 0 0 1 0 74',
  K: 'M0 0V100M58 0 0 58M20 40 60 100',
  L: 'M2 0V100H58',
  M: 'M0 100V0L30 52 60 0V100',
  N: 'M0 100V0L60 100V0',
  O: 'M30 0A30 30 0 0 0 0 30V70A30 30 0 0 0 60 70V30A30 30 0 0 0 30 0Z',
  P: 'M0 100V0H33A27 27 0 0 1 33 54H0',
  Q: 'M30 0A30 30 0 0 0 0 30V70A30 30 0 0 0 60 70V30A30 30 0 0 0 30 0ZM36 72 62 106',
  R: 'M0 100V0H33A26 26 0 0 1 33 52H0M30 52 60 100',
  S: 'M57 20A27 24 0 0 0 30 0C-8 0-10 42 24 48L38 51C72 58 68 100 30 100A29 25 0 0 1 1 78',
  T: 'M0 0H60M30 0V100',
  U: 'M0 0V70A30 30 0 0 0 60 70V0',
  V: 'M0 0 30 100 60 0',
  W: 'M-4 0 12 100 30 38 48 100 64 0',
  X: 'M0 0 60 100M60 0 0 100',
  Y: 'M0 0 30 50 60 0M30 50V100',
  Z: 'M0 0H60L0 100H60',
  '0': 'M30 0A30 30 0 0 0 0 30V70A30 30 0 0 0 60 70V30A30 30 0 0 0 30 0Z',
  '1': 'M8 20 32 0V100',
  '2': 'M2 26A28 28 0 0 1 58 30C58 56 16 66 2 100H60',
  '3': 'M2 0H56L26 40C72 38 72 100 30 100A30 26 0 0 1 0 80',
  '4': 'M44 100V0L0 70H62',
  '5': 'M54 0H8L4 46C70 22 74 100 28 100A29 24 0 0 1 0 80',
  '6': 'M46 0C24 20 0 46 0 70A30 30 0 1 0 30 40C18 40 8 46 3 56',
  '7': 'M0 0H60L20 100',
  '8': 'M30 47A23.5 23.5 0 1 1 30.1 47A26.5 26.5 0 1 1 30 47Z',
  '9': 'M14 100C36 80 60 54 60 30A30 30 0 1 0 30 60C42 60 52 54 57 44',
  '-': 'M10 52H50',
};

export const letters: readonly string[] = Object.keys(STROKES);

/** How wide a text is in the units of `LETTER`, without the half stroke at either end. */
export function letteringWidth(text: string): number {
  return (text.length - 1) * LETTER.advance + LETTER.width;
}

/** A text as an SVG group that begins at 0, 0; what has no drawing is left blank. */
export function lettering(text: string, colour: string): string {
  const paths = Array.from(
    text,
    (letter, index) => `<path transform="translate(${index * LETTER.advance})" d="${STROKES[letter] ?? ''}"/>`,
  );
  const style = `fill="none" stroke="${colour}" stroke-width="${LETTER.stroke}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g ${style}>${paths.join('')}</g>`;
}
