import { expect, it } from '@jest/globals';
import { openLog } from '../../src/log.js';
import { RecentLog } from '../../src/recent-log.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { administratorAt, HOSTILE, NOBODY_THERE } from './administrator.js';
import { atGateway } from './in-browser.js';

const settings = {
  auth: { mode: 'tokens' },
  destinations: { away: { url: NOBODY_THERE, token: 'what-the-database-wants', org: 'harbour', bucket: 'sensors' } },
  street: { registry: NOBODY_THERE },
};

interface Field {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}
/** What of a field is marked. It runs in the page. */
const marked = (field: unknown) => {
  const { value, selectionStart, selectionEnd } = field as Field;
  return value.slice(selectionStart, selectionEnd);
};
/** Puts the page behind another, or before it again. */
const seen = (
  state: 'hidden' | 'visible',
) => `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'))`;

const recentLog = new RecentLog();
const log = openLog('info', 'json', recentLog);
const start = () => TestGateway.start(settings, { log, recentLog });

atGateway('Whoever finds out what the gateway does', start, (own) => {
  it('follows the log, from a level on, with a text, and pauses it', async () => {
    await using there = await administratorAt(own, '#/log');
    const { page } = there;
    const lines = page.getByRole('list', { name: 'Lines' }).getByRole('listitem');
    await page.getByText('subsystem is SUSPENDED').first().waitFor();
    log.info({ deviceId: HOSTILE }, 'a word');
    log.error('a cry');
    await lines.filter({ hasText: 'a cry' }).waitFor();
    expect(await lines.filter({ hasText: 'a word' }).innerText()).toContain(HOSTILE);
    await page.getByLabel('With this text').fill('A CRY');
    await until(async () => (await lines.count()) === 1, 20);
    await page.getByLabel('With this text').fill('');
    await page.getByLabel('From this level on').selectOption('ERROR');
    await until(async () => (await lines.allInnerTexts()).every((line) => line.includes('ERROR')), 20);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('paused').waitFor();
    let isAsked = false;
    page.on('request', (request) => (isAsked ||= request.url().includes('/log')));
    log.error('a second cry');
    await page.clock.install();
    await page.clock.runFor(10_000);
    expect(isAsked).toBe(false);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.clock.runFor(2_000);
    await lines.filter({ hasText: 'a second cry' }).waitFor();
    await page.evaluate(seen('hidden'));
    isAsked = false;
    await page.clock.runFor(10_000);
    expect(isAsked).toBe(false);
    log.error('a third cry');
    await page.evaluate(seen('visible'));
    await lines.filter({ hasText: 'a third cry' }).waitFor();
    there.expectNoFaults();
  });

  it('is told what is wrong with a configuration, and finds what was typed when the session has ended meanwhile', async () => {
    await using there = await administratorAt(own, '#/settings', /401|ERR_INCOMPLETE/);
    const { page } = there;
    await page.getByText('destinations', { exact: true }).click();
    await page.getByText('token: (hidden)').first().waitFor();
    const typed = 'http:\n  listn: 127.0.0.1:8080\nsensors:\n  minStoreIntervalS: often\n';
    const field = page.getByLabel('What umec.yaml is to be');
    const check = page.getByRole('button', { name: 'Check', exact: true });
    await field.fill('http: {');
    await page.getByRole('button', { name: 'Clear' }).click();
    await until(async () => (await field.inputValue()) === '', 20);
    await field.fill(typed);
    // as it would by itself, and with it the pictures of the page before
    await page.evaluate(`fetch('session', { method: 'DELETE' })`);
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.goto(`${own.gateway.url}/#sign-in=${await own.gateway.code()}`);
    expect(await field.inputValue()).toBe(typed);
    await check.click();
    const faults = page.getByRole('alert').getByRole('listitem');
    await until(async () => (await faults.count()) === 2, 20);
    expect(await faults.allInnerTexts()).toEqual([
      expect.stringMatching(/^line 2 http\.listn: there is no such setting, did you mean listen/),
      expect.stringMatching(/^line 4 sensors\.minStoreIntervalS: found "often", expected/),
    ]);
    await page.getByRole('button', { name: 'line 4' }).click();
    expect(await field.evaluate(marked)).toBe('  minStoreIntervalS: often');
    await field.fill('http: {');
    await check.click();
    await page.getByRole('alert').getByText('no YAML').waitFor();
    await field.fill('log: {level: debug}');
    await check.click();
    await page.getByText('A gateway can be started with it').waitFor();
    there.expectNoFaults();
  });
});
