import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { until } from '../until.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';
import { drag, touch } from './pointer.js';

const [PHONE, , , DESKTOP] = LOOKS;
const LENS = '/camera/v1/cameras/lens-1';
const PAUSE_MS = 50;
const SIZE = { width: 640, height: 360 };
const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated', ...SIZE } } } };

interface Configuration {
  readonly masks?: readonly { readonly polygon: readonly { readonly x: number; readonly y: number }[]; readonly fill: string }[];
  readonly motion?: { readonly zones?: readonly { readonly zoneId: string; readonly polygon: readonly object[] }[] };
}

atGateway('The places of a camera', settings, (own) => {
  beforeEach(() => own.gateway.send('PUT', `${LENS}/configuration`, {}));

  const configuration = () => own.gateway.json<Configuration>(`${LENS}/configuration`);
  /** How bright the brightest is in a part of a snapshot, 0 to 255. */
  const brightest = async (x: number, y: number, width: number, height: number): Promise<number> => {
    const response = await own.gateway.get(`${LENS}/snapshot?format=PNG`);
    const across = (fraction: number) => Math.round(fraction * SIZE.width);
    const down = (fraction: number) => Math.round(fraction * SIZE.height);
    const part = { left: across(x), top: down(y), width: across(width), height: down(height) };
    const picture = sharp(Buffer.from(await response.arrayBuffer())).removeAlpha();
    return (await picture.extract(part).raw().toBuffer()).reduce((most, shade) => Math.max(most, shade), 0);
  };

  it('masks a corner with the mouse, and another place with the keyboard', async () => {
    await using visit = await own.visit({ look: DESKTOP, to: '#/cameras/lens-1' });
    const { page } = visit;
    await untilShown(page);
    expect(await brightest(0, 0, 0.2, 0.2)).toBeGreaterThan(60);

    await page.getByRole('button', { name: 'Mask', exact: true }).click();
    await drag(page, [0.008, 0.008], [0.25, 0.25]);
    await save(page);
    const [corner] = (await configuration()).masks ?? [];
    expect(corner?.fill).toBe('BLACK');
    expect(corner?.polygon).toEqual([near(0, 0), near(0.25, 0), near(0.25, 0.25), near(0, 0.25)]);
    expect(await brightest(0, 0, 0.2, 0.2)).toBeLessThan(10);
    expect(await brightest(0.3, 0, 0.25, 0.25)).toBeGreaterThan(60);

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
    expect(await brightest(0.31, 0.42, 0.05, 0.1)).toBeLessThan(10);
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
    await using visit = await own.visit({ look: DESKTOP, to: '#/cameras/lens-1', tolerated: /412/ });
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
