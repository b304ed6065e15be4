import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { administratorAt } from './administrator.js';
import { hear, radios, YARD } from './attic.js';
import { atGateway } from './in-browser.js';
import { holdBack } from './held-back.js';

const YARD_CONFIGURATION = '/registry/v1/devices/tag-C00000000001/configuration';
const LENS_CONFIGURATION = '/camera/v1/cameras/lens-1/configuration';
const settings = {
  auth: { mode: 'tokens' },
  devices: {
    radios,
    cameras: { 'lens-1': { driver: 'simulated' } },
    chips: { board: { driver: 'simulated', lines: { 22: { name: 'green man', direction: 'OUTPUT' } } } },
  },
};

atGateway('What is typed while something is on its way to the gateway', settings, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, YARD, { temperature: 21.5 });
  }, 60_000);

  const visit = (to: string) => administratorAt(own, to);

  it('of a client stays, and is saved over what was sent', async () => {
    await own.gateway.client({ clientId: 'plates', scopes: ['sensors:write'] });
    await using there = await visit('#/clients/plates');
    const { page } = there;
    const [name, save] = [page.getByLabel('Name, for people'), page.getByRole('button', { name: 'Save', exact: true })];
    await name.fill('Plates');
    const sent = await holdBack(page, 'PUT', '**/clients/plates');
    await save.click();
    await sent.done;
    await name.fill('Plates of the town');
    await sent.letGo();
    await enabled(save);
    expect(await name.inputValue()).toBe('Plates of the town');
    // it is not said of what is not saved yet
    expect(await page.getByText('saved', { exact: true }).count()).toBe(0);
    await save.click();
    await page.getByText('saved', { exact: true }).waitFor();
    expect(await own.gateway.json('/access/v1/clients/plates')).toMatchObject({ name: 'Plates of the town' });
    there.expectNoFaults();
  });

  it.each([
    {
      what: 'a client',
      open: 'Register a client',
      field: 'Client (clientId)',
      url: '**/access/v1/clients',
      told: 'crane is registered',
    },
    { what: 'a tenant', open: 'Make a tenant', field: 'Tenant (letters', url: '**/access/v1/tenants', told: 'crane is made' },
  ])('of $what that is being made is there for the next', async ({ open, field, url, told }) => {
    await using there = await visit('#/clients');
    const { page } = there;
    await page.locator('summary').getByText(open).click();
    const form = page.locator('details[open] form');
    for (const label of await form.getByLabel('Name, for people').all()) await label.fill('crane');
    await form.getByLabel(field).fill('crane');
    const sent = await holdBack(page, 'POST', url);
    await form.locator('[type=submit]').click();
    await sent.done;
    await form.getByLabel(field).fill('ferry');
    await sent.letGo();
    await page.getByRole('status').getByText(told).waitFor();
    expect(await form.getByLabel(field).inputValue()).toBe('ferry');
    there.expectNoFaults();
  });

  it('of a sensor stays, and is saved over what was sent', async () => {
    await using there = await visit(`#/sensors/${YARD}`);
    const { page } = there;
    await page.getByLabel('Name', { exact: true }).fill('Yard');
    const sent = await holdBack(page, 'PUT', `**${YARD_CONFIGURATION}`);
    await page.getByRole('button', { name: 'Adopt' }).click();
    await sent.done;
    await page.getByLabel('Room').fill('Shed');
    await sent.letGo();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await enabled(save);
    expect(await page.getByLabel('Room').inputValue()).toBe('Shed');
    expect(await page.getByText('Saved.').count()).toBe(0);
    // of what one has changed oneself one is not told
    expect(await page.locator('.now-there').count()).toBe(0);
    await save.click();
    await page.getByText('Saved.').waitFor();
    expect(await own.gateway.json(YARD_CONFIGURATION)).toEqual({ adoption: 'ADOPTED', name: 'Yard', room: 'Shed' });
    there.expectNoFaults();
  });

  it('of a camera stays, and is saved over what was sent', async () => {
    await using there = await visit('#/cameras/lens-1');
    const { page } = there;
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await page.getByLabel('Look for motion').check();
    const sent = await holdBack(page, 'PUT', `**${LENS_CONFIGURATION}`);
    await save.click();
    await sent.done;
    await page.getByLabel('Sensitivity').fill('33');
    await sent.letGo();
    await enabled(save);
    expect(await page.getByLabel('Sensitivity').inputValue()).toBe('33');
    await save.click();
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    expect(await own.gateway.json(LENS_CONFIGURATION)).toMatchObject({ motion: { sensitivity: 33 } });
    there.expectNoFaults();
  });

  it('of a camera that may not stand there stays, marked, and changes nothing', async () => {
    const motion = { sensitivity: 70, minimumArea: 0.01, coolDownS: 5 };
    await own.gateway.send('PUT', LENS_CONFIGURATION, { motion });
    await using there = await visit('#/cameras/lens-1');
    const { page } = there;
    const [field, other] = [page.getByLabel('Sensitivity'), page.getByLabel('Still for this long')];
    await field.selectText();
    await field.pressSequentially('900');
    await other.focus();
    await field.and(page.locator('[aria-invalid=true]')).waitFor();
    expect(await field.inputValue()).toBe('900');
    // neither 9 nor 90 was meant
    expect(await page.getByText('Not saved yet.').count()).toBe(0);
    await other.fill('7');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await field.and(page.locator(':focus')).waitFor();
    await field.fill('80');
    await field.press('Enter');
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    expect(await own.gateway.json(LENS_CONFIGURATION)).toMatchObject({ motion: { ...motion, sensitivity: 80, coolDownS: 7 } });
    await field.selectText();
    await field.pressSequentially('900');
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    there.expectNoFaults();
  });

  it('of how a line is to blink stays', async () => {
    await using there = await visit('#/pins');
    const { page } = there;
    await page.getByText('Blink').click();
    const field = page.getByLabel('On, ms');
    await field.fill('300');
    const sent = await holdBack(page, 'PUT', '**/lines/22/pattern');
    await page.getByRole('button', { name: 'Start' }).click();
    await sent.done;
    await field.fill('700');
    await sent.letGo();
    await enabled(page.getByRole('button', { name: 'Hold' }));
    // while it blinks one cannot have it blink
    await page.getByRole('button', { name: 'Stop the pattern' }).click();
    await page.getByText('Blink').click();
    expect(await field.inputValue()).toBe('700');
    there.expectNoFaults();
  });
});

/** When nothing is being sent any more. */
async function enabled(button: Locator): Promise<void> {
  await button.and(button.page().locator('[aria-disabled=false]')).waitFor();
}
