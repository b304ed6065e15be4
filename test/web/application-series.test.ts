import { expect, it } from '@jest/globals';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };
const HOSTILE = '<img src=x onerror=alert(1)>';

atGateway('What applications have added', settings, (own) => {
  const add = (gate: string, fields: Readonly<Record<string, number | string>>) =>
    own.gateway.send('POST', '/sensors/v1/readings', [{ measurement: 'people', tags: { gate }, fields }]);

  it('is shown by the newest of each series, and what is added later by itself', async () => {
    await using visit = await own.visit({ role: 'viewer', to: '#/sensors' });
    const { page } = visit;
    await page.getByText('No application has added any.').waitFor();
    await add('north', { count: 1200 });
    await add(HOSTILE, { note: HOSTILE });
    const row = page.getByRole('row', { name: 'people gate north count 1,200' });
    await row.waitFor();
    await page.getByRole('row', { name: `people gate ${HOSTILE} note ${HOSTILE}` }).waitFor();
    await add('north', { count: 7 });
    await page.getByRole('row', { name: 'people gate north count 7' }).waitFor();
    expect(await row.count()).toBe(0);
    await visit.expectAccessible();
    const gates = Array.from({ length: 100 }, (_, gate) => ({
      measurement: 'crates',
      tags: { gate: String(gate) },
      fields: { depth: 0.0004 },
    }));
    await own.gateway.send('POST', '/sensors/v1/readings', gates);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('row', { name: 'crates gate 99 depth 0.0004' }).waitFor();
    // and what came by "more" is there when it is asked for again
    await add('north', { count: 8 });
    await page.getByRole('row', { name: 'people gate north count 8' }).waitFor();
    expect(await page.getByRole('row', { name: /^crates/ }).count()).toBe(100);
    visit.expectNoFaults();
  });
});
