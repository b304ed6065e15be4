import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from '@jest/globals';
import { ButtonClock } from '../button-clock.js';
import { freePort } from '../free-port.js';
import { serviceRequest } from '../registry/platform.js';
import { TestGateway } from '../gateway.js';
import { hear, radios, YARD } from './attic.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = {
  auth: { mode: 'tokens' },
  devices: {
    radios,
    cameras: { 'lens-1': { driver: 'simulated' } },
    chips: { board: { driver: 'simulated', lines: { 27: { name: 'red man', direction: 'OUTPUT' } } } },
  },
};
/** Each of the gateway's services: what of it is read on about, and what its line for a shell answers. */
const CALLED = {
  'umec-sensors': { operation: 'GET /sensors/v1/tags', answers: [[expect.objectContaining({ mac: YARD })]] },
  'umec-camera-lens-1': {
    operation: 'GET /camera/v1/cameras/{cameraId}',
    answers: [expect.objectContaining({ cameraId: 'lens-1' })],
  },
  'umec-line-27': { operation: 'GET /gpio/v1/lines/{lineId}', answers: [expect.objectContaining({ lineId: '27' })] },
  'umec-events': { operation: 'GET /events/v1', answers: [] },
  'umec-registry': {
    operation: 'GET /registry/v1/services',
    answers: [expect.arrayContaining([expect.objectContaining({ serName: 'umec-registry' })])],
  },
};
/** How often a service is to say that it lives; s */
const INTERVAL_S = 60;
/** What an application may call itself and say of where it is. */
const HOSTILE = '<img src=x onerror=alert(1)>';
const HOSTILE_URI = `http://127.0.0.1:9/'; touch pwned #`;
/** Where a link leads. It runs in the page. */
const hrefOf = (link: unknown) => (link as { readonly href: string }).href;

const clock = new ButtonClock(Date.now());
const start = () => TestGateway.start(settings, { clock });

