import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';
import { readClock } from '../read-clock.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';

if (hasBrowser()) describe('A browser', () => tests());
else it.todo(`A browser shows a stream (${HOW_TO_GET_IT})`);

function tests(): void {
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    const lens = { driver: 'simulated', fps: 10 };
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': lens } } });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  it('shows a stream at a signed address, and the picture of now', async () => {
    const made = await gateway.send('POST', '/camera/v1/cameras/lens-1/links', {});
    const { _links } = (await made.json()) as { _links: { stream: { href: string } } };
    await using context = await browser.newContext({ viewport: { width: 640, height: 480 } });
    const page = await context.newPage();
    await page.goto(gateway.url + _links.stream.href, { waitUntil: 'commit' });
    const image = page.locator('img');
    await image.waitFor();
    const shown: number[] = [];
    while (new Set(shown).size < 3) {
      const screenshot = await image.screenshot({ type: 'png' });
      const { width, height } = await sharp(screenshot).metadata();
      expect([width, height]).toEqual([640, 480]);
      shown.push(await readClock(await sharp(screenshot).jpeg({ quality: 95 }).toBuffer()));
      expect(Math.abs(Date.now() - (shown.at(-1) ?? 0))).toBeLessThan(5_000);
    }
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
  }, 60_000);
}
