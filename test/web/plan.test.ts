import { beforeAll, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { until } from '../until.js';
import { atticOnly, hear } from './attic.js';
import { FAILED, LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const MAC = 'C0:00:00:00:00:02';
const CONFIGURATION = `/registry/v1/devices/tag-${MAC.replaceAll(':', '')}/configuration`;
const HOSTILE = '<script>alert(1)</script>';
const MIB = 1_048_576;

interface Configuration {
  readonly room?: string;
  readonly place?: { readonly plan?: { readonly x: number; readonly y: number } };
}

atGateway('The plan in the panel', atticOnly, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, MAC, { temperature: 5 });
    await own.gateway.send('PUT', CONFIGURATION, { adoption: 'ADOPTED', name: HOSTILE, room: 'Hall' });
  }, 60_000);

  /** Once the gateway keeps that it stands there. */
  const isAt = (x: number, y: number) =>
    until(async () => {
      const { place } = await own.gateway.json<Configuration>(CONFIGURATION);
      return place?.plan?.x === x && place.plan.y === y;
    }, 20);

  it('has devices where somebody has put them by keyboard and by pointer, with what they say', async () => {
    await using visit = await own.visit({ role: 'operator', to: '#/plan' });
    const { page } = visit;
    await page.getByText('There is no picture yet; devices stand on a grid.').waitFor();
    await page.locator('.stage .grid').waitFor();
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('button', { name: `Place ${HOSTILE}` }).click();
    const marker = page.getByRole('group', { name: 'The plan' }).getByRole('button', { name: HOSTILE });
    await page.getByText(`${HOSTILE}: 50 % from the left, 50 % from the top.`).waitFor();
    await isAt(0.5, 0.5);
    await marker.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('49 % from the left, 55 % from the top.').waitFor();
    await isAt(0.49, 0.55);
    await page.getByLabel('% from the left').fill('20');
    await page.keyboard.press('Enter');
    await page.getByText('20 % from the left').waitFor();
    await isAt(0.2, 0.55);
    const box = await marker.boundingBox();
    const stage = await page.getByRole('group', { name: 'The plan' }).boundingBox();
    if (!box || !stage) throw new Error('it is not shown');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + stage.width * 0.3, box.y + 10, { steps: 3 });
    await page.mouse.up();
    await isAt(0.5, 0.55);
    expect((await own.gateway.json<Configuration>(CONFIGURATION)).room).toBe('Hall');
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'Done' }).click();
    await hear(own.gateway, MAC, { temperature: 6.25 });
    await page.getByRole('link', { name: HOSTILE }).getByText('6.25 °C').waitFor();
    visit.expectNoFaults();
  });

  it('is a picture that somebody sends, and none that is too large or no picture', async () => {
    const look = LOOKS[1];
    await using visit = await own.visit({ to: '#/plan', look, tolerated: /400|415/ });
    const { page } = visit;
    await page.getByRole('button', { name: 'Arrange' }).click();
    const file = page.getByLabel('Picture (PNG');
    const use = page.getByRole('button', { name: 'Use this picture' });
    await file.setInputFiles({ name: 'town.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * MIB) });
    await page.getByText('town.png has 10.0 MiB, and a plan at most 4.').waitFor();
    expect(await use.isDisabled()).toBe(true);
    await file.setInputFiles({ name: 'town.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await use.click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/picture|PNG/);
    const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#246' } });
    await file.setInputFiles({ name: 'town.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() });
    await use.click();
    await page.getByText('This is the plan now.').waitFor();
    expect((await own.gateway.get('/registry/v1/plan')).headers.get('content-type')).toBe('image/webp');
    const canvas = page.locator('.stage canvas');
    await canvas.waitFor();
    const colour = `[...document.querySelector('.stage canvas').getContext('2d').getImageData(9, 9, 1, 1).data]`;
    const [, green = 0, blue = 0] = await page.evaluate<number[]>(colour);
    expect([Math.abs(green - 0x44) < 9, Math.abs(blue - 0x66) < 9]).toEqual([true, true]);
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'Take the picture away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take the picture away' }).click();
    await canvas.waitFor({ state: 'detached' });
    expect((await own.gateway.get('/registry/v1/plan')).status).toBe(204);
    visit.expectNoFaults();
  });

  it('keeps what is moved when the keyboard goes elsewhere, and says what is not kept until it is', async () => {
    await using visit = await own.visit({ role: 'operator', to: '#/plan', tolerated: /500/ });
    const { page } = visit;
    await own.gateway.send('PUT', CONFIGURATION, { adoption: 'ADOPTED', name: HOSTILE, place: { plan: { x: 0.5, y: 0.5 } } });
    await page.getByRole('button', { name: 'Arrange' }).click();
    const marker = page.getByRole('group', { name: 'The plan' }).getByRole('button', { name: HOSTILE });
    await marker.focus();
    await page.keyboard.down('ArrowLeft');
    await page.getByRole('button', { name: 'Done' }).focus();
    await isAt(0.49, 0.5);
    await page.keyboard.up('ArrowLeft');

    await page.route(`**${CONFIGURATION}`, (route) =>
      route.request().method() === 'PUT' ? route.fulfill(FAILED) : route.fallback(),
    );
    await marker.press('ArrowDown');
    await page.getByRole('alert').getByText('the gateway failed').waitFor();
    await visit.goTo('#/pins');
    await page.getByRole('heading', { name: 'Pins' }).waitFor();
    await visit.goTo('#/plan');
    const unsaved = page.getByText(`It is not saved yet where they are: ${HOSTILE}.`);
    await unsaved.waitFor();
    await visit.expectAccessible();
    await page.unroute(`**${CONFIGURATION}`);
    await page.getByRole('button', { name: 'Save again' }).click();
    await isAt(0.49, 0.51);
    await unsaved.waitFor({ state: 'detached' });
    visit.expectNoFaults();
  });

  it('has its devices on a grid without its picture, of which one that cannot be drawn can be taken away', async () => {
    const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: '#246' } });
    const headers = { 'Content-Type': 'image/png' };
    const put = await own.gateway.get('/registry/v1/plan', { method: 'PUT', headers, body: await picture.png().toBuffer() });
    const ETag = put.headers.get('ETag') ?? '';
    await own.gateway.send('PUT', CONFIGURATION, { adoption: 'ADOPTED', name: HOSTILE, place: { plan: { x: 0.5, y: 0.5 } } });
    await using visit = await own.visit({ tolerated: /500/ });
    const { page } = visit;
    await page.route('**/registry/v1/plan', (route) => route.fulfill(FAILED));
    await visit.goTo('#/plan');
    await page.getByRole('alert').getByText('the gateway failed').waitFor();
    const [marker, grid] = [page.locator('.stage .marker').getByText(HOSTILE), page.locator('.stage .grid')];
    await Promise.all([marker.waitFor(), grid.waitFor()]);
    await page.unroute('**/registry/v1/plan');
    await page.route('**/registry/v1/plan', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ headers: { ETag }, contentType: 'image/webp', body: 'a part of it' })
        : route.fallback(),
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('The picture of the plan cannot be shown').waitFor();
    await Promise.all([marker.waitFor(), grid.waitFor()]);
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('button', { name: 'Take the picture away' }).click();
    await page.unroute('**/registry/v1/plan');
    await page.getByRole('dialog').getByRole('button', { name: 'Take the picture away' }).click();
    await page.getByText('There is no picture yet').waitFor();
    expect((await own.gateway.get('/registry/v1/plan')).status).toBe(204);
    visit.expectNoFaults();
  });
});
