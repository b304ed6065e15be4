import { beforeAll, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { directoryWith, hear, radios } from './attic.js';
import { Visit } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: {}, chips: {} } };
const YARD = 'C0:00:00:00:00:01';
/** Heard each ten seconds until a minute ago. */
const SILENT = 'C0:00:00:00:00:02';
const OFF_MS = 180_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** What a date that is cut to seconds, and a slow machine, may come to. */
const SLACK_MS = 20_000;
/** Tiles ask for the trend of an hour, the page of a sensor for a day. */
const LOOKS_BACK = [
  { what: 'a trend', hash: '#/', lengthMs: HOUR_MS },
  { what: 'a chart', hash: `#/sensors/${YARD}`, lengthMs: 24 * HOUR_MS },
];

const said = (): (readonly [number, number])[] =>
  Array.from({ length: 60 }, (_, sixth) => [Date.now() - 11 * MINUTE_MS + (sixth * MINUTE_MS) / 6, 5]);

const start = async () => TestGateway.start(settings, { dir: await directoryWith({ [SILENT]: said() }) });

atGateway('A browser whose clock is wrong', start, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, YARD, { temperature: 20 });
  }, 60_000);

  const clocks = [
    { clock: 'slow', offMs: -OFF_MS, fresh: 'C0:00:00:00:00:03' },
    { clock: 'fast', offMs: OFF_MS, fresh: 'C0:00:00:00:00:04' },
  ];

  /** Somebody who is signed in, and then looks by such a clock. */
  async function visitBy(offMs: number): Promise<Visit> {
    const visit = await own.visit({ role: 'viewer', to: '#/registry' });
    const { page } = visit;
    await page.clock.install({ time: Date.now() + offMs });
    await page.reload();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    return visit;
  }

  it.each(clocks)(
    'is told by the gateway’s how long ago something was heard, and what was not: $clock',
    async ({ offMs, fresh }) => {
      await using visit = await visitBy(offMs);
      const { page } = visit;
      await visit.goTo('#/');
      await hear(own.gateway, fresh, { temperature: 21 });
      const tile = page.getByRole('article', { name: fresh });
      await tile.getByText('21.00').waitFor();
      expect(await tile.locator('time').innerText()).toMatch(/^(now|\d+ sec\. ago)$/);
      await visit.goTo(`#/sensors/${SILENT},${fresh}`);
      await page.getByLabel('1 hour').check();
      await page.getByRole('img', { name: /last 1 hour\. .* last 21\.00 °C\. One gap\.$/ }).waitFor();
      visit.expectNoFaults();
    },
  );

  it.each(clocks.flatMap((one) => LOOKS_BACK.map((look) => ({ ...one, ...look }))))(
    'looks back by the gateway’s: $clock, $what',
    async ({ offMs, hash, lengthMs }) => {
      await using visit = await visitBy(offMs);
      // of one that is not heard nobody asks for the trend
      await hear(own.gateway, YARD, { temperature: 21 });
      const asked = visit.page.waitForRequest('**/statistics?**');
      await visit.goTo(hash);
      const from = Date.parse(new URL((await asked).url()).searchParams.get('from') ?? '');
      expect(Math.abs(Date.now() - lengthMs - from)).toBeLessThan(SLACK_MS);
      visit.expectNoFaults();
    },
  );
});
