import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ButtonClock } from '../button-clock.js';
import { TestGateway } from '../gateway.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';
import { LOOKS, Visit } from './harness.js';

const LINES = {
  17: { name: 'button', direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 },
  22: { name: 'green man', direction: 'OUTPUT' },
  23: { name: '<script>alert(1)</script>', direction: 'OUTPUT' },
  27: { name: 'red man', direction: 'OUTPUT', initial: 1, safe: 1 },
};
const settings = {
  auth: { mode: 'tokens' },
  devices: { cameras: {}, chips: { board: { driver: 'simulated', lines: LINES } } },
  gpio: { writesPerSecond: 1_000, writeBurst: 10_000 },
};
/** Somebody presses a button about three times a minute. */
const WHILE_SOMEBODY_PRESSES_MS = 60_000;
const LIST = '**/gpio/v1/lines';

if (hasBrowser()) describe('The page of the pins', () => tests());
else it.todo(`The page of the pins in a browser (${HOW_TO_GET_IT})`);

function tests(): void {
  const clock = new ButtonClock(Date.now());
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([TestGateway.start(settings, { clock }), openBrowser()]);
  }, 60_000);
  afterAll(() => Promise.all([browser.close(), gateway.stop()]));

  const valueOf = async (line: number) => (await gateway.json<{ value: number }>(`/gpio/v1/lines/${line}/value`)).value;

  it('shows what each line is for and what it shows, and switches an output by the keyboard', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { to: '#/pins', look: LOOKS[0] });
    const { page } = visit;
    const green = page.getByRole('switch', { name: 'green man' });
    await green.press('Space');
    await page.getByRole('switch', { name: 'green man', checked: true }).waitFor();
    expect(await valueOf(22)).toBe(1);
    await green.press('Enter');
    await page.getByRole('switch', { name: 'green man', checked: false }).waitFor();
    expect(await valueOf(22)).toBe(0);
    await page.getByRole('heading', { name: '<script>alert(1)</script>' }).waitFor();
    await page.getByRole('article', { name: 'button' }).getByText('line 17, GPIO17 of board').waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('asks before it takes an output out of what its owner calls safe, or ends a pattern', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { to: '#/pins', look: LOOKS[3] });
    const { page } = visit;
    const red = page.getByRole('switch', { name: 'red man' });
    await red.click();
    await page.getByRole('dialog', { name: /its safe value is 1/ }).waitFor();
    await visit.expectAccessible();
    await page.keyboard.press('Escape');
    expect(await valueOf(27)).toBe(1);
    await red.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('switch', { name: 'red man', checked: false }).waitFor();
    expect(await valueOf(27)).toBe(0);

    const green = page.getByRole('article', { name: 'green man' });
    await green.getByText('Blink').click();
    await green.getByLabel('On, ms').fill('60000');
    await green.getByRole('button', { name: 'Start' }).click();
    await green.getByText('shows a pattern').waitFor();
    await page.getByRole('switch', { name: 'green man', checked: true }).click();
    await page.getByRole('dialog', { name: /shows a pattern, which ends/ }).waitFor();
    await page.keyboard.press('Escape');
    await green.getByRole('button', { name: 'Stop the pattern' }).click();
    await green.getByText('Blink').waitFor();
    expect(await gateway.json('/gpio/v1/lines/22/pattern')).toMatchObject({
      state: 'STOPPED',
      steps: [{ durationMs: 60_000 }, {}],
    });
    visit.expectNoFaults();
  });

  it('holds a line so that nobody else switches it, and gives it back', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { to: '#/pins' });
    const { page } = visit;
    const script = page.getByRole('article', { name: '<script>' });
    await script.getByRole('button', { name: 'Hold' }).click();
    await script.getByText('held by this page').waitFor();
    expect((await gateway.send('PUT', '/gpio/v1/lines/23/value', { value: 1 })).status).toBe(409);
    await script.getByRole('switch').click();
    await script.getByRole('switch', { checked: true }).waitFor();
    expect(await valueOf(23)).toBe(1);
    await script.getByRole('button', { name: 'Release' }).click();
    await script.getByRole('button', { name: 'Hold' }).waitFor();
    expect((await gateway.send('PUT', '/gpio/v1/lines/23/value', { value: 0 })).status).toBe(200);
    visit.expectNoFaults();
  });

  it("says who holds a line, and does not break somebody's lease, not even one it has not heard of yet", async () => {
    const holder = await gateway.client({ clientId: 'crossing', scopes: ['gpio:write'] });
    await using visit = await Visit.signedIn(browser, gateway, { to: '#/pins', tolerated: /409/ });
    const { page } = visit;
    const green = page.getByRole('switch', { name: 'green man' });
    await green.waitFor();
    const [before, value] = [await gateway.json('/gpio/v1/lines'), await valueOf(22)];
    await page.route(LIST, (route) => route.fulfill({ json: before }));
    const lease = { lineIds: ['22'], durationS: 300 };
    expect((await gateway.send('POST', '/gpio/v1/leases', lease, holder)).status).toBe(201);
    await green.click();
    await page.getByRole('alert').getByText('line 22 is leased until').waitFor();
    await page.unroute(LIST);
    await page.getByText('held by crossing').waitFor();
    expect(await green.getAttribute('aria-disabled')).toBe('true');
    await green.click({ force: true });
    await green.press('Space');
    expect(await valueOf(22)).toBe(value);
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('shows an edge as it is told, without asking', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { role: 'viewer', to: '#/pins' });
    const { page } = visit;
    const button = page.getByRole('article', { name: 'button' });
    await button.waitFor();
    const before = await gateway.json('/gpio/v1/lines');
    await page.route(LIST, (route) => route.fulfill({ json: before }));
    await clock.advance(WHILE_SOMEBODY_PRESSES_MS);
    const { lastEdge } = await gateway.json<{ lastEdge: { time: string; value: number } }>('/gpio/v1/lines/17');
    await button.locator(`time[datetime="${lastEdge.time}"]`).waitFor();
    await button.getByText(lastEdge.value === 1 ? 'Active' : 'Not active', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Hold' }).count()).toBe(0);
    visit.expectNoFaults();
  });
}
