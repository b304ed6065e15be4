import { expect, it } from '@jest/globals';
import { atGateway } from './in-browser.js';

const settings = {
  auth: { mode: 'tokens' },
  devices: { radios: { town: { driver: 'simulated' } }, cameras: { 'lens-1': { driver: 'simulated' } } },
};
/** Most of the town's tags are in range; so many are more than fit on one page of the smaller screen. */
const TAGS = 6;
const PAGE_STAYS_MS = 12_000;

/** How far what is shown reaches beyond the screen, and which tiles are cut. It runs in the page. */
const BEYOND = `(() => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const box = document.querySelector('.wall-tiles').getBoundingClientRect();
  const isCut = ({ left, right, top, bottom }) =>
    right > box.left + 1 && left < box.right - 1 && (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
  const tiles = [...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect());
  const pictures = [...document.querySelectorAll('.wall-pictures figure')].map((one) => one.getBoundingClientRect());
  return {
    wide: Math.max(0, scrollWidth - innerWidth),
    high: Math.max(0, scrollHeight - innerHeight),
    cut: tiles.filter(isCut).length + pictures.filter(({ bottom }) => bottom > innerHeight).length,
    shown: tiles.filter(({ right, left }) => right > box.left && left < box.right).length > 0,
  };
})()`;
/** How far the pages were turned, px. */
const TURNED = "document.querySelector('.wall-tiles').scrollLeft";
const OPACITY = "getComputedStyle(document.querySelector('.wall-controls')).opacity";
/** What keeps the screen awake. */
const WATCH_LOCKS = `(() => {
  const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
  globalThis.locks = [];
  navigator.wakeLock.request = async (kind) => {
    const lock = await ask(kind);
    locks.push(lock);
    return lock;
  };
})()`;
/** Whether the one lock taken on the screen was given back; a function, as the page's policy lets no text be run as code. */
function isReleased(): boolean | undefined {
  return (globalThis as unknown as { locks: { released: boolean }[] }).locks[0]?.released;
}
/** Whether it is held. */
function isHeld(): boolean {
  const { locks } = globalThis as unknown as { locks: { released: boolean }[] };
  return locks.length === 1 && locks[0]?.released === false;
}
const FITS = { wide: 0, high: 0, cut: 0, shown: true };

atGateway('The wall board', settings, (own) => {
  it.each([
    { name: 'a screen in the hall', viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' },
    { name: 'a small one at the door', viewport: { width: 800, height: 480 }, colorScheme: 'light' },
  ] as const)('fills $name, without anything cut or to be scrolled', async (look) => {
    await using visit = await own.visit({ role: 'viewer', to: '#/wall', look });
    const { page } = visit;
    await page
      .locator('.tile')
      .nth(TAGS - 1)
      .waitFor({ state: 'attached' });
    await page.locator('.wall-pictures canvas').waitFor();
    expect(await page.evaluate(BEYOND)).toEqual(FITS);
    await page.getByText('live', { exact: true }).waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('turns its pages, and has a way out for whoever looks for it', async () => {
    const look = { name: 'a small one', viewport: { width: 800, height: 480 }, colorScheme: 'light' } as const;
    await using visit = await own.visit({ role: 'viewer', look });
    const { page } = visit;
    await page.clock.install();
    await page
      .locator('.tile')
      .nth(TAGS - 1)
      .waitFor();
    await page.evaluate(WATCH_LOCKS);
    await visit.goTo('#/wall');
    await page.getByText(/^1 of [2-9]$/).waitFor();
    expect(await page.evaluate(TURNED)).toBe(0);
    await page.waitForFunction(isHeld);
    await page.clock.fastForward(PAGE_STAYS_MS);
    await page.getByText(/^2 of [2-9]$/).waitFor();
    expect(await page.evaluate(TURNED)).toBeGreaterThan(0);
    expect(await page.evaluate(BEYOND)).toEqual(FITS);

    const controls = page.getByRole('navigation', { name: 'Wall board' });
    const isSeen = async () => (await page.evaluate(OPACITY)) === '1';
    expect(await isSeen()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await isSeen()).toBe(true);
    const hold = controls.getByRole('button', { name: 'Hold this page' });
    await hold.press('Space');
    await controls.getByRole('button', { name: 'Hold this page', pressed: true }).waitFor();
    await page.clock.fastForward(2 * PAGE_STAYS_MS);
    await page.getByText(/^2 of [2-9]$/).waitFor();
    await visit.expectAccessible();
    await controls.getByRole('button', { name: 'Full screen' }).click();
    await controls.getByRole('button', { name: 'Leave full screen' }).click();
    await controls.getByRole('button', { name: 'Full screen' }).waitFor();
    await controls.getByRole('link', { name: 'Back to the panel' }).press('Enter');
    await page.getByRole('heading', { name: 'Street', exact: true }).waitFor();
    await page.waitForFunction(isReleased);
    visit.expectNoFaults();
  });
});
