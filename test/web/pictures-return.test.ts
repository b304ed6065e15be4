import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { GatewayUnderTest } from '../faults/lab/gateway-process.js';
import { tempDirectory } from '../temp-directory.js';
import { AWAY, LOOKS, Visit } from './harness.js';
import { inBrowser } from './in-browser.js';
import { sees } from './sees.js';

const lens = { driver: 'simulated', fps: 10 };
/** One more than there are streams: of the last there are stills. */
const cameras = { 'lens-1': lens, 'lens-2': lens, 'lens-3': lens, 'lens-4': lens };
const STILLS = 'lens-4';

inBrowser('What cameras see, in the panel', (own) => {
  // one that says goodbye ends its streams, one that is killed leaves them as they are
  it.each([
    { place: 'the street', hash: '#/', death: 'SIGTERM' },
    { place: 'the wall', hash: '#/wall', death: 'SIGKILL' },
    { place: 'the page of one camera', hash: '#/cameras/lens-1', death: 'SIGKILL' },
  ] as const)(
    'goes with the gateway ($death) and comes back with it: $place',
    async ({ death, hash }) => {
      using directory = tempDirectory();
      await using gateway = await GatewayUnderTest.start({ dir: directory.path, cameras });
      await using visit = await Visit.open(own.browser, `${gateway.url}/${hash}`, LOOKS[2], AWAY);
      const { page } = visit;
      const picture = page.getByRole('img', { name: 'live picture of lens-1' });
      await sees(picture, 0);
      await gateway.end(death);
      await page.getByRole('status').getByText('the gateway does not answer').waitFor();
      expect(await page.getByRole('img', { name: 'live picture of' }).count()).toBe(0);
      await page.getByText('no picture now').first().waitFor();
      await visit.expectAccessible();
      const away = Date.now();
      await gateway.start();
      await live(page);
      await sees(picture, away);
      visit.expectNoFaults();
    },
    30_000,
  );

  it('goes and comes back where it is asked for now and then too', async () => {
    using directory = tempDirectory();
    await using gateway = await GatewayUnderTest.start({ dir: directory.path, cameras });
    await using visit = await Visit.open(own.browser, gateway.url, LOOKS[2], AWAY);
    const { page } = visit;
    const still = page.getByRole('img', { name: `live picture of ${STILLS}` });
    await still.waitFor();
    await gateway.end('SIGKILL');
    await page.getByRole('status').getByText('the gateway does not answer').waitFor();
    expect(await still.count()).toBe(0);
    await gateway.start();
    await live(page);
    await still.waitFor();
    visit.expectNoFaults();
  }, 30_000);
});

const live = (page: Page) => page.getByRole('status').getByText('live', { exact: true }).waitFor();
