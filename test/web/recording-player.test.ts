import { expect, it } from '@jest/globals';
import { FAILED } from './harness.js';
import { atGateway } from './in-browser.js';

const lens = { driver: 'simulated', fps: 10 };
const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, chips: {}, cameras: { 'lens-1': lens } } };
/** Of the hours of a day, and no AM and PM. */
const CLOCK = /\b([01]\d|2[0-3]):\d\d:\d\d$/;

interface Frames {
  requestAnimationFrame(then: () => void): void;
}
/** About half a second of a page. It runs there. */
const someFrames = () =>
  new Promise<void>((resolve) => {
    const page = globalThis as unknown as Frames;
    const after = (left: number) => page.requestAnimationFrame(() => (left === 0 ? resolve() : after(left - 1)));
    after(30);
  });

atGateway('Somebody who looks at what was', settings, (own) => {
  it('asks for the picture where the slider is and for no other, and goes on after one that is not given', async () => {
    await own.gateway.send('POST', '/camera/v1/cameras/lens-1/recordings', { kind: 'BURST', count: 5, intervalMs: 0 });
    await using visit = await own.visit({ to: '#/cameras/lens-1', tolerated: /500/ });
    const { page } = visit;
    const row = page.getByRole('row', { name: /burst/ });
    await row.getByText('complete').waitFor();
    const table = page.getByRole('table', { name: 'Recordings' });
    expect(await row.getByRole('cell').count()).toBe(await table.getByRole('columnheader').count());
    expect(await row.locator('time').innerText()).toMatch(CLOCK);
    await page.route(/content\?frame=[12]$/, () => undefined);
    await page.route(/content\?frame=3$/, (route) => route.fulfill(FAILED));
    await row.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('img', { name: 'picture 1 of 5' }).waitFor();
    const slider = page.getByRole('slider', { name: 'Picture', exact: true });
    const asked = (frame: number) => page.waitForRequest((one) => one.url().endsWith(`frame=${frame}`));
    const givenUp = (frame: number) => page.waitForEvent('requestfailed', (one) => one.url().endsWith(`frame=${frame}`));
    await Promise.all([asked(1), slider.fill('1')]);
    await Promise.all([asked(2), givenUp(1), slider.fill('2')]);
    await Promise.all([givenUp(2), slider.fill('3')]);
    await page.getByRole('alert').getByText('the gateway failed').waitFor();
    await slider.fill('4');
    await page.getByRole('img', { name: 'picture 5 of 5' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unroute(/content\?frame=[12]$/);
    await page.unroute(/content\?frame=3$/);
    // played from where the slider is moved to, however long that picture takes: longer than the pace here
    await page.route(/content\?frame=3$/, async (route) => {
      await page.evaluate(someFrames);
      await route.continue();
    });
    const played: string[] = [];
    page.on('request', (one) => played.push(new URL(one.url()).search));
    await page.getByRole('button', { name: 'Play' }).click();
    await slider.fill('3');
    await page.getByRole('img', { name: 'picture 5 of 5' }).waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect(played.slice(played.indexOf('?frame=3') + 1)).toEqual(['?frame=4']);
    visit.expectNoFaults();
  });
});
