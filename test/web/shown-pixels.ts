import type { Locator } from 'playwright-core';
import { until } from '../until.js';

/** In fractions of a picture. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Pixels {
  readonly data: ArrayLike<number>;
}
interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    drawImage(picture: unknown, x: number, y: number): void;
    getImageData(x: number, y: number, width: number, height: number): Pixels;
  };
}
interface Drawing {
  readonly document: { createElement(name: 'canvas'): Canvas };
}
type Shown = Readonly<Partial<Record<'naturalWidth' | 'naturalHeight' | 'width' | 'height', number>>>;

/** How bright the brightest is in a part of what an image or a canvas shows, 0 to 255; NaN before anything is drawn. It runs in the page. */
const brightestIn = (shown: unknown, { left, top, width, height }: Part): number => {
  const canvas = (globalThis as unknown as Drawing).document.createElement('canvas');
  const { naturalWidth, naturalHeight, width: ownWidth = 0, height: ownHeight = 0 } = shown as Shown;
  [canvas.width, canvas.height] = [naturalWidth ?? ownWidth, naturalHeight ?? ownHeight];
  if (canvas.width === 0) return NaN;
  const drawing = canvas.getContext('2d');
  drawing.drawImage(shown, 0, 0);
  const [across, down] = [(part: number) => Math.round(part * canvas.width), (part: number) => Math.round(part * canvas.height)];
  const { data } = drawing.getImageData(across(left), down(top), across(width), down(height));
  // of four the last says whether anything is there
  return Array.from(data).reduce((most, shade, at) => (at % 4 === 3 ? (shade === 0 ? NaN : most) : Math.max(most, shade)), 0);
};

const isBright = (shade: number): boolean => shade > 60;
const isDark = (shade: number): boolean => shade < 10;
const PAUSE_MS = 50;

const untilPart =
  (isMeant: (shade: number) => boolean) =>
  (picture: Locator, part: Part): Promise<void> =>
    until(async () => isMeant(await picture.evaluate(brightestIn, part)), PAUSE_MS);

/** Until something is seen in a part of an image or a canvas. */
export const untilSeen = untilPart(isBright);
/** Until nothing is, of a picture that is there. */
export const untilHidden = untilPart(isDark);
