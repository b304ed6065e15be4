import { expect, it } from '@jest/globals';
import { BehindProxy, LOOKS, shownPicture, Visit } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = {
  auth: { mode: 'tokens' },
  devices: { radios: { town: { driver: 'simulated' } }, cameras: { 'lens-1': { driver: 'simulated' } } },
};

interface Shown {
  readonly document: {
    querySelectorAll(selector: string): Iterable<{ readonly dateTime: string }>;
  };
}
/** Once a tile shows what was heard after that. It runs in the page. @param since ms since the epoch */
const heardSince = (since: number) =>
  [...(globalThis as unknown as Shown).document.querySelectorAll('.tile time')].some(
    ({ dateTime }) => Date.parse(dateTime) > since,
  );

atGateway('The panel', settings, (own) => {
  it.each(LOOKS)('shows on $name what tags measure, and that it is live', async (look) => {
    await using visit = await own.visit({ role: 'viewer', look });
    const { page } = visit;
    // another one may be the first soon
    const name = (await page.locator('.tile.online').first().getAttribute('aria-label')) ?? '';
    const tile = page.getByRole('article', { name, exact: true });
    const time = await tile.locator('time').getAttribute('datetime');
    await tile.locator(`time:not([datetime="${time}"])`).waitFor();
    await page.waitForFunction(shownPicture);
    await page.getByRole('cell', { name: 'umec-sensors' }).waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('works below a path of a proxy, and stays signed in there', async () => {
    await using behind = await BehindProxy.start(settings);
    await using visit = await Visit.signedIn(own.browser, behind.gateway, { below: behind.below, role: 'viewer' });
    const { page } = visit;
    await page.locator('.tile').first().waitFor();
    await page.reload();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    await page.waitForFunction(shownPicture);
    await visit.goTo('#/sensors');
    await page.getByRole('heading', { name: 'All sensors' }).waitFor();
    visit.expectNoFaults();
  });

  it('says that the gateway is away, and goes on when it is back, with what was typed', async () => {
    await using behind = await BehindProxy.start(settings);
    const tolerated = /ERR_|WebSocket|502|Failed to load/;
    await using visit = await Visit.signedIn(own.browser, behind.gateway, { below: behind.below, tolerated });
    const { page } = visit;
    await page.locator('.tile').first().waitFor();
    await visit.goTo('#/settings');
    const field = page.getByLabel('What umec.yaml is to be');
    await field.fill('log: {level: debug}');
    await behind.gateway.stop();
    const away = Date.now();
    await page.getByText('the gateway does not answer').waitFor();
    await behind.again();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    expect(await field.inputValue()).toBe('log: {level: debug}');
    await visit.goTo('#/');
    await page.waitForFunction(heardSince, away);
    visit.expectNoFaults();
  });

  it('shows on a phone where one is, at the end of the menu too', async () => {
    await using visit = await own.visit({ look: LOOKS[0], to: '#/settings' });
    const { page } = visit;
    await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
    const { x, width } = (await page.getByRole('link', { name: 'Settings' }).boundingBox()) ?? { x: Infinity, width: 0 };
    expect(x + width).toBeLessThanOrEqual(LOOKS[0].viewport.width);
    visit.expectNoFaults();
  });

  it('says so when there is no such page', async () => {
    await using visit = await own.visit({ to: '#/nowhere' });
    await visit.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await visit.goTo('#/');
    await visit.page.getByRole('heading', { name: 'Street', exact: true }).waitFor();
    visit.expectNoFaults();
  });
});
