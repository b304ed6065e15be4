import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { administratorAt } from './administrator.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };
const CLIENT = '/access/v1/clients/plates';
const TENANT = '/access/v1/tenants/harbour';
const keyOf = (kid: string) => ({
  kid,
  kty: 'OKP',
  alg: 'EdDSA',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
});

/** Saves what was typed, though somebody else was quicker. */
async function saveOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save mine all the same' }).click();
  await page.getByText('saved', { exact: true }).waitFor();
}

atGateway('What somebody else has changed meanwhile', settings, (own) => {
  const theirs = async (path: string, body: object) => expect((await own.gateway.send('PUT', path, body)).ok).toBe(true);

  it('of a client stays, but for what was changed here', async () => {
    const [old, latest] = [keyOf('old'), keyOf('latest')];
    const scopes = ['sensors:read'];
    const made = { clientId: 'plates', name: 'Plates', scopes, keys: [old, latest] };
    expect((await own.gateway.send('POST', '/access/v1/clients', made)).status).toBe(201);
    await using there = await administratorAt(own, '#/clients/plates', /412/);
    const { page } = there;
    await page.getByLabel('camera:read').check();
    // a key that somebody else may have by now
    await theirs(CLIENT, { name: 'Number plates', scopes, keys: [latest], disabled: true });
    await saveOver(page);
    const { keys, ...said } = await own.gateway.json<{ keys: { kid: string }[] }>(CLIENT);
    expect(keys.map(({ kid }) => kid)).toEqual(['latest']);
    expect(said).toMatchObject({ name: 'Number plates', disabled: true, scopes: ['sensors:read', 'camera:read'] });
    expect(await page.getByLabel('Name, for people').inputValue()).toBe('Number plates');
    there.expectNoFaults();
  });

  it('of a tenant stays, but for what was changed here', async () => {
    const made = { devices: [], quotas: { streams: 1, applications: 1 } };
    await own.gateway.send('POST', '/access/v1/tenants', { tenant: 'harbour', ...made });
    await using there = await administratorAt(own, '#/clients/tenant%3Aharbour', /412/);
    const { page } = there;
    await page.getByLabel('Streams at once').fill('7');
    await theirs(TENANT, { devices: 'all', quotas: { streams: 2, applications: 2 } });
    await saveOver(page);
    expect(await own.gateway.json(TENANT)).toMatchObject({ devices: 'all', quotas: { streams: 7, applications: 2 } });
    there.expectNoFaults();
  });
});
