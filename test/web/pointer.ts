import type { Page } from 'playwright-core';

/** In fractions of the picture. */
type Place = readonly [x: number, y: number];

/** Places of the picture that is drawn on, as pixels of the screen. */
async function onScreen(page: Page, places: readonly Place[]): Promise<{ x: number; y: number }[]> {
  await page.locator('.overlay').scrollIntoViewIfNeeded();
  const box = await page.locator('.overlay').boundingBox();
  if (!box) throw new Error('there is no picture to draw on');
  return places.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

/** With a mouse. */
export async function drag(page: Page, ...places: [from: Place, to: Place]): Promise<void> {
  const [from, to] = await onScreen(page, places);
  if (!from || !to) return;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

/** With a finger. */
export async function touch(page: Page, ...places: [from: Place, to: Place]): Promise<void> {
  const [from, to] = await onScreen(page, places);
  if (!from || !to) return;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  for (const part of [0.25, 0.5, 0.75, 1])
    await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  await send('touchEnd', []);
}
