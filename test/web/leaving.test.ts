import { beforeAll, expect, it } from '@jest/globals';
import type { Dialog, Page } from 'playwright-core';
import { hear, radios } from './attic.js';
import { atGateway } from './in-browser.js';

const YARD = 'C0:00:00:00:00:01';
const YARD_CONFIGURATION = '/registry/v1/devices/tag-C00000000001/configuration';
const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: { 'lens-1': { driver: 'simulated' } }, chips: {} } };

atGateway('Whoever leaves the panel', settings, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, YARD, { temperature: 21.5 });
    await own.gateway.send('PUT', YARD_CONFIGURATION, { adoption: 'ADOPTED' });
  }, 60_000);

  const visit = async (to: string) => {
    const there = await own.visit({ to });
    there.page.setDefaultTimeout(10_000);
    return there;
  };

  it('is asked while something is typed, and not when it is dropped or was only looked for', async () => {
    await using there = await visit('#/settings');
    const { page } = there;
    const field = page.getByLabel('What umec.yaml is to be');
    await field.fill('log: {level: debug}');
    await expectAsked(page);
    expect(await field.inputValue()).toBe('log: {level: debug}');
    await page.getByRole('button', { name: 'Clear' }).click();
    await there.goTo('#/log');
    await page.getByLabel('With this text').fill('radio');
    await expectNotAsked(page);
    there.expectNoFaults();
  });

  it('is not asked once everything that was arranged on the plan is kept', async () => {
    await using there = await visit('#/plan');
    const { page } = there;
    await page.getByRole('button', { name: 'Arrange' }).click();
    const kept = page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.url().endsWith(YARD_CONFIGURATION),
    );
    await page.getByRole('button', { name: `Place ${YARD}` }).click();
    await (await kept).finished();
    await expectNotAsked(page);
    there.expectNoFaults();
  });

  it('finds what they would record as they had it, when they come back', async () => {
    await using there = await visit('#/cameras/lens-1');
    const { page } = there;
    await page.getByLabel('Seconds', { exact: true }).fill('42');
    await there.goTo('#/sensors');
    await page.getByRole('heading', { name: 'Sensors', exact: true }).waitFor();
    await there.goTo('#/cameras/lens-1');
    expect(await page.getByLabel('Seconds', { exact: true }).inputValue()).toBe('42');
    await expectNotAsked(page);
    there.expectNoFaults();
  });
});

const toTheApis = (page: Page) => page.getByRole('link', { name: 'APIs' }).click();

/** The browser asks, and whoever is asked stays. */
async function expectAsked(page: Page): Promise<void> {
  const asked = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
  const clicked = toTheApis(page);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await clicked;
}

async function expectNotAsked(page: Page): Promise<void> {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await toTheApis(page);
  await page.waitForURL('**/docs/**');
  expect(asked).toEqual([]);
}
