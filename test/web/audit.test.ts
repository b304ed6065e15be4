import { beforeAll, expect, it } from '@jest/globals';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = {
  auth: { mode: 'tokens' },
  devices: { cameras: { yard: { driver: 'simulated' }, gate: { driver: 'simulated' } }, chips: {} },
};
/** Of no recording that there is. */
const GONE = '0000002s-9f3ab21c';
/** What the field of what was done suggests, and as what. It runs in the page. */
const suggested = `Object.fromEntries([...document.querySelectorAll('datalist option')].map(({ value, label }) => [value, label]))`;

atGateway('Whoever asks who did something', settings, (own) => {
  beforeAll(async () => {
    for (const camera of ['yard', 'gate'])
      await own.gateway.send('DELETE', `/camera/v1/cameras/${camera}/recordings/${GONE}`, undefined);
    await own.gateway.send('PUT', '/registry/v1/devices/camera-yard/configuration', { name: 'Yard' });
  }, 60_000);

  it.each([LOOKS[0], LOOKS[3]])('finds on $name who deleted recordings, and of which camera', async (look) => {
    await using visit = await own.visit({ to: '#/audit', look });
    const { page } = visit;
    page.setDefaultTimeout(10_000);
    const rows = page.getByRole('table', { name: 'Entries' }).getByRole('row');
    const show = () => page.getByRole('button', { name: 'Show', exact: true }).click();
    await rows.filter({ hasText: 'DeviceConfiguration_PUT' }).waitFor();
    await page.getByLabel('What (operationId)').fill('CameraRecording_DELETE');
    await show();
    await rows.filter({ hasText: 'DeviceConfiguration_PUT' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(3);
    expect((await rows.allInnerTexts()).join()).toMatch(/cameras\/gate\/[^]*cameras\/yard\//);
    await page.getByLabel('On (path)').fill('/camera/v1/cameras/yard');
    await show();
    await rows.filter({ hasText: 'gate' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: `/camera/v1/cameras/yard/recordings/${GONE}` }).waitFor();
    // what was asked for is there after a look elsewhere
    await visit.goTo('#/settings');
    await visit.goTo('#/audit');
    expect(await page.getByLabel('On (path)').inputValue()).toBe('/camera/v1/cameras/yard');
    await rows.filter({ hasText: 'yard' }).waitFor();
    expect(await rows.count()).toBe(2);
    await page.getByLabel('What (operationId)').fill('<script>');
    await show();
    await page.getByText('There is no such entry').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await rows.filter({ hasText: 'DeviceConfiguration_PUT' }).waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('is told what there is to do, in the words of the specifications', async () => {
    await using visit = await own.visit({ to: '#/audit' });
    const { page } = visit;
    await page.getByRole('cell', { name: 'DeviceConfiguration_PUT' }).waitFor();
    // without having asked, those that are in sight
    expect(Object.keys(await page.evaluate<object>(suggested))).toContain('Session_POST');
    await page.getByLabel('What (operationId)').focus();
    await page
      .locator('datalist option[value="CameraRecording_DELETE"][label="Take a recording away"]')
      .waitFor({ state: 'attached' });
    const known = await page.evaluate<Record<string, string>>(suggested);
    expect(known).toMatchObject({ Session_POST: expect.any(String) });
    expect(Object.keys(known)).not.toContain('Tags_GET');
    visit.expectNoFaults();
  });
});
