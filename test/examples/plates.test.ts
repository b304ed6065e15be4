import { beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Look, LOOKS } from './plates-looks.js';
import { type LooksAtPictures, sum, watchStreet } from './plates-in-the-street.js';
import { withTesseract } from './with-tesseract.js';

/*
 * How plates are counted: a reader is new to each street, and is shown two pictures a second of it for 16 s. A car counts when its whole
 * plate was in the picture for 3 s at least, by night as by day, and also when another car was in front for a while. It was read exactly
 * when its plate was told letter by letter. A plate that is told and is on no car that came by, or is told a second time, is wrong. Shares
 * are those of the cars that count.
 */

/** About 22 cars for each size of picture. */
const EVERY_DAY = 4;
/** `TEST_PLATE_STREETS=14` looks at more streets than those of every day: by few cars a share of 2 % cannot be told from none. */
const STREETS = Number(process.env.TEST_PLATE_STREETS ?? EVERY_DAY);
/** Of the few streets of every day no plate is read wrongly: a street of a seed is always the same. */
const MOST_WRONG = STREETS > EVERY_DAY ? 0.02 : 0;
/** `TEST_PLATE_LOOKS=1` has it look through cameras that are set badly, too. */
const BAD_LOOKS = process.env.TEST_PLATE_LOOKS ? LOOKS : [];
/** The recogniser was made with seeds below 1000. */
const FIRST_UNSEEN = 7_001;
const SECONDS = 16;

interface Case {
  readonly width: number;
  readonly height: number;
  /** What is said of the camera. */
  readonly name: string;
  readonly look?: Look;
}

withTesseract('examples/plates', () => {
  let PlateReader: new () => LooksAtPictures;

  beforeAll(async () => {
    const url = pathToFileURL(join(process.cwd(), 'examples/plates/plate-reader.js')).href;
    ({ PlateReader } = (await import(url)) as { PlateReader: new () => LooksAtPictures });
  });

  it.each<Case>([
    { width: 640, height: 480, name: 'a camera as it comes' },
    { width: 1280, height: 720, name: 'a camera as it comes' },
    ...BAD_LOOKS.map(([name, look]) => ({ width: 640, height: 480, name, look })),
  ])(
    'reads nine plates of ten in streets it never saw, at $width × $height with $name, and none or hardly ever one wrongly',
    async ({ width, height, name, look }) => {
      const scores = [];
      for (let street = 0; street < STREETS; street++) {
        const watched = { seed: FIRST_UNSEEN + street + width, seconds: SECONDS, size: { width, height }, look };
        scores.push(await watchStreet(new PlateReader(), watched));
      }
      const { cars, exact, wrong, none } = sum(scores);
      const rate = (count: number): string => `${count} (${((100 * count) / cars).toFixed(1)} %)`;
      console.info(
        `plates at ${width}x${height}, ${name}: ${cars} cars, exact ${rate(exact)}, wrong ${rate(wrong.length)} [${wrong.join(' ')}], ` +
          `none ${rate(none.length)} [${none.join(' ')}]`,
      );
      expect(cars).toBeGreaterThanOrEqual(4 * STREETS);
      expect(exact / cars).toBeGreaterThanOrEqual(0.9);
      expect(wrong.length / cars).toBeLessThanOrEqual(MOST_WRONG);
    },
    STREETS * 60_000,
  );
});
