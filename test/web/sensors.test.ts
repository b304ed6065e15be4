import { beforeAll, expect, it } from '@jest/globals';
import { askDoor } from '../../src/control/ask-door.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { atticOnly, directoryWith, hear, YARD } from './attic.js';
import { EventLine } from './event-line.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

/** Heard for a month until this morning, but for three days. */
const SAUNA = 'CB:B8:33:4C:88:4F';
/** Somebody new, who comes later. */
const GUEST = 'C0:00:00:00:00:02';
const HOSTILE = '<script>alert(1)</script>';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A temperature each half hour, but for the days that are missing. */
function saidInAMonth(): (readonly [number, number])[] {
  const now = Date.now();
  const times = Array.from({ length: 30 * 48 }, (_, half) => now - 30 * DAY + (half * HOUR) / 2);
  const heard = times.filter((time) => time < now - 12 * DAY || time > now - 9 * DAY);
  return heard.map((time) => [time, Math.round(20 + 5 * Math.sin((time / DAY) * 2 * Math.PI))]);
}

/** Ever warmer for an hour. */
const saidInAnHour = (): (readonly [number, number])[] =>
  Array.from({ length: 12 }, (_, twelfth) => [Date.now() - HOUR + (twelfth * HOUR) / 12, 9 + twelfth]);

const deviceOf = (mac: string): string => `/registry/v1/devices/tag-${mac.replaceAll(':', '')}`;

const start = async () =>
  TestGateway.start(atticOnly, { dir: await directoryWith({ [SAUNA]: saidInAMonth(), [YARD]: saidInAnHour() }) });

