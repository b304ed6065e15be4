import { expect, it } from '@jest/globals';
import { refused } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' } };

atGateway('Somebody who is signed in', settings, (own) => {
  it('is somebody else by another link in the same window: what was the first one’s ends, and the place stays', async () => {
    await using visit = await own.visit({ role: 'admin' });
    const { page } = visit;
    await visit.goTo('#/clients');
    const clients = page.getByRole('link', { name: 'Clients', exact: true });
    await clients.waitFor();
    await visit.goTo('#/sensors');
    await page.reload();
    const told = await page.waitForEvent('websocket');
    const ended = told.waitForEvent('close');
    const [another] = await Promise.all([
      page.waitForEvent('websocket'),
      ended,
      visit.goTo(`#sign-in=${await own.gateway.code('viewer')}`),
    ]);
    expect(another.url()).toContain('/events/v1');
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    await clients.waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#/sensors');
    visit.expectNoFaults();
  });

  it.each([500, 504])('is not signed out by a gateway that answers %i when the page is loaded again', async (status) => {
    await using visit = await own.visit({ tolerated: refused(status, '/session/token') });
    const { page } = visit;
    let isAway = true;
    await page.route('**/session/token', (route) => (isAway ? route.fulfill({ status, body: '{}' }) : route.continue()));
    await page.reload();
    await page.getByText('the gateway does not answer').waitFor();
    isAway = false;
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    visit.expectNoFaults();
  });
});
