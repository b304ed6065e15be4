import { beforeAll, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { directoryWith, hear, radios } from './attic.js';
import { FAILED } from './harness.js';
import { atGateway } from './in-browser.js';

const MINUTE_MS = 60_000;
/** Heard until some hours ago, and heard now. */
const [SILENT, YARD] = ['C0:00:00:00:00:01', 'C0:00:00:00:00:02'];
/** Nobody has heard of it. */
const NOBODY = 'C0:00:00:00:00:03';
const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: {}, chips: {} } };

/** A temperature each ten minutes, from six to three hours ago. */
const said = (): (readonly [number, number])[] =>
  Array.from({ length: 18 }, (_, tenth) => [Date.now() - (360 - 10 * tenth) * MINUTE_MS, 20]);

const start = async () => TestGateway.start(settings, { dir: await directoryWith({ [SILENT]: said() }) });

atGateway('Sensors of which something is missing', start, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, YARD, { temperature: 21.5 });
  }, 60_000);

  it('are compared without one that the gateway does not know, which is named', async () => {
    const to = `#/sensors/${SILENT},${NOBODY},${YARD}`;
    await using visit = await own.visit({ role: 'viewer', to, tolerated: /500/ });
    const { page } = visit;
    await page.getByRole('alert').getByText(`nothing of it is read: ${NOBODY}.`).waitFor();
    const chart = page.getByRole('img', { name: new RegExp(`${SILENT}: 20.00 °C.*${YARD}: 21.50 °C`) });
    await chart.waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    await visit.expectAccessible();
    // when it is known, and what it has said is not answered, the others stay what they are
    await page.route('**/statistics?**', (route) => route.fulfill(FAILED));
    await hear(own.gateway, NOBODY, { temperature: 5 });
    await page.getByRole('alert').getByText('the gateway failed').waitFor();
    expect(await chart.getAttribute('aria-label')).not.toContain(NOBODY);
    visit.expectNoFaults();
  });

  it('have a gap where nothing was heard until now', async () => {
    await using visit = await own.visit({ role: 'viewer', to: `#/sensors/${SILENT}` });
    const chart = visit.page.getByRole('img', { name: /Temperature, °C, last 24 hours/ });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toContain('One gap.');
    visit.expectNoFaults();
  });
});
