import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { LOOKS, shownPicture, Visit } from './harness.js';
import { inBrowser } from './in-browser.js';

inBrowser('Somebody who opens the gateway for the first time', (own) => {
  describe('where tokens are asked for', () => {
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    }, 60_000);
    afterAll(() => gateway.stop());

    it.each([
      { path: '/', says: 'umec link' },
      { path: '/docs/', says: 'Not signed in' },
    ])('is told at $path how to sign in, and nothing is refused to get there', async ({ path, says }) => {
      for (const look of [LOOKS[1], LOOKS[2]]) {
        await using visit = await Visit.open(own.browser, gateway.url + path, look);
        await visit.page.getByText(says).waitFor();
        await visit.expectAccessible();
        visit.expectNoFaults();
      }
    });
  });

  it('sees the street at once where nobody has to sign in', async () => {
    const gateway = await TestGateway.start();
    try {
      await using visit = await Visit.open(own.browser, `${gateway.url}/`);
      await visit.page.getByRole('status').getByText('live', { exact: true }).waitFor();
      await visit.page.locator('.tile').first().waitFor();
      await visit.page.waitForFunction(shownPicture);
      expect(await visit.page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
      await visit.goTo('#/sensors');
      await visit.page.getByRole('heading', { name: 'Sensors', exact: true }).waitFor();
      visit.expectNoFaults();
    } finally {
      await gateway.stop();
    }
  });
});
