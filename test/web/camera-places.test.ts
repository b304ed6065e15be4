import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../until.js';
import { LOOKS, refused } from './harness.js';
import { atGateway } from './in-browser.js';
import { drag, touch } from './pointer.js';
import { untilHidden, untilSeen } from './shown-pixels.js';

const [PHONE, , , DESKTOP] = LOOKS;
const LENS = '/camera/v1/cameras/lens-1';
const PAUSE_MS = 50;
const SIZE = { width: 640, height: 360 };
const IN_THE_CORNER = { left: 0, top: 0, width: 0.2, height: 0.2 };
const BESIDE_IT = { left: 0.3, top: 0, width: 0.25, height: 0.25 };
const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated', ...SIZE } } } };

interface Configuration {
  readonly masks?: readonly { readonly polygon: readonly { readonly x: number; readonly y: number }[]; readonly fill: string }[];
  readonly motion?: { readonly zones?: readonly { readonly zoneId: string; readonly polygon: readonly object[] }[] };
}

atGateway('The places of a camera', settings, (own) => {
  beforeEach(() => own.gateway.send('PUT', `${LENS}/configuration`, {}));

  const configuration = () => own.gateway.json<Configuration>(`${LENS}/configuration`);

  it('masks a corner with the mouse, and another place with the keyboard', async () => {
    await using visit = await own.visit({ look: DESKTOP, to: '#/cameras/lens-1' });
    const { page } = visit;
    await untilShown(page);
    const live = page.getByRole('img', { name: 'live picture of lens-1' });
    await untilSeen(live, IN_THE_CORNER);
    const take = page.getByRole('button', { name: 'Take a snapshot' });
    const snapshot = page.getByRole('img', { name: /^lens-1 at / });
    await take.click();
    await untilSeen(snapshot, IN_THE_CORNER);

    await page.getByRole('button', { name: 'Mask', exact: true }).click();
    await drag(page, [0.008, 0.008], [0.25, 0.25]);
    await save(page);
    const [corner] = (await configuration()).masks ?? [];
    expect(corner?.fill).toBe('BLACK');
    expect(corner?.polygon).toEqual([near(0, 0), near(0.25, 0), near(0.25, 0.25), near(0, 0.25)]);
    await take.click();
    await untilHidden(snapshot, IN_THE_CORNER);
    await untilSeen(snapshot, BESIDE_IT);
    await untilHidden(live, IN_THE_CORNER);

    await page.getByRole('button', { name: 'Mask', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Put it in the middle' }).press('Enter');
    const first = page.getByRole('button', { name: 'Mask 2, corner 1' });
    await first.and(page.locator(':focus')).waitFor();
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByLabel('Corner 4, from the left, %').fill('30');
    await page.getByRole('button', { name: 'Remove corner 3' }).press('Enter');
    await visit.expectAccessible();
    await page.getByLabel('Corner 3, from the left, %').press('Enter');
    await untilSaved(page);
    expect((await configuration()).masks?.[1]?.polygon).toEqual([
      { x: 0.3, y: 0.401 },
      { x: 0.6, y: 0.4 },
      { x: 0.3, y: 0.6 },
    ]);
    await untilHidden(live, { left: 0.31, top: 0.42, width: 0.05, height: 0.1 });
    visit.expectNoFaults();
  }, 60_000);

  it('watches a zone that was drawn with a finger, and says when something moves in it', async () => {
    await using visit = await own.visit({ look: PHONE, to: '#/cameras/lens-1' });
    const { page } = visit;
    await untilShown(page);
    await page.getByRole('button', { name: 'Motion zone' }).click();
    await touch(page, [0.1, 0.6], [0.7, 0.95]);
    // what was drawn is moved as a whole
    await touch(page, [0.4, 0.8], [0.5, 0.8]);
    await page.getByLabel('Name', { exact: true }).fill('road');
    await save(page);
    expect((await configuration()).motion?.zones).toEqual([
      { zoneId: 'road', polygon: [near(0.2, 0.6), near(0.8, 0.6), near(0.8, 0.95), near(0.2, 0.95)] },
    ]);
    await page.getByRole('status').getByText('Something moves in road.').waitFor();
    await page.locator('.overlay rect').waitFor({ state: 'attached' });
    await visit.expectAccessible();
    visit.expectNoFaults();
  }, 60_000);

  it('keeps what was drawn when somebody else was quicker', async () => {
    await using visit = await own.visit({
      look: DESKTOP,
      to: '#/cameras/lens-1',
      tolerated: refused(412, `${LENS}/configuration`),
    });
    const { page } = visit;
    await untilShown(page);
    await page.getByRole('button', { name: 'Region', exact: true }).click();
    await drag(page, [0.5, 0.5], [0.9, 0.9]);
    await own.gateway.send('PUT', `${LENS}/configuration`, { motion: {} });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Somebody else has changed this camera').waitFor();
    expect(await configuration()).toMatchObject({ motion: { sensitivity: 70 } });
    await visit.goTo('#/cameras');
    await visit.goTo('#/cameras/lens-1');
    await page.getByRole('button', { name: 'Region 1' }).click();
    await page.getByRole('button', { name: 'Save mine in its place' }).click();
    await untilSaved(page);
    expect(await configuration()).toEqual({ regions: [[near(0.5, 0.5), near(0.9, 0.5), near(0.9, 0.9), near(0.5, 0.9)]] });
    visit.expectNoFaults();
  }, 60_000);
});

/** A pointer is as exact as a pixel of the screen. */
const near = (x: number, y: number): object => ({ x: expect.closeTo(x, 1.7), y: expect.closeTo(y, 1.7) });

/** What the camera sees is there, in its own proportions. */
async function untilShown(page: Page): Promise<void> {
  await page.locator('.lens canvas').waitFor();
  await until(async () => {
    const { width = 0, height = 1 } = (await page.locator('.lens').boundingBox()) ?? {};
    return Math.abs(width / height - SIZE.width / SIZE.height) < 0.02;
  }, PAUSE_MS);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await untilSaved(page);
}

const untilSaved = (page: Page): Promise<void> => page.getByText('Not saved yet.').waitFor({ state: 'detached' });
