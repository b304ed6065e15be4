import { expect, it } from '@jest/globals';
import { until } from '../until.js';
import { administratorAt, HOSTILE, rowOf } from './administrator.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } };
/** All that a page could have kept of a secret: its address, what scripts can read, and what stands in it. */
const KEPT = `(async () => JSON.stringify([location.href, history.state, Object.entries(localStorage), Object.entries(sessionStorage),
  document.cookie, await indexedDB.databases(), await caches.keys()]) + document.documentElement.outerHTML
  + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join())()`;

atGateway('Whoever says who may do what', settings, (own) => {
  it('registers a client, whose secret is shown once, changes what it may do, and deletes it', async () => {
    await using there = await administratorAt(own, '#/clients', /412/);
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
    const { Authorization = '' } = await own.gateway.signIn('plates', secret);
    const asked = (path: string) => fetch(own.gateway.url + path, { headers: { Authorization } });
    expect((await asked('/sensors/v1/readings/latest')).status).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('link', { name: HOSTILE }).click();
    await page.getByRole('heading', { name: 'plates' }).waitFor();
    expect([await page.evaluate(KEPT), ...told].join()).not.toContain(secret);

    // somebody else has changed it meanwhile
    await page.getByLabel('sensors:read').uncheck();
    await page.getByLabel('camera:read').check();
    await own.gateway.send('PUT', '/access/v1/clients/plates', { name: 'other', scopes: ['gpio:read'] });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else has changed it').waitFor();
    expect(await page.getByLabel('camera:read').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Save mine all the same' }).click();
    await page.getByText('saved', { exact: true }).waitFor();
    expect(await own.gateway.json('/access/v1/clients/plates')).toMatchObject({ name: 'other', scopes: ['camera:read'] });
    expect((await asked('/sensors/v1/readings/latest')).status).toBe(403);

    await page.getByRole('button', { name: 'Give it a new secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give it a new secret' }).click();
    await page.getByText('never again').waitFor();
    const another = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
    await expect(own.gateway.signIn('plates', secret)).rejects.toThrow('invalid_client');
    await own.gateway.signIn('plates', another);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect((await own.gateway.get('/access/v1/clients/plates')).status).toBe(200);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('heading', { name: 'Clients' }).first().waitFor();
    expect((await own.gateway.get('/access/v1/clients/plates')).status).toBe(404);
    there.expectNoFaults();
  });

  it('has each secret until it is kept, and none for another', async () => {
    await using there = await administratorAt(own, '#/clients');
    const { page } = there;
    const secret = page.getByRole('textbox', { name: 'Secret' });
    await page.locator('summary').getByText('Register a client').click();
    const [name, clientId] = [page.getByLabel('Name, for people'), page.getByLabel('Client (clientId)')];
    await name.fill('Ferry');
    await clientId.fill('ferry');
    await clientId.press('Enter');
    await page.getByText('The secret of ferry').waitFor();
    const first = await secret.inputValue();
    await name.fill('Tram');
    await clientId.fill('tram');
    await clientId.press('Enter');
    await page.getByText('Keep the secret that is shown above').waitFor();
    expect(await secret.inputValue()).toBe(first);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await clientId.press('Enter');
    await page.getByText('The secret of tram').waitFor();

    await there.goTo('#/clients/tram');
    await page.getByLabel('The secret it has now').selectOption('goes on for an hour');
    const another = page.getByRole('button', { name: 'Give it a new secret' });
    await another.click();
    await secret.waitFor();
    const second = await secret.inputValue();
    await page.getByRole('button', { name: 'Copy' }).click();
    const outcome = page.locator('.secret').getByRole('status');
    await outcome.waitFor();
    await another.click();
    // it was of the one before
    await outcome.waitFor({ state: 'detached' });
    expect(await secret.inputValue()).not.toBe(second);
    await secret.and(page.locator(':focus')).waitFor();
    there.expectNoFaults();
  });

  it("is told why something is refused: in the gateway's words, and whether it is the role", async () => {
    await using there = await administratorAt(own, '#/clients/tenant%3Ahost', /403/);
    const { page } = there;
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('alert').getByText('the host is the gateway itself, and stays', { exact: true }).waitFor();
    const authorization = `Bearer ${await own.gateway.token({ role: 'viewer' })}`;
    await page.route('**/access/v1/usage*', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization } }),
    );
    await there.goTo('#/clients');
    await page
      .getByRole('alert')
      .getByText('Your role does not allow this: this takes a token with the scope access:read.')
      .waitFor();
    await page.unroute('**/access/v1/usage*');
    const used = { tenant: 'host', client: 'crane', since: '2026-01-01T00:00:00Z', reads: 1, writes: 2, refused: 3, points: 4 };
    await page.route('**/access/v1/usage*', (route) => route.fulfill({ json: [{ ...used, bytesSent: 1_234_000_000 }] }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table', { name: 'Usage' }).getByText('1.23 GB', { exact: true }).waitFor();
    there.expectNoFaults();
  });

  it('makes a tenant, grants it a camera and so many requests, and a client of it', async () => {
    await using there = await administratorAt(own, '#/clients');
    const { page } = there;
    await page.getByText('Make a tenant').click();
    await page.getByLabel('Tenant (').fill('harbour');
    await page.getByLabel('all', { exact: true }).uncheck();
    await page.getByLabel('camera-lens-1').check();
    await page.getByLabel('Streams at once').fill('2');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('The tenant harbour is made.').waitFor();
    const made = { devices: ['camera-lens-1'], quotas: { streams: 2 } };
    expect(await own.gateway.json('/access/v1/tenants/harbour')).toMatchObject(made);
    const headers = await own.gateway.client({ clientId: 'crane', tenant: 'harbour', scopes: ['camera:read'] });
    await fetch(`${own.gateway.url}/camera/v1/cameras`, { headers });
    await page.getByRole('link', { name: 'harbour' }).first().click();
    await rowOf(page, 'crane').waitFor();
    await page.getByLabel('Description').fill('The harbour');
    await page.getByLabel('Reads per second').fill('0.5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('saved', { exact: true }).waitFor();
    const changed = { description: 'The harbour', devices: ['camera-lens-1'], quotas: { streams: 2, readsPerSecond: 0.5 } };
    expect(await own.gateway.json('/access/v1/tenants/harbour')).toMatchObject(changed);
    await page.reload();
    await rowOf(page, 'crane').waitFor();
    await page.getByRole('heading', { name: 'Tenant harbour' }).waitFor();
    there.expectNoFaults();
  });

  it('finds in the audit log who did what, and that nobody has changed it', async () => {
    await own.gateway.client({ clientId: 'auditor', scopes: ['access:read'] });
    await using there = await administratorAt(own, '#/audit');
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
});
