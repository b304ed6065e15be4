import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openLog } from '../../src/log.js';
import { RecentLog } from '../../src/recent-log.js';
import { influxSays, scriptedServer } from '../destinations/harness.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';
import { LOOKS, Visit } from './harness.js';

/** A port that no program is given by chance. */
const NOBODY_THERE = 'http://127.0.0.1:9';
const HOSTILE = '<script>alert("plates")</script> & <img src=x onerror=alert(1)>';
const DESTINATIONS = '/registry/v1/destinations';
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
/** All that a page could have kept of a secret: its address, what scripts can read, and what stands in it. */
const KEPT = `(async () => JSON.stringify([location.href, history.state, Object.entries(localStorage), Object.entries(sessionStorage),
  document.cookie, await indexedDB.databases(), await caches.keys()]) + document.documentElement.outerHTML
  + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join())()`;

if (hasBrowser()) describe('Whoever looks after the gateway', () => tests());
else it.todo(`The panel in a browser (${HOW_TO_GET_IT})`);

function tests(): void {
  const recentLog = new RecentLog();
  const log = openLog('info', 'json', recentLog);
  let takesAll = false;
  let server: Awaited<ReturnType<typeof scriptedServer>>;
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    server = await scriptedServer((lines) =>
      !takesAll && lines.some((line) => line.includes('many')) ? influxSays(422, `conflict: ${HOSTILE}`) : undefined,
    );
    const away = { ...server.target, url: NOBODY_THERE };
    const settings = {
      ...{ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } },
      ...{ destinations: { cloud: server.target, away }, mqtt: { url: NOBODY_THERE.replace('http', 'mqtt') } },
      street: { registry: NOBODY_THERE },
    };
    [gateway, browser] = await Promise.all([TestGateway.start(settings, { log, recentLog }), openBrowser()]);
    await refuse('south', 1);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await gateway.stop();
    server[Symbol.dispose]();
  });

  /** Brings what one of the destinations takes, and so many that it does not, from a gate of that name. */
  const refuse = async (gate: string, many: number) => {
    const points = [1, ...Array.from({ length: many }, () => 'many')].map((count, at) => ({
      ...{ measurement: 'people', tags: { gate: `<b>${gate}</b>` }, fields: { count } },
      time: new Date(Date.now() - 1_000 * (many - at)).toISOString(),
    }));
    await gateway.send('POST', '/sensors/v1/readings', points);
    await until(async () => (await gateway.json<{ rejections: number }>(`${DESTINATIONS}/cloud`)).rejections === many, 20);
  };
  const visit = async (to: string, tolerated?: RegExp) => {
    const visit = await Visit.signedIn(browser, gateway, { to, ...(tolerated && { tolerated }) });
    visit.page.setDefaultTimeout(10_000);
    return visit;
  };
  const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

  it.each([LOOKS[0], LOOKS[3]])('finds all of it on $name, and nobody is kept out', async (look) => {
    await using visit = await Visit.signedIn(browser, gateway, { look });
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
    await using visit = await Visit.signedIn(browser, gateway, { role: 'viewer' });
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
    await using there = await visit('#/destinations');
    const { page } = there;
    const row = rowOf(page, 'away');
    await row.getByText('SUSPENDED').waitFor();
    expect(await row.innerText()).toMatch(/ECONNREFUSED 127\.0\.0\.1:9\s+2 rows/);
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
    await page.getByRole('button', { name: 'Show more' }).click();
    await until(async () => (await rowOf(page, 'people').count()) === 101, 20);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Forget all' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByText('whatever it was sent it has taken').waitFor();
    expect(await gateway.json(`${DESTINATIONS}/cloud/rejections`)).toEqual([]);
    there.expectNoFaults();
  });

  it('registers a client, whose secret is shown once, changes what it may do, and deletes it', async () => {
    await using there = await visit('#/clients', /412/);
    const { page } = there;
    const told: string[] = [];
    page.on('console', (said) => told.push(said.text()));
    page.on('request', (request) => told.push(request.url()));
    await there.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('summary').getByText('Register a client').click();
    await page.getByLabel('Name, for people').fill(HOSTILE);
    await page.getByLabel('Client (clientId)').fill('plates');
    await page.getByLabel('sensors:read').check();
    await page.getByRole('button', { name: 'Register a client' }).click();
    await page.getByText('never again').waitFor();
    const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
    const { Authorization = '' } = await gateway.signIn('plates', secret);
    const asked = (path: string) => fetch(gateway.url + path, { headers: { Authorization } });
    expect((await asked('/sensors/v1/readings/latest')).status).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('link', { name: HOSTILE }).click();
    await page.getByRole('heading', { name: 'plates' }).waitFor();
    expect([await page.evaluate(KEPT), ...told].join()).not.toContain(secret);

    // somebody else has changed it meanwhile
    await page.getByLabel('sensors:read').uncheck();
    await page.getByLabel('camera:read').check();
    await gateway.send('PUT', '/access/v1/clients/plates', { name: 'other', scopes: ['gpio:read'] });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else has changed it').waitFor();
    expect(await page.getByLabel('camera:read').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Save mine all the same' }).click();
    await page.getByText('saved', { exact: true }).waitFor();
    expect(await gateway.json('/access/v1/clients/plates')).toMatchObject({ name: HOSTILE, scopes: ['camera:read'] });
    expect((await asked('/sensors/v1/readings/latest')).status).toBe(403);

    await page.getByRole('button', { name: 'Give it a new secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give it a new secret' }).click();
    await page.getByText('never again').waitFor();
    const another = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
    await expect(gateway.signIn('plates', secret)).rejects.toThrow('invalid_client');
    await gateway.signIn('plates', another);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect((await gateway.get('/access/v1/clients/plates')).status).toBe(200);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('heading', { name: 'Clients' }).first().waitFor();
    expect((await gateway.get('/access/v1/clients/plates')).status).toBe(404);
    there.expectNoFaults();
  });

  it('makes a tenant, grants it a camera and so many requests, and a client of it', async () => {
    await using there = await visit('#/clients');
    const { page } = there;
    await page.getByText('Make a tenant').click();
    await page.getByLabel('Tenant (').fill('harbour');
    await page.getByLabel('all', { exact: true }).uncheck();
    await page.getByLabel('camera-lens-1').check();
    await page.getByLabel('Streams at once').fill('2');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('The tenant harbour is made.').waitFor();
    const made = { devices: ['camera-lens-1'], quotas: { streams: 2 } };
    expect(await gateway.json('/access/v1/tenants/harbour')).toMatchObject(made);
    const headers = await gateway.client({ clientId: 'crane', tenant: 'harbour', scopes: ['camera:read'] });
    await fetch(`${gateway.url}/camera/v1/cameras`, { headers });
    await page.getByRole('link', { name: 'harbour' }).first().click();
    await rowOf(page, 'crane').waitFor();
    await page.getByLabel('Description').fill('The harbour');
    await page.getByLabel('Reads per second').fill('0.5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('saved', { exact: true }).waitFor();
    const changed = { description: 'The harbour', devices: ['camera-lens-1'], quotas: { streams: 2, readsPerSecond: 0.5 } };
    expect(await gateway.json('/access/v1/tenants/harbour')).toMatchObject(changed);
    await page.reload();
    await rowOf(page, 'crane').waitFor();
    await page.getByRole('heading', { name: 'Tenant harbour' }).waitFor();
    there.expectNoFaults();
  });

  it('finds in the audit log who did what, and that nobody has changed it', async () => {
    await gateway.client({ clientId: 'auditor', scopes: ['access:read'] });
    await using there = await visit('#/audit');
    const { page } = there;
    await page.getByLabel('Who').fill('auditor');
    await page.getByLabel('Outcome').fill('404');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('There is no such entry').waitFor();
    await page.getByLabel('Outcome').fill('200');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await until(async () => (await page.getByRole('row').count()) === 2, 20);
    expect(await rowOf(page, 'auditor').innerText()).toMatch(/Token_POST[^]*\/oauth2\/token[^]*127\.0\.0\.1[^]*200/);
    await page.getByLabel('Until').fill('2020-01-01T00:00');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('There is no such entry').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await rowOf(page, 'Clients_POST').first().waitFor();
    await page.getByRole('button', { name: 'Check that nothing was changed' }).click();
    await page.getByText('Nothing was changed: all').waitFor();
    there.expectNoFaults();
  });

  it('follows the log, from a level on, with a text, and pauses it', async () => {
    await using there = await visit('#/log');
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
    await using there = await visit('#/settings', /401|ERR_INCOMPLETE/);
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
    await page.goto(`${gateway.url}/#sign-in=${await gateway.code()}`);
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
}
