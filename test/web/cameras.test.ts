import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';
import { LOOKS, Visit } from './harness.js';

const [PHONE, , , DESKTOP] = LOOKS;
const LENS = '/camera/v1/cameras/lens-1';
/** Another process does what is waited for. */
const PAUSE_MS = 50;
const SIZE = { width: 640, height: 360 };
const simulated = { driver: 'simulated' };
const settings = {
  auth: { mode: 'tokens' },
  devices: {
    cameras: {
      'lens-1': { ...simulated, ...SIZE },
      garden: { driver: 'v4l2', device: '/dev/video-not-there' },
      yard: simulated,
      shed: simulated,
      gate: simulated,
    },
  },
};

interface Configuration {
  readonly masks?: readonly { readonly polygon: readonly { readonly x: number; readonly y: number }[]; readonly fill: string }[];
  readonly motion?: { readonly zones?: readonly { readonly zoneId: string; readonly polygon: readonly object[] }[] };
}

if (hasBrowser()) describe('The cameras of the panel', () => tests());
else it.todo(`The cameras of the panel in a browser (${HOW_TO_GET_IT})`);

function tests(): void {
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([TestGateway.start(settings), openBrowser()]);
  }, 60_000);
  afterAll(() => Promise.all([browser.close(), gateway.stop()]));
  beforeEach(() => gateway.send('PUT', `${LENS}/configuration`, {}));

  const configuration = () => gateway.json<Configuration>(`${LENS}/configuration`);
  /** How bright the brightest is in a part of a snapshot, 0 to 255. */
  const brightest = async (x: number, y: number, width: number, height: number): Promise<number> => {
    const response = await gateway.get(`${LENS}/snapshot?format=PNG`);
    const across = (fraction: number) => Math.round(fraction * SIZE.width);
    const down = (fraction: number) => Math.round(fraction * SIZE.height);
    const part = { left: across(x), top: down(y), width: across(width), height: down(height) };
    const picture = sharp(Buffer.from(await response.arrayBuffer())).removeAlpha();
    return (await picture.extract(part).raw().toBuffer()).reduce((most, shade) => Math.max(most, shade), 0);
  };
  const readers = async (cameraId: string): Promise<number> => {
    const { result } = await gateway.json<{ result: { stream: { clients: number } } }>(`/camera/v1/cameras/${cameraId}/state`);
    return result.stream.clients;
  };

  it('shows each, three of them live as long as it is seen, and why one is away', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { role: 'viewer', look: PHONE, to: '#/cameras' });
    const { page } = visit;
    await page.getByRole('article', { name: 'garden' }).getByText('no camera at /dev/video-not-there').waitFor();
    await page.getByRole('article', { name: 'gate' }).getByRole('img').waitFor();
    const shown = async () => Promise.all(['lens-1', 'yard', 'shed', 'gate'].map(readers));
    await until(async () => String(await shown()) === '1,1,1,0', PAUSE_MS);
    await visit.expectAccessible();
    await hide(page, true);
    await until(async () => String(await shown()) === '0,0,0,0', PAUSE_MS);
    await hide(page, false);
    await until(async () => String(await shown()) === '1,1,1,0', PAUSE_MS);
    await page.getByRole('link', { name: 'garden' }).click();
    await page.getByRole('main').getByText('no camera at /dev/video-not-there').waitFor();
    await page.getByRole('heading', { name: 'Recordings' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    visit.expectNoFaults();
  }, 60_000);

  it('masks a corner with the mouse, and another place with the keyboard', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { look: DESKTOP, to: '#/cameras/lens-1' });
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
    await using visit = await Visit.signedIn(browser, gateway, { look: PHONE, to: '#/cameras/lens-1' });
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
    await using visit = await Visit.signedIn(browser, gateway, { look: DESKTOP, to: '#/cameras/lens-1', tolerated: /412/ });
    const { page } = visit;
    await untilShown(page);
    await page.getByRole('button', { name: 'Region', exact: true }).click();
    await drag(page, [0.5, 0.5], [0.9, 0.9]);
    await gateway.send('PUT', `${LENS}/configuration`, { motion: {} });
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

  it('sets controls, takes a snapshot, and keeps recordings', async () => {
    await using visit = await Visit.signedIn(browser, gateway, { look: DESKTOP, to: '#/cameras/lens-1' });
    const { page } = visit;
    const valueOf = async (id: string) =>
      (await gateway.json<{ controlId: string; value: number }[]>(`${LENS}/controls`)).find(({ controlId }) => controlId === id)
        ?.value;
    await page.getByRole('switch', { name: 'Auto Exposure' }).uncheck();
    await until(async () => (await valueOf('auto_exposure')) === 0, PAUSE_MS);
    await page.getByRole('slider', { name: /^Exposure/ }).fill('220');
    await page.getByRole('slider', { name: 'Brightness' }).fill('40');
    await page.getByLabel('Color Effects').selectOption('Negative');
    await until(async () => (await valueOf('color_effects')) === 3, PAUSE_MS);
    expect([await valueOf('exposure'), await valueOf('brightness')]).toEqual([220, 40]);
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    await until(async () => (await valueOf('auto_exposure')) === 1, PAUSE_MS);
    expect(await Promise.all(['exposure', 'brightness', 'color_effects'].map(valueOf))).toEqual([100, 0, 0]);

    await page.getByRole('button', { name: 'Take a snapshot' }).click();
    await page.getByRole('img', { name: /^lens-1 at / }).waitFor();
    const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
    expect(picture.suggestedFilename()).toMatch(/^lens-1-[\dT-]+Z\.jpg$/);
    expect(await sharp(await picture.path()).metadata()).toMatchObject({ format: 'jpeg', ...SIZE });

    await page.getByLabel('Kind').selectOption('burst');
    await page.getByLabel('Pictures').fill('2');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    const row = page.getByRole('row', { name: /burst/ });
    await row.getByText('complete').waitFor();
    await row.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('img', { name: 'picture 2 of 2' }).waitFor();
    const [film] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: 'Download' }).click()]);
    expect(film.suggestedFilename()).toMatch(/\.avi$/);
    await row.getByRole('button', { name: 'Delete' }).click();
    await visit.expectAccessible();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing is kept of this camera.').waitFor();
    expect(await gateway.json(`${LENS}/recordings`)).toEqual([]);
    visit.expectNoFaults();
  }, 60_000);
}

