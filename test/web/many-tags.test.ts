import { beforeAll, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { directoryWith, hear, radios } from './attic.js';
import { atGateway } from './in-browser.js';

/** As many as are shown at first, and two more. */
const MANY = 122;
const AT_ONCE = 20;
const names = Array.from(
  { length: MANY - 1 },
  (_, number) => `C0:00:00:00:${number < 100 ? '00' : '01'}:${String(number % 100).padStart(2, '0')}`,
);
/** The last by its name, and the only one that is not heard any more. */
const SILENT = 'FF:00:00:00:00:01';
const HOUR_MS = 3_600_000;
const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: {}, chips: {} } };

const start = async () => TestGateway.start(settings, { dir: await directoryWith({ [SILENT]: [[Date.now() - HOUR_MS, 5]] }) });

atGateway('More tags than anybody looks at', start, (own) => {
  beforeAll(async () => {
    for (let at = 0; at < names.length; at += AT_ONCE)
      await Promise.all(names.slice(at, at + AT_ONCE).map((mac) => hear(own.gateway, mac, { temperature: 20 })));
  }, 60_000);

  it('are many tiles on the street, the others when somebody wants them', async () => {
    await using visit = await own.visit({ role: 'viewer' });
    const { page } = visit;
    await page.getByRole('button', { name: 'Show more (2 left)' }).click();
    await until(async () => (await page.locator('.tile').count()) === MANY, 20);
    visit.expectNoFaults();
  });

  it('are on the wall board with what is not heard first, and it says how many are not shown', async () => {
    await using visit = await own.visit({ role: 'viewer', to: '#/wall' });
    const { page } = visit;
    await page.getByText('2 more are not shown').waitFor();
    const tiles = page.locator('.tile');
    expect(await tiles.count()).toBe(MANY - 2);
    expect(await tiles.first().getAttribute('aria-label')).toBe(SILENT);
    await visit.expectAccessible();
    visit.expectNoFaults();
  });
});
