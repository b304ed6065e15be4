import { expect, it } from '@jest/globals';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };
const NOBODY = 'Nobody offers a service.';
const FAILED = { status: 500, contentType: 'application/problem+json', body: '{"detail":"the gateway failed"}' };

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
