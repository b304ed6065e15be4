import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { momentOf, photograph } from '../camera/inference/street.js';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from '../web/browser.js';
import { LOOKS, Visit } from '../web/harness.js';
import { Shell } from './shell.js';
import { SelfieStreet } from './selfie-street.js';

const PROGRAM = 'exec node examples/selfie/selfie.js';
const [, PHONE_DARK, DESKTOP_LIGHT] = LOOKS;
/** What a browser says of it when there is no picture. */
const NO_PICTURE = /502 \(Bad Gateway\)/;
const HOSTILE = ['<script>alert(1)</script>', '<img src=x onerror=alert(2)>'];

/** Streets that the classifier has never seen, without and with a car in the part that it looks at. */
const empty = (await photograph(momentOf(1_000, 0), 1_000)).jpeg;
const car = (await photograph(momentOf(1_001, 0), 1_001)).jpeg;

if (hasBrowser()) describe('examples/selfie in a browser', () => inBrowser());
else it.todo(`examples/selfie in a browser (${HOW_TO_GET_IT})`);

function inBrowser(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('shows what the model sees in a picture, waits for a camera that is away, and ends when the gateway asks it to', async () => {
    await using street = await SelfieStreet.open(empty, ['empty', 'car']);
    await using visit = await Visit.open(browser, street.url, PHONE_DARK);
    const { page } = visit;
    const answers: Promise<string>[] = [];
    page.on('response', (one) => one.url().endsWith('/pictures') && answers.push(one.text()));
    await page.getByText('lens-1: ready').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/^It sees empty, \d+%\.$/).waitFor();
    expect(await pictureSize(page)).toEqual([320, 240]);
    await visit.expectAccessible();

    street.camera.show(car);
    street.camera.unplug();
    await page.getByText('lens-1: SUSPENDED').waitFor();
    const button = page.getByRole('button', { name: 'Take a picture' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await visit.expectAccessible();
    street.camera.plugIn();
    await page.getByText('lens-1: ready').waitFor();
    await page.keyboard.press('Space');
    await page.getByText(/^It sees car, \d+%\.$/).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(2);

    const named = { appInstanceId: street.appInstanceId, appName: 'selfie', state: 'READY' };
    expect(await street.applications()).toContainEqual(expect.objectContaining(named));
    await endedByGateway(street);
    await page.getByText('The application has ended.').waitFor();
    expect(await street.selfie.exitCode()).toBe(0);
    expect((await street.applications()).map(({ appName }) => appName)).toEqual(['models']);
    const confirmed = ['ApplicationsConfirmReady_POST 204', 'ApplicationsConfirmTermination_POST 204'];
    expect(await street.writes()).toEqual(expect.arrayContaining(confirmed));
    visit.expectNoFaults();
    const told = `${await page.content()} ${(await Promise.all(answers)).join(' ')}`;
    expect(told).toContain('data:image/jpeg');
    for (const secret of [street.clientSecret, 'access_token', 'Bearer', 'notifications/']) expect(told).not.toContain(secret);
  }, 60_000);

  it('shows hostile labels as text, and says why there is no picture', async () => {
    await using street = await SelfieStreet.open(await noise(1_280, 1_280), HOSTILE);
    await using visit = await Visit.open(browser, street.url, DESKTOP_LIGHT, NO_PICTURE);
    const { page } = visit;
    const button = page.getByRole('button', { name: 'Take a picture' });
    const problem = page.getByRole('alert').filter({ hasText: 'There is no picture' });
    await page.getByText('lens-1: ready').waitFor();
    await button.click();
    await problem.waitFor();
    expect(await problem.innerText()).toContain('http.maxBodyBytes');
    street.camera.unplug();
    await page.getByText('lens-1: SUSPENDED').waitFor();
    street.camera.show(empty);
    street.camera.plugIn();
    await page.getByText('lens-1: ready').waitFor();
    await button.click();
    await page.getByText('It sees <script>alert(1)</script>, ').waitFor();
    expect((await page.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(HOSTILE);
    await visit.expectAccessible();

    await street.takeClassifierAway();
    await page.getByText('street-models: not in the registry').waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await street.offerClassifier();
    await page.getByText('street-models: ready').waitFor();
    await button.click();
    await page.getByText('It sees <script>alert(1)</script>, ').waitFor();
    expect(await problem.count()).toBe(0);

    // its server is gone, and the registry does not know
    await street.models[Symbol.asyncDispose]();
    await button.click();
    await problem.waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  }, 60_000);
}

describe("examples/selfie's server", () => {
  it('waits for the gateway, serves its folder and nothing else, and to nobody but its own page', async () => {
    const listen = `127.0.0.1:${await freePort()}`;
    await using selfie = new Shell(PROGRAM, { UMEC_URL: `http://${listen}`, SELFIE_PORT: '0' });
    await selfie.until('waits');
    await using gateway = await TestGateway.start({ http: { listen } });
    const { url } = await selfie.until('ready');
    const ask = (path: string, method = 'GET', headers = {}) => asked(String(url), path, method, headers);

    const { status, policy } = await ask('/');
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    for (const path of ['/../selfie.js', '/classifier.json', '/gateway.js', '/%2e%2e/gateway.js', '/index.html', '/__proto__'])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    expect((await ask('/', 'GET', { Host: 'elsewhere.example' })).status).toBe(421);
    expect((await ask('/pictures', 'POST', { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask('/notifications/whoever', 'POST')).status).toBe(405);
    const shown = { camera: { name: 'lens-1', state: 'ACTIVE' }, classifier: { name: 'street-models' } };
    expect(await firstState(String(url))).toEqual(shown);
    // without a classifier
    expect((await ask('/pictures', 'POST')).status).toBe(502);
    const alias = gateway.url.replace('127.0.0.1', 'localhost');
    await using astray = new Shell(PROGRAM, { UMEC_URL: alias, SELFIE_PORT: '0' });
    const why = `no camera is at ${alias}, but one at ${gateway.url}: where that is the same gateway, UMEC_URL has to be it`;
    expect(await astray.until('waits')).toEqual({ step: 'waits', why });
    const { url: lost } = await astray.until('ready');
    expect(await firstState(String(lost))).toMatchObject({ problem: why, camera: { name: 'a camera' } });
    await astray.deafen();
    astray.stop('SIGHUP');
    expect(await astray.exitCode()).toBe(0);

    selfie.stop();
    await selfie.until('ended');
    expect(await selfie.exitCode()).toBe(0);
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);
  }, 60_000);
});

async function endedByGateway({ gateway, appInstanceId, selfie }: SelfieStreet): Promise<void> {
  const how = { operationAction: 'TERMINATING', maxGracefulTimeout: 60 };
  const response = await gateway.send('POST', `/registry/v1/applications/${appInstanceId}/terminate`, how);
  expect(response.ok).toBe(true);
  await selfie.until('ended');
}

/** As a program asks that says of itself what it likes, and does not tidy up paths. */
async function asked(url: string, path: string, method: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number | undefined; policy: unknown }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, policy: answer.headers['content-security-policy'] });
    })
      .on('error', reject)
      .end();
  });
}

/** What a page is told at first: it is all that is there. */
async function firstState(url: string): Promise<unknown> {
  const stop = new AbortController();
  const { body } = await fetch(`${url}/state`, { signal: stop.signal });
  const chunk = await body?.getReader().read();
  stop.abort();
  return JSON.parse(
    Buffer.from(chunk?.value ?? [])
      .toString()
      .replace(/^data: /, ''),
  );
}

/** Pixels, as they were decoded. */
function pictureSize(page: Page): Promise<[number, number]> {
  return page.evaluate('[document.images[0].naturalWidth, document.images[0].naturalHeight]');
}

/** No camera's picture has more bytes for its size; made smaller, it has still more than the gateway takes. */
function noise(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .jpeg()
    .toBuffer();
}
