import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { until } from '../until.js';
import { hear, radios } from './attic.js';
import { atGateway } from './in-browser.js';
import { holdBack } from './held-back.js';

const YARD = 'C0:00:00:00:00:01';
/** In the order in which they are listed. */
const GUESTS = ['C0:00:00:00:00:11', 'C0:00:00:00:00:12', 'C0:00:00:00:00:13'] as const;
const LINES = {
  22: { name: 'green man', direction: 'OUTPUT' },
  27: { name: 'red man', direction: 'OUTPUT', initial: 1, safe: 1 },
};
const settings = {
  auth: { mode: 'tokens' },
  devices: {
    radios,
    cameras: { 'lens-1': { driver: 'simulated' } },
    chips: { board: { driver: 'simulated', lines: LINES } },
  },
};
const deviceOf = (mac: string): string => `/registry/v1/devices/tag-${mac.replaceAll(':', '')}`;

/** What is sent by a button, and by which request. */
const SENDING = [
  {
    what: 'a snapshot',
    to: '#/cameras/lens-1',
    button: 'Take a snapshot',
    method: 'GET',
    url: '**/lens-1/snapshot?max_age_ms=0',
  },
  { what: 'a recording', to: '#/cameras/lens-1', button: 'Record', method: 'POST', url: '**/lens-1/recordings' },
  { what: 'a client', to: '#/clients/crane', button: 'Save', method: 'PUT', url: '**/access/v1/clients/crane' },
  {
    what: 'a check of the log',
    to: '#/audit',
    button: /^Check that nothing|^checking/,
    method: 'GET',
    url: '**/audit/verification',
  },
];
/** The ways out of a question, of which the first thing that the keyboard is on is no. */
const ANSWERS = [
  { answer: 'Escape', keys: ['Escape'] },
  { answer: 'Cancel', keys: ['Enter'] },
  { answer: 'yes', keys: ['Tab', 'Enter'] },
];

atGateway('Whoever has no pointer', settings, (own) => {
  beforeAll(async () => {
    await own.gateway.client({ clientId: 'crane', scopes: ['sensors:write'] });
    await hear(own.gateway, YARD, { temperature: 21.5 });
    await own.gateway.send('PUT', `${deviceOf(YARD)}/configuration`, { adoption: 'ADOPTED', name: 'Yard' });
  }, 60_000);

  const visit = async (to: string) => {
    const there = await own.visit({ to });
    there.page.setDefaultTimeout(10_000);
    return there;
  };

  it.each(ANSWERS)('is where a question was asked once it is answered with $answer', async ({ keys }) => {
    await using there = await visit('#/pins');
    const { page } = there;
    await own.gateway.send('PUT', '/gpio/v1/lines/27/value', { value: 1 });
    const red = page.getByRole('switch', { name: 'red man', checked: true });
    await red.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await dialog.waitFor({ state: 'detached' });
    await expectOn(page.getByRole('switch', { name: 'red man' }));
    there.expectNoFaults();
  });

  it.each(SENDING)('stays on the button that sends $what, which sends it once', async ({ to, button: name, method, url }) => {
    await using there = await visit(to);
    const { page } = there;
    const button = page.getByRole('button', { name, exact: true });
    const path = url.replaceAll('*', '');
    let requests = 0;
    page.on('request', (request) => (requests += request.method() === method && request.url().includes(path) ? 1 : 0));
    await button.focus();
    const sent = await holdBack(page, method, url);
    await page.keyboard.press('Enter');
    await sent.done;
    await button.and(page.locator('[aria-disabled=true]')).waitFor();
    await expectOn(button);
    await page.keyboard.press('Enter');
    await sent.letGo();
    await button.and(page.locator('[aria-disabled=false]')).waitFor();
    await expectOn(button);
    expect(requests).toBe(1);
    there.expectNoFaults();
  });

  it('stays on the button that saves a camera, though there is nothing to save afterwards', async () => {
    await using there = await visit('#/cameras/lens-1');
    const { page } = there;
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await page.getByLabel('Look for motion').press('Space');
    await page.getByText('Not saved yet.').waitFor();
    await save.press('Enter');
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    await expectOn(save);
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    there.expectNoFaults();
  });

  it('has the button that undoes what was done: a hold, and a pattern', async () => {
    await using there = await visit('#/pins');
    const { page } = there;
    const green = page.getByRole('article', { name: 'green man' });
    await green.getByRole('button', { name: 'Hold' }).press('Enter');
    const release = green.getByRole('button', { name: 'Release' });
    await release.waitFor();
    await expectOn(release);
    await green.getByText('Blink').press('Enter');
    await green.getByRole('button', { name: 'Start' }).press('Enter');
    const stop = green.getByRole('button', { name: 'Stop the pattern' });
    await stop.waitFor();
    await expectOn(stop);
    await page.keyboard.press('Enter');
    await stop.waitFor({ state: 'detached' });
    await expectOn(green.locator('summary'));
    there.expectNoFaults();
  });

  it('is asked before a new tag is ignored, and goes on to the next, and from the last to where they are listed', async () => {
    for (const mac of GUESTS) await hear(own.gateway, mac, { temperature: 5 });
    await using there = await visit('#/sensors');
    const { page } = there;
    const ignore = (mac: string) => page.getByRole('button', { name: `Ignore ${mac}` });
    const [first, second, third] = GUESTS;
    await Promise.all(GUESTS.map((mac) => ignore(mac).waitFor()));
    await ignore(second).press('Enter');
    await page.getByRole('dialog', { name: `Ignore ${second}?` }).waitFor();
    await there.expectAccessible();
    await page.keyboard.press('Escape');
    expect((await own.gateway.json<{ adoption?: string }>(deviceOf(second))).adoption).toBe('NEW');
    await expectOn(ignore(second));
    for (const [mac, next] of [
      [second, page.getByRole('link', { name: `Set up ${third}` })],
      [third, page.getByRole('link', { name: `Set up ${first}` })],
      [first, page.getByRole('heading', { name: 'New' })],
    ] as const) {
      await ignore(mac).press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await ignore(mac).waitFor({ state: 'detached' });
      await expectOn(next);
      expect((await own.gateway.json<{ adoption?: string }>(deviceOf(mac))).adoption).toBe('IGNORED');
    }
    there.expectNoFaults();
  });

  it('moves what was put on the plan by the arrow keys at once', async () => {
    await using there = await visit('#/plan');
    const { page } = there;
    await page.getByRole('button', { name: 'Arrange' }).press('Enter');
    await page.getByRole('button', { name: 'Place Yard' }).press('Enter');
    const marker = page.getByRole('group', { name: 'The plan' }).getByRole('button', { name: 'Yard' });
    await marker.waitFor();
    await expectOn(marker);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    await until(async () => {
      const { place } = await own.gateway.json<{ place?: { plan?: { x: number; y: number } } }>(
        `${deviceOf(YARD)}/configuration`,
      );
      return place?.plan?.x === 0.49 && place.plan.y === 0.55;
    }, 20);
    there.expectNoFaults();
  });
});

/** The keyboard is on it. */
async function expectOn(element: Locator): Promise<void> {
  expect(await element.and(element.page().locator(':focus')).count()).toBe(1);
}
