import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TestGateway } from '../gateway.js';
import { directoryWith, hear, radios } from './attic.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';
import { Visit } from './harness.js';

const MINUTE_MS = 60_000;
/** Heard until some hours ago, and heard now. */
const [SILENT, YARD] = ['C0:00:00:00:00:01', 'C0:00:00:00:00:02'];
/** Nobody has heard of it. */
const NOBODY = 'C0:00:00:00:00:03';
const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: {}, chips: {} } };

/** A temperature each ten minutes, from six to three hours ago. */
const said = (): (readonly [number, number])[] =>
  Array.from({ length: 18 }, (_, tenth) => [Date.now() - (360 - 10 * tenth) * MINUTE_MS, 20]);

if (hasBrowser()) describe('Sensors of which something is missing', () => tests());
else it.todo(`Sensors of which something is missing, in a browser (${HOW_TO_GET_IT})`);

function tests(): void {
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    const dir = await directoryWith({ [SILENT]: said() });
    [gateway, browser] = await Promise.all([TestGateway.start(settings, { dir }), openBrowser()]);
    await hear(gateway, YARD, { temperature: 21.5 });
  }, 60_000);
  afterAll(() => Promise.all([browser.close(), gateway.stop()]));

  it('are compared without one that the gateway does not know, which is named', async () => {
    const to = `#/sensors/${SILENT},${NOBODY},${YARD}`;
    await using visit = await Visit.signedIn(browser, gateway, { role: 'viewer', to });
    const { page } = visit;
    await page.getByRole('alert').getByText(`nothing of it is read: ${NOBODY}.`).waitFor();
    await page.getByRole('img', { name: new RegExp(`${SILENT}: 20.00 °C.*${YARD}: 21.50 °C`) }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('have a gap where nothing was heard until now', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { role: 'viewer', to: `#/sensors/${SILENT}` });
    const chart = visit.page.getByRole('img', { name: /Temperature, °C, last 24 hours/ });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toContain('One gap.');
    visit.expectNoFaults();
  });
}