atGateway('Sensors in the panel', start, (own) => {
  beforeAll(async () => {
    await hear(own.gateway, YARD, { temperature: 21.5 });
  }, 60_000);

  /** With a token of its own: one test has everybody signed out. */
  const owner = async () => ({ Authorization: `Bearer ${await own.gateway.token()}` });
  const configurationOf = async (mac: string): Promise<unknown> => {
    const answer = await own.gateway.get(`${deviceOf(mac)}/configuration`, { headers: await owner() });
    return answer.json();
  };

  it('are tiles that change as they are heard, and say when they are not', async () => {
    await using visit = await own.visit({ role: 'viewer', look: LOOKS[0] });
    const { page } = visit;
    const events = await EventLine.to(page);
    await page.reload();
    const yard = page.getByRole('article', { name: YARD });
    await yard.getByText('21.50 °C').waitFor();
    await hear(own.gateway, YARD, { temperature: 22.25, batteryVoltage: 2.75 });
    await yard.getByText('22.25 °C').waitFor();
    expect(await yard.innerText()).toMatch(/live[^]*-60 dBm[^]*2\.75 V/);
    const bars = yard.locator('.bars .on');
    expect(await bars.count()).toBe(4);
    await yard
      .getByTitle(/^rising, 1\d\.\d\d °C an hour$/)
      .getByText('↗')
      .waitFor();
    expect(await yard.getByTitle('steady in the last hour').count()).toBe(2);
    // of one that is not heard nobody knows that
    events.tell('org.umec.sensors.presence.v1', { mac: YARD, presence: 'LATE', reason: 'nothing heard' });
    await yard.getByText(/ late$/).waitFor();
    expect(await yard.locator('.trend').count()).toBe(0);
    events.tell('org.umec.sensors.reading.v1', { mac: YARD, time: new Date().toISOString(), rssi: -80 });
    await yard.getByText('-80 dBm').waitFor();
    expect(await bars.count()).toBe(2);
    const sauna = page.getByRole('article', { name: SAUNA });
    expect(await sauna.innerText()).toMatch(/offline[^]*not heard since the gateway started/);
    // one that was never heard before
    await hear(own.gateway, GUEST, { temperature: 5 });
    await page.getByRole('article', { name: GUEST }).getByText('5.00 °C').waitFor();
    await visit.expectAccessible();
    await yard.getByRole('link').click();
    await page.getByRole('heading', { name: YARD }).waitFor();
    visit.expectNoFaults();
  });

  it('have history, with its gaps, as a chart and as a table', async () => {
    await using visit = await own.visit({ role: 'viewer', to: `#/sensors/${SAUNA}`, look: LOOKS[3] });
    const { page } = visit;
    await page.getByRole('img', { name: /Temperature, °C, last 24 hours\. .*: \d+\.\d\d °C to/ }).waitFor();
    await page.getByText(/^Signal, last two days: .* dB a day$/).waitFor();
    const asked = page.waitForRequest(/\/statistics\?.*every=30m/);
    await page.getByLabel('7 days').check();
    const from = Date.parse(new URL((await asked).url()).searchParams.get('from') ?? '');
    expect(Math.abs(Date.now() - 7 * DAY - from)).toBeLessThan(HOUR);
    await page.getByRole('img', { name: /last 7 days\. .*: 15.00 °C to 25.00 °C, last \d+\.00 °C\.$/ }).waitFor();
    await page.getByLabel('30 days').check();
    const chart = page.getByRole('img', { name: /last 30 days/ });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toMatch(/15.00 °C to 25.00 °C, last .* One gap/);
    // what is drawn is drawn: a canvas without anything has one colour
    const drawn = await page.evaluate<number>(`(() => {
      const canvas = document.querySelector('.chart canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    })()`);
    expect(drawn).toBeGreaterThan(4);
    const [slowest] = await page.evaluate<number[]>(
      `performance.getEntriesByName('chart').map(({ duration }) => duration).sort((a, b) => b - a)`,
    );
    expect(slowest).toBeGreaterThan(0);
    await page.getByText('The same as a table').click();
    const rows = page.getByRole('table', { name: /last 30 days/ }).getByRole('row');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(51);
    await page.getByRole('button', { name: /Show more/ }).click();
    await rows.nth(51).waitFor();
    expect(await rows.count()).toBe(101);
    await page.getByRole('combobox', { name: 'Value' }).selectOption('humidity');
    await page.getByRole('img', { name: /Humidity, % RH, last 30 days/ }).waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('are found and compared, and what is heard is added', async () => {
    await using visit = await own.visit({ role: 'viewer', to: '#/sensors', look: LOOKS[1] });
    const { page } = visit;
    await page.getByLabel('Filter by name').fill(SAUNA.toLowerCase());
    await page.getByRole('checkbox', { name: `Compare ${SAUNA}` }).check();
    await page.getByLabel('Filter by name').fill('');
    await page.getByRole('checkbox', { name: `Compare ${YARD}` }).check();
    await visit.expectAccessible();
    await page.getByRole('link', { name: 'Compare 2 in one chart' }).click();
    await page.getByRole('heading', { name: `${SAUNA}, ${YARD}` }).waitFor();
    const chart = page.getByRole('img', { name: /last 24 hours/ });
    await chart.waitFor();
    await hear(own.gateway, YARD, { temperature: 33.35 });
    await page.getByRole('img', { name: new RegExp(`${YARD}: .* last 33.35 °C`) }).waitFor();
    visit.expectNoFaults();
  });

  it('are adopted by a name as hostile as it may be, and what was typed outlives a session that ends', async () => {
    await hear(own.gateway, GUEST, { temperature: 5, humidity: 50 });
    const tolerated = /401|WebSocket|412/;
    await using visit = await own.visit({ role: 'operator', to: '#/sensors', tolerated });
    const { page } = visit;
    await page.getByRole('link', { name: `Set up ${GUEST}` }).click();
    await page.getByLabel('Name', { exact: true }).fill(HOSTILE);
    await page.getByLabel('Room').fill('Hall');
    await page.getByText('Calibration', { exact: true }).click();
    await page.getByLabel('Temperature, °C: offset').fill('-0.4');
    await page.getByLabel('Pressure, hPa: offset').fill('1.1');
    await page.getByText('The tag says 5.00 °C, so it would be 4.60 °C.').waitFor();
    await askDoor(own.gateway.dir, 'sign-out-all');
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.goto(`${own.gateway.url}/#sign-in=${await own.gateway.code('operator')}`);
    await page.getByRole('button', { name: 'Adopt' }).waitFor();
    // where one was, also for a page that is loaded again
    expect(page.url()).toContain('#/sensors/');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(HOSTILE);
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'Adopt' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('heading', { name: HOSTILE }).waitFor();
    expect(await configurationOf(GUEST)).toEqual({
      adoption: 'ADOPTED',
      name: HOSTILE,
      room: 'Hall',
      calibration: { temperature: { method: 'OFFSET', offset: -0.4 }, pressure: { method: 'OFFSET', offset: 110 } },
    });
    await hear(own.gateway, GUEST, { temperature: 5.5 });
    await page.getByText('the tag says 5.50 °C', { exact: true }).waitFor();
    await visit.goTo('#/');
    await page.getByRole('article', { name: HOSTILE }).getByText('5.10 °C').waitFor();
    visit.expectNoFaults();
  });

  it('are not changed over what somebody else has said meanwhile', async () => {
    await using visit = await own.visit({ to: `#/sensors/${YARD}`, look: LOOKS[2], tolerated: /412/ });
    const { page } = visit;
    await page.getByLabel('Notes').fill('behind the shed');
    await page.getByLabel('Room').fill('Shed');
    const theirs = { room: 'Garden', precision: { temperature: 1 } };
    await own.gateway.send('PUT', `${deviceOf(YARD)}/configuration`, theirs, await owner());
    await page.getByRole('button', { name: 'Adopt' }).click();
    await page.getByRole('button', { name: 'Look at what is there now' }).click();
    await page.getByText('“Garden”').waitFor();
    await page.getByRole('button', { name: 'Adopt' }).click();
    await page.getByText('Saved.').waitFor();
    const said = { adoption: 'ADOPTED', room: 'Shed', notes: 'behind the shed', precision: { temperature: 1 } };
    expect(await configurationOf(YARD)).toEqual(said);
    await page.getByRole('button', { name: 'Ignore it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ignore it' }).click();
    await page.getByText('Nothing of it is read').waitFor();
    expect(await configurationOf(YARD)).toEqual({ ...said, adoption: 'IGNORED' });
    visit.expectNoFaults();
  });

  it('keep the offsets that somebody else has set meanwhile', async () => {
    const calibration = { humidity: { method: 'OFFSET', offset: 1 } };
    await own.gateway.send('PUT', `${deviceOf(YARD)}/configuration`, { adoption: 'ADOPTED', calibration }, await owner());
    await hear(own.gateway, YARD, { temperature: 21.5 });
    await using visit = await own.visit({ to: `#/sensors/${YARD}`, look: LOOKS[2], tolerated: /412/ });
    const { page } = visit;
    await page.getByLabel('Temperature, °C: offset').fill('0.5');
    const theirs = { humidity: { method: 'OFFSET', offset: 2 }, pressure: { method: 'OFFSET', offset: -150 } };
    const said = { adoption: 'ADOPTED', calibration: theirs };
    await own.gateway.send('PUT', `${deviceOf(YARD)}/configuration`, said, await owner());
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await page.getByRole('button', { name: 'Look at what is there now' }).click();
    await until(async () => (await page.getByLabel('Pressure, hPa: offset').inputValue()) === '-1.5', 20);
    expect(await page.getByLabel('Temperature, °C: offset').inputValue()).toBe('0.5');
    await page.getByLabel('Notes').fill('in the shade');
    // nobody has changed anything since
    expect(await page.getByRole('alert').count()).toBe(0);
    await save.click();
    await page.getByText('Saved.').waitFor();
    const mine = { temperature: { method: 'OFFSET', offset: 0.5 } };
    expect(await configurationOf(YARD)).toEqual({ ...said, notes: 'in the shade', calibration: { ...mine, ...theirs } });
    visit.expectNoFaults();
  });
});
