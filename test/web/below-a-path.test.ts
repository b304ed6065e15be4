import { expect, it } from '@jest/globals';
import { hear, radios, YARD } from './attic.js';
import { BehindProxy, shownPicture, Visit } from './harness.js';
import { inBrowser } from './in-browser.js';
import { drag } from './pointer.js';
import { untilHidden, untilSeen } from './shown-pixels.js';

const settings = {
  auth: { mode: 'tokens' },
  devices: {
    radios,
    cameras: { 'lens-1': { driver: 'simulated', width: 640, height: 360 } },
    chips: { board: { driver: 'simulated', lines: { 27: { name: 'red man', direction: 'OUTPUT' } } } },
  },
};
const IN_THE_CORNER = { left: 0, top: 0, width: 0.2, height: 0.2 };
const BESIDE_IT = { left: 0.3, top: 0, width: 0.25, height: 0.25 };

inBrowser('Below a path of a proxy', (own) => {
  it('the panel shows, draws, asks and sets as at the root, and stays signed in', async () => {
    await using behind = await BehindProxy.start(settings);
    const { gateway, below } = behind;
    await hear(gateway, YARD, { temperature: 21 });
    await using visit = await Visit.signedIn(own.browser, gateway, { below });
    const { page } = visit;
    await page.getByRole('article', { name: YARD }).waitFor();
    await page.reload();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    await page.waitForFunction(shownPicture);

    await visit.goTo(`#/sensors/${YARD}`);
    await page.getByRole('img', { name: /^Temperature, °C, last 24 hours\. .*21\.00 °C/ }).waitFor();

    await visit.goTo('#/cameras/lens-1');
    const live = page.getByRole('img', { name: 'live picture of lens-1' });
    await untilSeen(live, IN_THE_CORNER);
    await page.getByRole('button', { name: 'Mask', exact: true }).click();
    await drag(page, [0.008, 0.008], [0.25, 0.25]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await untilHidden(live, IN_THE_CORNER);
    await page.getByRole('button', { name: 'Take a snapshot' }).click();
    const snapshot = page.getByRole('img', { name: /^lens-1 at / });
    await untilSeen(snapshot, BESIDE_IT);
    await untilHidden(snapshot, IN_THE_CORNER);

    await visit.goTo('#/pins');
    await page.getByRole('switch', { name: 'red man', checked: false }).click();
    await page.getByRole('switch', { name: 'red man', checked: true }).waitFor();
    expect(await gateway.json('/gpio/v1/lines/27/value')).toMatchObject({ value: 1 });
    visit.expectNoFaults();
  }, 60_000);
});
