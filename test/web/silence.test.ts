import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atticOnly, hear, YARD } from './attic.js';
import { Visit } from './harness.js';
import { inBrowser } from './in-browser.js';
import { SilentWay } from './silent-way.js';

/** After which the panel has looked whether the gateway is there, and waited for its answer. */
const LONG_MS = 31_000;
/** After which it tries again. */
const AGAIN_MS = 2_000;
/** Shorter than the panel waits for an answer. */
const STEP_MS = 4_000;
const AWAY = /ERR_|WebSocket/;

inBrowser('A panel that hears nothing any more', (own) => {
  /** Live, with a clock that can be put forward, and what the yard says. */
  async function live(way: SilentWay): Promise<Visit> {
    await hear(way.beside, YARD, { temperature: 20 });
    const visit = await Visit.signedIn(own.browser, way.gateway, { below: way.url, tolerated: AWAY });
    const { page } = visit;
    await page.clock.install();
    await page.reload();
    await page.getByText('20.00 °C').waitFor();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    return visit;
  }

  it('says that the gateway does not answer, and goes on when it does, with what it missed', async () => {
    await using way = await SilentWay.to(atticOnly);
    await using visit = await live(way);
    const { page } = visit;
    way.silence();
    await hear(way.beside, YARD, { temperature: 21 });
    await page.clock.runFor(LONG_MS);
    await page.getByRole('status').getByText('the gateway does not answer').waitFor();
    await page.getByText('20.00 °C').waitFor();
    // nor does anybody answer what is asked first when it tries again
    const asked = page.waitForRequest('**/tickets');
    await page.clock.runFor(AGAIN_MS);
    await asked;
    way.goOn();
    await page.clock.runFor(LONG_MS);
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    await page.getByText('21.00 °C').waitFor();
    await hear(way.beside, YARD, { temperature: 22 });
    await page.getByText('22.00 °C').waitFor();
    visit.expectNoFaults();
  }, 60_000);

  it('finds that the gateway is there and knows nothing of its connection, and makes another', async () => {
    await using way = await SilentWay.to(atticOnly);
    await using visit = await live(way);
    const { page } = visit;
    way.silence();
    way.goOn();
    await hear(way.beside, YARD, { temperature: 21 });
    await answered(page, LONG_MS);
    await page.getByText('21.00 °C').waitFor();
    await hear(way.beside, YARD, { temperature: 22 });
    await page.getByText('22.00 °C').waitFor();
    visit.expectNoFaults();
  }, 60_000);

  it('stays live where there is nothing to tell', async () => {
    await using way = await SilentWay.to(atticOnly);
    await using visit = await live(way);
    const { page } = visit;
    const sockets: unknown[] = [];
    page.on('websocket', (socket) => sockets.push(socket));
    await answered(page, 2 * LONG_MS);
    await hear(way.beside, YARD, { temperature: 22 });
    await page.getByText('22.00 °C').waitFor();
    expect(sockets).toEqual([]);
    visit.expectNoFaults();
  }, 60_000);
});

/** Has time go by in the page, not so fast that the gateway cannot answer. */
async function answered(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await page.clock.runFor(STEP_MS);
    await page.evaluate(`fetch('healthz').then(({ status }) => status)`);
  }
}
