import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readPage } from '../docs/blocks.js';
import { TestGateway } from '../gateway.js';
import { readClock } from '../read-clock.js';
import { atGateway } from './in-browser.js';

/** How wide the image of a page is, when it is there or can be none. It runs in the page. */
const NATURAL_WIDTH = `(async () => {
  let image;
  while (!(image = document.querySelector('img'))) await new Promise(requestAnimationFrame);
  let failed = false;
  image.addEventListener('error', () => (failed = true));
  image.src = image.src; // so that no event was missed
  while (!failed && image.naturalWidth === 0) await new Promise(requestAnimationFrame);
  return image.naturalWidth;
})()`;

const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated', fps: 10 } } } };

atGateway('A browser', settings, (own) => {
  it('shows a stream at a signed address, and the picture of now', async () => {
    const made = await own.gateway.send('POST', '/camera/v1/cameras/lens-1/links', {});
    const { _links } = (await made.json()) as { _links: { stream: { href: string } } };
    await using context = await own.browser.newContext({ viewport: { width: 640, height: 480 } });
    const page = await context.newPage();
    await page.goto(own.gateway.url + _links.stream.href, { waitUntil: 'commit' });
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

  it('shows it in a page of a site that http.origins names, as the documentation writes the image, and in no other', async () => {
    const site = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(html));
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    using _closed = { [Symbol.dispose]: () => void site.close() };
    const { port } = site.address() as AddressInfo;
    // another site than 127.0.0.1, where the gateway is
    const [named, other] = [`http://localhost:${port}`, `http://not-named.localhost:${port}`];
    await using another = await TestGateway.start({ auth: { mode: 'tokens' }, http: { origins: [named] } });
    const made = await another.send('POST', '/camera/v1/cameras/lens-1/links', {});
    const { _links } = (await made.json()) as { _links: { stream: { href: string } } };
    const [img = ''] = /<img [^>]*>/.exec(readPage('docs/camera-streams.md')) ?? [];
    const html = `<!doctype html>${img.replace('…', another.url + _links.stream.href)}`;
    await using context = await own.browser.newContext();
    const page = await context.newPage();
    for (const [origin, width] of [
      [named, 640],
      [other, 0],
    ] as const) {
      await page.goto(origin, { waitUntil: 'commit' });
      expect(await page.evaluate(NATURAL_WIDTH)).toBe(width);
    }
  }, 60_000);
});
