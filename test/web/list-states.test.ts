import { expect, it } from '@jest/globals';
import { FAILED } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };
const NOBODY = 'Nobody offers a service.';

atGateway('A list that the gateway does not give', settings, (own) => {
  it.each(['#/', '#/registry'])(
    'is not taken for an empty one on %s, while it is waited for and when it is refused',
    async (to) => {
      await using visit = await own.visit({ tolerated: /500/ });
      const { page } = visit;
      await visit.goTo('#/settings');
      let refuse = () => {};
      const refused = new Promise<void>((resolve) => (refuse = resolve));
      await page.route('**/registry/v1/services', async (route) => {
        await refused;
        await route.fulfill(FAILED);
      });
      await page.reload();
      await visit.goTo(to);
      const services = page.getByRole('region', { name: 'Services' });
      await services.getByRole('status').getByText('loading').waitFor();
      refuse();
      await services.getByRole('alert').getByText('the gateway failed').waitFor();
      expect(await services.getByText(NOBODY).count()).toBe(0);
      await visit.expectAccessible();
      await page.unroute('**/registry/v1/services');
      await services.getByRole('button', { name: 'Try again' }).click();
      await services.getByText('umec-sensors').waitFor();
      expect(await services.getByRole('alert').count()).toBe(0);
      visit.expectNoFaults();
    },
  );

  it('is told apart on the street for tags, and for those that are compared', async () => {
    await using visit = await own.visit({ tolerated: /500/ });
    const { page } = visit;
    await page.getByRole('region', { name: 'Tags' }).getByText('No tag was heard yet.').waitFor();
    await page.route('**/sensors/v1/tags', (route) => route.fulfill(FAILED));
    await page.reload();
    const places = [
      { to: '#/', at: page.getByRole('region', { name: 'Tags' }) },
      { to: '#/sensors/C0:00:00:00:00:01,C0:00:00:00:00:02', at: page.locator('main') },
    ];
    for (const { to, at } of places) {
      await visit.goTo(to);
      await at.getByRole('alert').getByText('the gateway failed').waitFor();
      expect(await at.getByText('loading').or(at.getByText('No tag was heard yet.')).count()).toBe(0);
    }
    await page.unroute('**/sensors/v1/tags');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByText('Nothing of it is read')
      .or(page.getByText(/nothing of it is read/))
      .first()
      .waitFor();
    visit.expectNoFaults();
  });

  it('is told apart on the wall board too', async () => {
    await using visit = await own.visit({ tolerated: /500/ });
    const { page } = visit;
    await visit.goTo('#/wall');
    let refuse = () => {};
    const refused = new Promise<void>((resolve) => (refuse = resolve));
    const lists = /\/(tags|cameras)$/;
    await page.route(lists, async (route) => {
      await refused;
      await route.fulfill(FAILED);
    });
    await page.reload();
    const [tags, cameras] = ['Tags', 'Cameras'].map((name) => page.getByRole('region', { name }));
    for (const one of [tags, cameras]) await one?.getByRole('status').getByText('loading').waitFor();
    refuse();
    for (const one of [tags, cameras]) await one?.getByRole('alert').getByText('the gateway failed').waitFor();
    await visit.expectAccessible();
    await page.unroute(lists);
    for (const one of [tags, cameras]) await one?.getByRole('button', { name: 'Try again' }).click();
    await tags?.getByText('No tag was heard yet.').waitFor();
    await cameras?.waitFor({ state: 'detached' });
    visit.expectNoFaults();
  });

  it('is none where there is none', async () => {
    await using visit = await own.visit();
    const { page } = visit;
    await page.getByRole('region', { name: 'Cameras' }).getByText('No camera is configured').waitFor();
    await page.route('**/registry/v1/services', (route) => route.fulfill({ json: [] }));
    await page.reload();
    for (const to of ['#/', '#/registry']) {
      await visit.goTo(to);
      await page.getByRole('region', { name: 'Services' }).getByText(NOBODY).waitFor();
    }
    visit.expectNoFaults();
  });
});
