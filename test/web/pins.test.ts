import { expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { ButtonClock } from '../button-clock.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { EventLine } from './event-line.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const LINES = {
  17: { name: 'button', direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 },
  22: { name: 'green man', direction: 'OUTPUT' },
  23: { name: '<script>alert(1)</script>', direction: 'OUTPUT' },
  24: { name: 'barrier', direction: 'OUTPUT', initial: 1, safe: 1 },
  27: { name: 'red man', direction: 'OUTPUT', initial: 1, safe: 1 },
};
const settings = {
  auth: { mode: 'tokens' },
  devices: { cameras: {}, chips: { board: { driver: 'simulated', lines: LINES } } },
  gpio: { writesPerSecond: 1_000, writeBurst: 10_000 },
};
/** Somebody presses a button about three times a minute. */
const WHILE_SOMEBODY_PRESSES_MS = 60_000;
const LIST = '**/gpio/v1/lines';
type Line = Readonly<Record<string, unknown>>;
/** As when somebody has looked at another page, after which the lines are asked for at once. */
const SEEN_AGAIN = `document.dispatchEvent(new Event('visibilitychange'))`;
/** What can become of a line while somebody is asked about it. */
const OTHERWISE = [
  { becomes: 'is called otherwise', as: (line: Line) => [{ ...line, name: 'siren' }] },
  { becomes: 'is leased by another', as: (line: Line) => [{ ...line, leasedUntil: '2999-01-01T00:00:00.000Z' }] },
  { becomes: 'does not work any more', as: (line: Line) => [{ ...line, state: 'SUSPENDED', reason: 'the chip is gone' }] },
  { becomes: 'is an input', as: (line: Line) => [{ ...line, direction: 'INPUT' }] },
  { becomes: 'is taken away', as: () => [] },
];

const clock = new ButtonClock(Date.now());
const start = () => TestGateway.start(settings, { clock });

atGateway('The page of the pins', start, (own) => {
  const valueOf = async (line: number) => (await own.gateway.json<{ value: number }>(`/gpio/v1/lines/${line}/value`)).value;

  it('shows what each line is for and what it shows, and switches an output by the keyboard', async () => {
    await using visit = await own.visit({ to: '#/pins', look: LOOKS[0] });
    const { page } = visit;
    const green = page.getByRole('switch', { name: 'green man' });
    await green.press('Space');
    await page.getByRole('switch', { name: 'green man', checked: true }).waitFor();
    expect(await valueOf(22)).toBe(1);
    await green.press('Enter');
    await page.getByRole('switch', { name: 'green man', checked: false }).waitFor();
    expect(await valueOf(22)).toBe(0);
    await page.getByRole('heading', { name: '<script>alert(1)</script>' }).waitFor();
    await page.getByRole('article', { name: 'button' }).getByText('line 17, GPIO17 of board').waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('asks before it takes an output out of what its owner calls safe, or ends a pattern', async () => {
    await using visit = await own.visit({ to: '#/pins', look: LOOKS[3] });
    const { page } = visit;
    const red = page.getByRole('switch', { name: 'red man' });
    await red.click();
    await page.getByRole('dialog', { name: /its safe value is 1/ }).waitFor();
    await visit.expectAccessible();
    await page.keyboard.press('Escape');
    expect(await valueOf(27)).toBe(1);
    await red.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('switch', { name: 'red man', checked: false }).waitFor();
    expect(await valueOf(27)).toBe(0);

    const green = page.getByRole('article', { name: 'green man' });
    await green.getByText('Blink').click();
    await green.getByLabel('On, ms').fill('60000');
    await green.getByRole('button', { name: 'Start' }).click();
    await green.getByText('shows a pattern').waitFor();
    await page.getByRole('switch', { name: 'green man', checked: true }).click();
    await page.getByRole('dialog', { name: /shows a pattern, which ends/ }).waitFor();
    await page.keyboard.press('Escape');
    await green.getByRole('button', { name: 'Stop the pattern' }).click();
    await green.getByText('Blink').waitFor();
    expect(await own.gateway.json('/gpio/v1/lines/22/pattern')).toMatchObject({
      state: 'STOPPED',
      steps: [{ durationMs: 60_000 }, {}],
    });
    visit.expectNoFaults();
  });

  it('switches to what it asked about, whatever the line shows by then', async () => {
    await using visit = await own.visit({ to: '#/pins' });
    const { page } = visit;
    await own.gateway.send('PUT', '/gpio/v1/lines/24/value', { value: 1 });
    const barrier = page.getByRole('article', { name: 'barrier' }).getByRole('switch');
    await page.getByRole('switch', { name: 'barrier', checked: true }).click();
    const yes = page.getByRole('dialog').getByRole('button', { name: 'Switch off' });
    await yes.waitFor();
    await own.gateway.send('PUT', '/gpio/v1/lines/24/value', { value: 0 });
    await page.evaluate(SEEN_AGAIN);
    // behind the dialog nothing has a role
    await page.locator('article[aria-label=barrier] [role=switch][aria-checked=false]').waitFor();
    await yes.click();
    await barrier.and(page.locator('[aria-busy=false]')).waitFor();
    expect(await valueOf(24)).toBe(0);
    visit.expectNoFaults();
  });

  it('asks no more about a line that is not what it was, and sends nothing', async () => {
    await own.gateway.send('PUT', '/gpio/v1/lines/24/value', { value: 1 });
    await using visit = await own.visit({ to: '#/pins' });
    const { page } = visit;
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
    const lines = await own.gateway.json<Line[]>('/gpio/v1/lines');
    for (const { becomes, as } of OTHERWISE) {
      await page.getByRole('switch', { name: 'barrier', checked: true }).click();
      await page.getByRole('dialog').waitFor();
      const json = lines.flatMap((line) => (line.lineId === '24' ? as(line) : [line]));
      await page.route(LIST, (route) => route.fulfill({ json }));
      await page.evaluate(SEEN_AGAIN);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // nor when it is as it was
      await page.unroute(LIST);
      await page.evaluate(SEEN_AGAIN);
      await page.getByRole('switch', { name: 'barrier', checked: true, disabled: false }).waitFor();
      expect({ becomes, sent, asked: await page.getByRole('dialog').count() }).toEqual({ becomes, sent: [], asked: 0 });
    }
    visit.expectNoFaults();
  });

  it('shows what comes late, and does not ask again before it has come', async () => {
    await using visit = await own.visit({ role: 'viewer' });
    const { page } = visit;
    const asked: Route[] = [];
    await page.route(LIST, (route) => void asked.push(route));
    const first = page.waitForRequest(LIST);
    await visit.goTo('#/pins');
    await first;
    // as after so long a time, three times
    for (let times = 0; times < 3; times++) await page.evaluate(SEEN_AGAIN);
    // the others stay without an answer: had it been asked again, this one's would count no more
    await asked[0]?.continue();
    await page.getByRole('article', { name: 'barrier' }).waitFor();
    await page.evaluate(SEEN_AGAIN);
    await until(async () => Promise.resolve(asked.length >= 2), 20);
    visit.expectNoFaults();
  });

  it('holds a line so that nobody else switches it, and gives it back', async () => {
    await using visit = await own.visit({ to: '#/pins' });
    const { page } = visit;
    const script = page.getByRole('article', { name: '<script>' });
    await script.getByRole('button', { name: 'Hold' }).click();
    await script.getByText('held by this page').waitFor();
    expect((await own.gateway.send('PUT', '/gpio/v1/lines/23/value', { value: 1 })).status).toBe(409);
    await script.getByRole('switch').click();
    await script.getByRole('switch', { checked: true }).waitFor();
    expect(await valueOf(23)).toBe(1);
    await script.getByRole('button', { name: 'Release' }).click();
    await script.getByRole('button', { name: 'Hold' }).waitFor();
    expect((await own.gateway.send('PUT', '/gpio/v1/lines/23/value', { value: 0 })).status).toBe(200);
    visit.expectNoFaults();
  });

  it("says who holds a line, and does not break somebody's lease, not even one it has not heard of yet", async () => {
    const holder = await own.gateway.client({ clientId: 'crossing', scopes: ['gpio:write'] });
    await using visit = await own.visit({ to: '#/pins', tolerated: /status of 409 .* at \S+\/lines\/22\/value$/ });
    const { page } = visit;
    const green = page.getByRole('switch', { name: 'green man' });
    await green.waitFor();
    const [before, value] = [await own.gateway.json('/gpio/v1/lines'), await valueOf(22)];
    await page.route(LIST, (route) => route.fulfill({ json: before }));
    const lease = { lineIds: ['22'], durationS: 300 };
    expect((await own.gateway.send('POST', '/gpio/v1/leases', lease, holder)).status).toBe(201);
    await green.click();
    await page.getByRole('alert').getByText('line 22 is leased until').waitFor();
    await page.unroute(LIST);
    await page.evaluate(SEEN_AGAIN);
    await page.getByText('held by crossing').waitFor();
    expect(await green.getAttribute('aria-disabled')).toBe('true');
    await green.click({ force: true });
    await green.press('Space');
    expect(await valueOf(22)).toBe(value);
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('shows an edge as it is told, without asking, and none of those of before a start', async () => {
    await using visit = await own.visit({ role: 'viewer', to: '#/pins' });
    const { page } = visit;
    const events = await EventLine.to(page);
    await page.reload();
    const button = page.getByRole('article', { name: 'button' });
    await button.waitFor();
    const before = await own.gateway.json<Line[]>('/gpio/v1/lines');
    await page.route(LIST, (route) => route.fulfill({ json: before }));
    await clock.advance(WHILE_SOMEBODY_PRESSES_MS);
    const { lastEdge } = await own.gateway.json<{ lastEdge: { time: string; value: number } }>('/gpio/v1/lines/17');
    await button.locator(`time[datetime="${lastEdge.time}"]`).waitFor();
    const shows = (value: number) => button.getByText(value === 1 ? 'Active' : 'Not active', { exact: true }).waitFor();
    await shows(lastEdge.value);
    expect(await page.getByRole('button', { name: 'Hold' }).count()).toBe(0);
    // a gateway that was started again has counted none yet
    const value = 1 - lastEdge.value;
    const begun = before.map(({ lastEdge: _counted, ...line }) => (line.lineId === '17' ? { ...line, value } : line));
    await page.route(LIST, (route) => route.fulfill({ json: begun }));
    await events.cut();
    await shows(value);
    visit.expectNoFaults();
  });
});