type Place = readonly [x: number, y: number];

/** A pointer is as exact as a pixel of the screen. */
const near = (x: number, y: number): object => ({ x: expect.closeTo(x, 1.7), y: expect.closeTo(y, 1.7) });

/** What the camera sees is there, in its own proportions. */
async function untilShown(page: Page): Promise<void> {
  await page.locator('.lens img').waitFor();
  await until(async () => {
    const { width = 0, height = 1 } = (await page.locator('.lens').boundingBox()) ?? {};
    return Math.abs(width / height - SIZE.width / SIZE.height) < 0.02;
  }, PAUSE_MS);
}

/** From place to place of the picture, in fractions of it, as pixels of the screen. */
async function onScreen(page: Page, places: readonly Place[]): Promise<{ x: number; y: number }[]> {
  await page.locator('.overlay').scrollIntoViewIfNeeded();
  const box = await page.locator('.overlay').boundingBox();
  if (!box) throw new Error('there is no picture to draw on');
  return places.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

async function drag(page: Page, ...places: [from: Place, to: Place]): Promise<void> {
  const [from, to] = await onScreen(page, places);
  if (!from || !to) return;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

async function touch(page: Page, ...places: [from: Place, to: Place]): Promise<void> {
  const [from, to] = await onScreen(page, places);
  if (!from || !to) return;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  for (const part of [0.25, 0.5, 0.75, 1])
    await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  await send('touchEnd', []);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await untilSaved(page);
}

const untilSaved = (page: Page): Promise<void> => page.getByText('Not saved yet.').waitFor({ state: 'detached' });

/** As when another tab is looked at. It runs in the page. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'))`);
}
