import { expect, it } from '@jest/globals';
import { hear, radios } from './attic.js';
import { AWAY, BehindProxy, LOOKS, Visit } from './harness.js';
import { inBrowser } from './in-browser.js';

const LINES = {
  17: { name: 'button', direction: 'INPUT' },
  27: { name: 'red man', direction: 'OUTPUT', initial: 1 },
};
const settings = {
  auth: { mode: 'tokens' },
  devices: { radios, cameras: {}, chips: { board: { driver: 'simulated', lines: LINES } } },
};
/** More than there is room for on any screen. */
const MACS = Array.from({ length: 30 }, (_, number) => `C0:00:00:00:01:${String(number).padStart(2, '0')}`);
const [FIRST = ''] = MACS;
const LINE = '/registry/v1/devices/line-27/configuration';
/** Of those that the page and the panel have, whether they are there. It runs in the page. */
const STYLES = `['panel', 'pins'].map((name) => [...document.styleSheets].some(({ href, cssRules }) => href?.includes(name) && cssRules.length > 0))`;
const DOWN_PX = 1500;

inBrowser('While the gateway is away', (own) => {
  /** A gateway that has heard every tag. */
  async function heard(): Promise<BehindProxy> {
    const behind = await BehindProxy.start(settings);
    await Promise.all(MACS.map((mac) => hear(behind.gateway, mac, { temperature: 20 })));
    return behind;
  }
  const visitTo = (behind: BehindProxy, to: string, look = LOOKS[0] as (typeof LOOKS)[number]) =>
    Visit.signedIn(own.browser, behind.gateway, { below: behind.below, tolerated: AWAY, to, look });

  it.each([LOOKS[1], LOOKS[2]])(
    'no tile is live, and that is said wherever one looks, until it is back, on $name',
    async (look) => {
      await using behind = await heard();
      await using visit = await visitTo(behind, '#/', look);
      const { page } = visit;
      const live = page.locator('main').getByText('live', { exact: false });
      await page.locator('.tile.online').nth(29).waitFor();
      await page.mouse.wheel(0, DOWN_PX);
      const said = page.getByRole('status').getByText('the gateway does not answer');
      await behind.gateway.stop();
      await said.waitFor();
      await page.getByText('not known').nth(29).waitFor();
      expect(await live.count()).toBe(0);
      expect(await page.locator('.tile.online').count()).toBe(0);
      const { y, height } = (await said.boundingBox()) ?? { y: Infinity, height: 0 };
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(look.viewport.height);
      await visit.expectAccessible();
      await behind.again();
      await hear(behind.gateway, FIRST, { temperature: 21 });
      await page
        .getByRole('article', { name: FIRST })
        .getByText(/ live$/)
        .waitFor();
      expect(await page.getByText('not known').count()).toBe(0);
      visit.expectNoFaults();
    },
  );

  it('nobody says what a pin shows, nor turns it', async () => {
    await using behind = await BehindProxy.start(settings);
    await using visit = await visitTo(behind, '#/pins');
    const { page } = visit;
    await page.getByRole('switch', { name: 'red man', checked: true }).waitFor();
    await page.getByRole('article', { name: 'button' }).getByText('Not active').waitFor();
    await behind.gateway.stop();
    await page.getByText('not known').nth(1).waitFor();
    await page.getByRole('switch', { name: 'red man', disabled: true }).waitFor();
    expect(await page.getByRole('switch', { checked: true }).count()).toBe(0);
    expect(await page.getByText('Not active').count()).toBe(0);
    await behind.again();
    await page.getByRole('switch', { name: 'red man', checked: true, disabled: false }).waitFor();
    visit.expectNoFaults();
  });

  it('a page that was never opened cannot be shown, and is there when it is back, as it looks else, with what is typed elsewhere', async () => {
    await using behind = await BehindProxy.start(settings);
    await using visit = await visitTo(behind, '');
    const { page } = visit;
    await page.evaluate('globalThis.isSame = true');
    await behind.gateway.stop();
    await page.getByRole('status').getByText('the gateway does not answer').waitFor();
    await visit.goTo('#/pins');
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    await behind.again();
    await page.getByRole('switch', { name: 'red man', checked: true, disabled: false }).waitFor();
    expect(await page.evaluate('globalThis.isSame')).toBe(true);
    expect(await page.evaluate(STYLES)).toEqual([true, true]);
    visit.expectNoFaults();
  });

  it('what stands on the plan is as it was, and says so', async () => {
    await using behind = await BehindProxy.start(settings);
    const placed = await behind.gateway.send('PUT', LINE, { place: { plan: { x: 0.5, y: 0.5 } } });
    expect(placed.ok).toBe(true);
    await using visit = await visitTo(behind, '#/plan');
    const { page } = visit;
    const marker = page.getByRole('group', { name: 'The plan' }).locator('.marker');
    await marker.waitFor();
    expect(await marker.innerText()).not.toContain('not known');
    await behind.gateway.stop();
    await marker.getByText('not known').waitFor();
    await behind.again();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    expect(await marker.innerText()).not.toContain('not known');
    visit.expectNoFaults();
  });
});