atGateway('The page of the registry', start, (own) => {
  beforeAll(async () => {
    await own.gateway.application('plates');
    await own.gateway.application(HOSTILE);
  }, 60_000);

  /** What comes of a line as it is shown, for somebody who has a token. @throws when it is refused */
  async function answerTo(line: string): Promise<unknown> {
    const env = { ...process.env, UMEC_TOKEN: await own.gateway.token() };
    const { stdout } = await promisify(execFile)('sh', ['-ec', line.replace('curl ', 'curl --silent ')], { env });
    return JSON.parse(stdout);
  }

  /** @returns the path of what says that the service lives */
  async function offer(appInstanceId: string, service: object): Promise<string | undefined> {
    const path = `/mec_service_mgmt/v1/applications/${encodeURIComponent(appInstanceId)}/services`;
    const response = await own.gateway.send('POST', path, service);
    expect(response.status).toBe(201);
    const { _links } = (await response.json()) as { _links: { liveness?: { href: string } } };
    return _links.liveness && new URL(_links.liveness.href, own.gateway.url).pathname;
  }

  it('says how to call each of the gateway’s services: where to read on, and a line for a shell that works', async () => {
    await hear(own.gateway, YARD, { temperature: 21 });
    await using visit = await own.visit({ to: '#/registry', look: LOOKS[3] });
    const { page } = visit;
    const services = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: 'umec-' }) });
    await services.nth(Object.keys(CALLED).length - 1).waitFor();
    for (const one of await services.locator('summary').all()) await one.click();
    expect((await services.locator('.service-name').allInnerTexts()).sort()).toEqual(Object.keys(CALLED).sort());
    await page.getByText('REST_HTTP, HTTP 1.1, JSON').first().waitFor();
    await visit.expectAccessible();
    const camera = services.filter({ hasText: 'umec-camera-lens-1' });
    expect(await camera.getByRole('link', { name: 'camera.yaml' }).getAttribute('href')).toBe('./openapi/camera.yaml');
    await camera.getByRole('button', { name: 'Copy' }).click();
    await camera.getByText(/^copied|selected/).waitFor();

    const pages: Record<string, string> = {};
    for (const [name, { answers }] of Object.entries(CALLED)) {
      const service = services.filter({ has: page.getByText(name, { exact: true }) });
      pages[name] = await service.getByRole('link', { name: 'read on and try it' }).evaluate(hrefOf);
      const lines = await service.locator('pre').allTextContents();
      // what is no HTTP has none
      expect(await Promise.all(lines.map(answerTo))).toEqual(answers);
    }
    for (const [name, { operation }] of Object.entries(CALLED)) {
      await page.goto(pages[name] ?? '');
      await page.getByRole('main').getByText(operation, { exact: true }).first().waitFor();
    }
    visit.expectNoFaults();
  });

  it('follows a service that goes SUSPENDED and comes back, and shows what anybody calls itself as it is', async () => {
    await using visit = await own.visit({ to: '#/registry', look: LOOKS[0] });
    const { page } = visit;
    const liveness = await offer('plates', serviceRequest({ serName: 'plates-reader', livenessInterval: INTERVAL_S }));
    const spoiled = serviceRequest({ serName: HOSTILE });
    const endpoint = { uris: [HOSTILE_URI, 'javascript:alert(1)'] };
    const openapi = 'http://127.0.0.1:9/openapi/camera.yaml';
    const transportInfo = { ...spoiled.transportInfo, endpoint, implSpecificInfo: { openapi } };
    await offer(HOSTILE, { ...spoiled, transportInfo });
    const shown = page.getByRole('listitem').filter({ hasText: 'plates-reader' });
    await shown.getByText('ACTIVE', { exact: true }).waitFor();
    // it says nothing of itself for longer than it is waited for
    await clock.advance(2 * INTERVAL_S * 1000);
    await shown.getByText('SUSPENDED', { exact: true }).waitFor();
    const sign = { state: 'ACTIVE', timeStamp: { seconds: 0, nanoSeconds: 0 } };
    expect((await own.gateway.send('PATCH', liveness ?? '', sign)).status).toBe(200);
    await shown.getByText('ACTIVE', { exact: true }).waitFor();
    await page.getByText(HOSTILE).first().click();
    expect(await page.locator('pre').textContent()).toBe(
      `curl --fail-with-body --globoff 'http://127.0.0.1:9/'\\'';%20touch%20pwned%20#'`,
    );
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    await visit.expectAccessible();
    await visit.goTo('#/');
    // its own, and not what the gateway has by that name
    expect(await page.getByRole('row').filter({ hasText: HOSTILE }).getByRole('link').getAttribute('href')).toBe(openapi);
    visit.expectNoFaults();
  });

  it('says that nothing reaches a subscriber, and of an application whether it is ready, and ends one that is to end', async () => {
    const callbackReference = `http://127.0.0.1:${await freePort()}/gone`;
    const subscriptionType = 'SerAvailabilityNotificationSubscription';
    const subscribed = { subscriptionType, callbackReference };
    const path = '/mec_service_mgmt/v1/applications/plates/subscriptions';
    expect((await own.gateway.send('POST', path, subscribed)).status).toBe(201);
    await using visit = await own.visit({ to: '#/registry' });
    const { page } = visit;
    await offer('plates', serviceRequest({ serName: 'another' }));
    const row = page.getByRole('table', { name: 'Subscriptions' }).getByRole('row', { name: callbackReference });
    await row.getByText('SUSPENDED').waitFor();
    await row.getByText('refuses the connection').waitFor();
    await row.locator('time').waitFor();
    await page.route('**/registry/v1/subscriptions', async (route) => {
      const response = await route.fetch();
      const listed = (await response.json()) as object[];
      await route.fulfill({ response, json: listed.map((one) => ({ ...one, delivered: 7, pending: 3, dropped: 2 })) });
    });
    await row.getByRole('cell', { name: '7', exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/\s7\s+3\s+2\s/);
    await page.unrouteAll({ behavior: 'wait' });

    const application = page.getByRole('table', { name: 'Applications' }).getByRole('row', { name: 'plates' });
    await application.getByText('NOT_READY').waitFor();
    const confirmed = await own.gateway.send('POST', '/mec_app_support/v1/applications/plates/confirm_ready', {
      indication: 'READY',
    });
    expect(confirmed.status).toBe(204);
    await application.getByText('READY', { exact: true }).waitFor();
    await application.getByRole('button', { name: 'Terminate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terminate' }).click();
    await application.waitFor({ state: 'detached' });
    expect((await own.gateway.get('/registry/v1/applications/plates')).status).toBe(404);
    visit.expectNoFaults();
  });
});
