import type { Locator } from 'playwright-core';
import { readClock } from '../read-clock.js';

interface Canvas {
  toDataURL(type: string): string;
}
/** What is drawn now, as a data URL, in the size in which it came. It runs in the page. */
const drawn = (canvas: unknown) => (canvas as Canvas).toDataURL('image/png');

/** Until a picture shows what its camera, a simulated one, saw after that. @param since ms since the epoch @returns when it saw that */
export async function sees(picture: Locator, since: number): Promise<number> {
  for (;;) {
    const png = await picture.evaluate(drawn);
    // nothing is drawn yet
    const seen = await readClock(Buffer.from(png.split(',')[1] ?? '', 'base64')).catch(() => 0);
    if (seen > since) return seen;
  }
}
