import { expect, it } from '@jest/globals';
import { until } from '../until.js';
import { hear, radios } from './attic.js';
import { atGateway } from './in-browser.js';

/** More than come at once, which are 500. */
const MANY = 503;
/** No gateway does everything at once. */
const AT_ONCE = 20;
const LENS = '/camera/v1/cameras/lens-1';
const settings = {
  auth: { mode: 'tokens' },
  devices: { radios, cameras: { 'lens-1': { driver: 'simulated', width: 320, height: 240 } }, chips: {} },
};
const names = Array.from({ length: MANY }, (_, number) => String(number).padStart(4, '0'));
const [last = ''] = names.slice(-1);
const macOf = (name: string): string => `C0:00:00:00:${name.slice(0, 2)}:${name.slice(2)}`;

atGateway('A list in the panel that is longer than a page', settings, (own) => {
  const many = async (make: (name: string) => Promise<unknown>) => {
    for (let at = 0; at < MANY; at += AT_ONCE) await Promise.all(names.slice(at, at + AT_ONCE).map(make));
  };

  it('has the last of many devices, and as many of the others as one wants to see', async () => {
    await many((name) => hear(own.gateway, macOf(name), { temperature: 20 }));
    await using visit = await own.visit({ to: '#/sensors' });
    const { page } = visit;
    const all = page.getByRole('region', { name: 'All sensors' });
    const rows = all.getByRole('row');
    await all.getByRole('button', { name: `Show more (${MANY - 50} left)` }).press('Enter');
    await rows.nth(51).and(page.locator(':focus')).waitFor();
    await until(async () => (await rows.count()) === 101, 20);
    await all.getByRole('button', { name: `Show more (${MANY - 100} left)` }).waitFor();
    await all.getByRole('searchbox').fill(macOf(last));
    await all.getByRole('link', { name: macOf(last) }).waitFor();
    expect(await rows.count()).toBe(2);
    visit.expectNoFaults();
  }, 60_000);

  it('has the last of many applications', async () => {
    await many((name) => own.gateway.application(`app-${name}`));
    await using visit = await own.visit({ to: '#/registry' });
    const { page } = visit;
    const applications = page.getByRole('region', { name: 'Applications' });
    await applications.getByRole('button', { name: `Show more (${MANY - 50} left)` }).waitFor();
    visit.expectNoFaults();
  }, 60_000);

  it('has the first of many recordings when one asks for more', async () => {
    for (let count = 0; count < 11; count++) {
      const answer = await own.gateway.send('POST', `${LENS}/recordings`, { kind: 'STILL' });
      expect(answer.ok).toBe(true);
      const kept = () => own.gateway.json<{ state: string }[]>(`${LENS}/recordings`);
      await until(async () => (await kept()).every(({ state }) => state !== 'RECORDING'), 20);
    }
    await using visit = await own.visit({ to: '#/cameras/lens-1' });
    const { page } = visit;
    const recordings = page.getByRole('region', { name: 'Recordings' });
    const rows = recordings.getByRole('row');
    await until(async () => (await rows.count()) === 11, 20);
    await recordings.getByRole('button', { name: 'Show more' }).click();
    await until(async () => (await rows.count()) === 12, 20);
    expect(await recordings.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    visit.expectNoFaults();
  }, 60_000);
});
