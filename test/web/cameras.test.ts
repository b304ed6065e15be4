import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { until } from '../until.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

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

atGateway('The cameras of the panel', settings, (own) => {
  const readers = async (cameraId: string): Promise<number> => {
    const { result } = await own.gateway.json<{ result: { stream: { clients: number } } }>(
      `/camera/v1/cameras/${cameraId}/state`,
    );
    return result.stream.clients;
  };

  it('shows each, three of them live as long as it is seen, and why one is away', async () => {
    await using visit = await own.visit({ role: 'viewer', look: PHONE, to: '#/cameras' });
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

  it('sets controls, takes a snapshot, and keeps recordings', async () => {
    await using visit = await own.visit({ look: DESKTOP, to: '#/cameras/lens-1' });
    const { page } = visit;
    const valueOf = async (id: string) =>
      (await own.gateway.json<{ controlId: string; value: number }[]>(`${LENS}/controls`)).find(
        ({ controlId }) => controlId === id,
      )?.value;
    await page.getByRole('switch', { name: 'Auto Exposure' }).uncheck();
    await until(async () => (await valueOf('auto_exposure')) === 0, PAUSE_MS);
    await page.getByRole('slider', { name: /^Exposure/ }).fill('220');
    await page.getByRole('slider', { name: 'Brightness' }).fill('40');
    await page.getByLabel('Color Effects').selectOption('Negative');
    await until(async () => (await valueOf('color_effects')) === 3, PAUSE_MS);
    expect([await valueOf('exposure'), await valueOf('brightness')]).toEqual([220, 40]);
    // beside what the camera itself calls so
    await page.getByRole('button', { name: 'Reset', exact: true, description: 'a button of the camera itself' }).waitFor();
    await page.getByRole('button', { name: 'Set all of these to their defaults' }).click();
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
    expect(await own.gateway.json(`${LENS}/recordings`)).toEqual([]);
    visit.expectNoFaults();
  }, 60_000);
});

/** As when another tab is looked at. It runs in the page. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'))`);
}
