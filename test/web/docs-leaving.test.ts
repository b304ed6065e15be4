import { expect, it } from '@jest/globals';
import type { Dialog, Page } from 'playwright-core';
import { answered, openedPages, REFUSED } from './api-pages.js';
import { Visit } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };

atGateway('Whoever leaves the pages of the APIs', settings, (own) => {
  it('is asked while something is typed that the gateway has not taken, and not for what was only looked for', async () => {
    await using visit = await openedPages(own, { hash: '#Readings_POST', tolerated: REFUSED });
    const { page } = visit;
    const body = page.getByLabel('Body (application/json)');
    await body.fill('[{ "measurement": "people" }]');
    await expectAsked(page);
    expect(await answered(page)).toBe('400 Bad Request');
    await visit.goTo('#Tags_GET');
    await expectAsked(page);
    await visit.goTo('#Readings_POST');
    await body.fill('[{ "measurement": "people", "fields": { "count": 4 } }]');
    expect(await answered(page)).toBe('204 No Content');
    await visit.goTo('#Readings_GET');
    await page.getByLabel('measurement (query)').fill('cars');
    const asked: Dialog[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog);
      void dialog.accept();
    });
    await page.getByRole('link', { name: 'Panel' }).click();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    expect(asked).toHaveLength(0);
    visit.expectNoFaults();
  });

  it('is known although the gateway had too much to do when they came', async () => {
    await using visit = await Visit.open(own.browser, `${own.gateway.url}/docs/`, undefined, /status of 503/);
    const { page } = visit;
    const link = `${own.gateway.url}/docs/?again#sign-in=${await own.gateway.code()}`;
    let times = 0;
    await page.route('**/session', (route) => {
      times += 1;
      return times === 1 ? route.fulfill({ status: 503, body: '{}' }) : route.continue();
    });
    await page.goto(link);
    await page.getByText('Signed in', { exact: true }).waitFor();
    expect(times).toBe(2);
    visit.expectNoFaults();
  });
});

/** The browser asks, and whoever is asked stays. */
async function expectAsked(page: Page): Promise<void> {
  const asked = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
  const clicked = page.getByRole('link', { name: 'Panel' }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await clicked;
}
