import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../free-port.js';
import { serviceRequest } from '../registry/platform.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } };
/** What an application may call itself and say of where it is. */
const HOSTILE = '<img src=x onerror=alert(1)>';
const HOSTILE_URI = `http://127.0.0.1:9/'; touch pwned #`;

atGateway('The page of the registry', settings, (own) => {
  beforeAll(async () => {
    await own.gateway.application('plates');
    await own.gateway.application(HOSTILE);
  }, 60_000);

  /** @returns the path of what says that the service lives */
  async function offer(appInstanceId: string, service: object): Promise<string | undefined> {
    const path = `/mec_service_mgmt/v1/applications/${encodeURIComponent(appInstanceId)}/services`;
    const response = await own.gateway.send('POST', path, service);
    expect(response.status).toBe(201);
    const { _links } = (await response.json()) as { _links: { liveness?: { href: string } } };
    return _links.liveness && new URL(_links.liveness.href, own.gateway.url).pathname;
  }

  it('says how to call a service, with a line for a shell that works', async () => {
    await using visit = await own.visit({ to: '#/registry', look: LOOKS[3] });
    const { page } = visit;
    await page.getByText('umec-camera-lens-1').click();
    await page.getByRole('link', { name: 'read on and try it' }).waitFor();
    await page.getByRole('link', { name: 'camera.yaml' }).waitFor();
    await page.getByText('REST_HTTP, HTTP 1.1, JSON').waitFor();
    const line = (await page.locator('pre').textContent()) ?? '';
    const env = { ...process.env, UMEC_TOKEN: await own.gateway.token() };
    const { stdout } = await promisify(execFile)('sh', ['-ec', line.replace('curl ', 'curl --silent ')], { env });
    expect(JSON.parse(stdout)).toMatchObject({ cameraId: 'lens-1' });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText(/^copied|selected/).waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('follows a service that goes SUSPENDED and comes back, and shows what anybody calls itself as it is', async () => {
    // a service that says nothing of itself for so long is SUSPENDED
    const liveness = await offer('plates', serviceRequest({ serName: 'plates-reader', livenessInterval: 1 }));
    const spoiled = serviceRequest({ serName: HOSTILE });
    const endpoint = { uris: [HOSTILE_URI, 'javascript:alert(1)'] };
    const openapi = 'http://127.0.0.1:9/openapi/camera.yaml';
    const transportInfo = { ...spoiled.transportInfo, endpoint, implSpecificInfo: { openapi } };
    await offer(HOSTILE, { ...spoiled, transportInfo });
    await using visit = await own.visit({ to: '#/registry', look: LOOKS[0] });
    const { page } = visit;
    const shown = page.getByRole('listitem').filter({ hasText: 'plates-reader' });
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
