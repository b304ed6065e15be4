import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openLog } from '../../src/log.js';
import { RecentLog } from '../../src/recent-log.js';
import { influxSays, scriptedServer } from '../destinations/harness.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { administratorAt, HOSTILE, NOBODY_THERE, rowOf } from './administrator.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const DESTINATIONS = '/registry/v1/destinations';

let takesAll = false;
let server: Awaited<ReturnType<typeof scriptedServer>>;
/** With a destination that refuses what is said of many, until it takes all, and with others where nobody is. */
async function start(): Promise<TestGateway> {
  const recentLog = new RecentLog();
  server = await scriptedServer((lines) =>
    !takesAll && lines.some((line) => line.includes('many')) ? influxSays(422, `conflict: ${HOSTILE}`) : undefined,
  );
  const away = { ...server.target, url: NOBODY_THERE };
  const settings = {
    ...{ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } },
    ...{ destinations: { cloud: server.target, away }, mqtt: { url: NOBODY_THERE.replace('http', 'mqtt') } },
    street: { registry: NOBODY_THERE },
  };
  return TestGateway.start(settings, { log: openLog('info', 'json', recentLog), recentLog });
}

atGateway('Whoever looks after the gateway', start, (own) => {
  beforeAll(() => refuse('south', 1), 60_000);
  afterAll(() => server[Symbol.dispose]());

  /** Brings what one of the destinations takes, and so many that it does not, from a gate of that name, until so many are kept in all. */
  const refuse = async (gate: string, many: number, inAll = many) => {
    const points = [1, ...Array.from({ length: many }, () => 'many')].map((count, at) => ({
      ...{ measurement: 'people', tags: { gate: `<b>${gate}</b>` }, fields: { count } },
      time: new Date(Date.now() - 1_000 * (many - at)).toISOString(),
    }));
    await own.gateway.send('POST', '/sensors/v1/readings', points);
    await until(async () => (await own.gateway.json<{ rejections: number }>(`${DESTINATIONS}/cloud`)).rejections === inAll, 20);
  };

  it.each([LOOKS[0], LOOKS[3]])('finds all of it on $name, and nobody is kept out', async (look) => {
    await using visit = await own.visit({ look });
    const { page } = visit;
    page.setDefaultTimeout(10_000);
    const seen = {
      ...{ destinations: 'SUSPENDED', 'destinations/cloud': 'Send again', audit: 'Session_POST', log: 'subsystem is SUSPENDED' },
      ...{
        clients: 'Register a client',
        'clients/administrator': 'Give it a new secret',
        'clients/tenant%3Ahost': 'Streams at once',
      },
      settings: 'destinations',
    };
    for (const [place, word] of Object.entries(seen)) {
      await visit.goTo(`#/${place}`);
      await page.getByText(word).first().waitFor();
      for (const more of await page.locator('summary').all()) await more.click();
      await visit.expectAccessible();
    }
    visit.expectNoFaults();
  });

  it('is no viewer, who is not led there and told so', async () => {
    await using visit = await own.visit({ role: 'viewer' });
    const { page } = visit;
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Destinations|Clients|Audit|Log|Settings/)]),
    );
    for (const place of ['destinations', 'clients', 'clients/administrator', 'audit', 'log', 'settings']) {
      await visit.goTo(`#/${place}`);
      await page.getByRole('alert').getByText('Your role does not allow').waitFor();
    }
    visit.expectNoFaults();
  });

  it('sees how destinations do, and does again or forgets what one would not take', async () => {
    await using there = await administratorAt(own, '#/destinations');
    const { page } = there;
    const row = rowOf(page, 'away');
    await row.getByText('SUSPENDED').waitFor();
    expect(await row.innerText()).toMatch(/ECONNREFUSED 127\.0\.0\.1:9\s+2 rows\s+\d+ (s|min)\s/);
    expect(await rowOf(page, 'MQTT broker').innerText()).toMatch(/SUSPENDED[^]*failures [1-9]/);
    expect(await rowOf(page, 'Registry of the street').innerText()).toContain('SUSPENDED');
    await page.getByRole('link', { name: 'cloud' }).click();
    await page.getByText(`conflict: ${HOSTILE}`).waitFor();
    await page.getByText('people').click();
    await page.getByText('"gate": "<b>south</b>"').waitFor();
    takesAll = true;
    await page.getByRole('button', { name: 'Send again', exact: false }).click();
    await page.getByText('whatever it was sent it has taken').waitFor();
    expect(server.stored.some((line) => line.includes('many'))).toBe(true);
    takesAll = false;
    await there.goTo('#/destinations');
    // a page, and one
    await refuse('later', 101);
    await page.getByRole('link', { name: 'cloud' }).click();
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    // the keyboard goes on at the first that is new
    await rowOf(page, 'people').nth(100).and(page.locator(':focus')).waitFor();
    await until(async () => (await rowOf(page, 'people').count()) === 101, 20);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    // all that is shown is asked for again when there is more
    await refuse('latest', 1, 102);
    await until(async () => (await rowOf(page, 'people').count()) === 102, 20);
    await page.getByRole('button', { name: 'Forget all' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByText('whatever it was sent it has taken').waitFor();
    expect(await own.gateway.json(`${DESTINATIONS}/cloud/rejections`)).toEqual([]);
    there.expectNoFaults();
  });
});
