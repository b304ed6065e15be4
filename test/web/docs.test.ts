import { expect, it } from '@jest/globals';
import { startFurnished } from '../apis/furnished.js';
import { inference } from '../camera/inference/model-server.js';
import { tinyPicture } from '../camera/inference/posted.js';
import { answered, openedPages, REFUSED } from './api-pages.js';
import { AWAY, BehindProxy, LOOKS, type Look, Visit } from './harness.js';
import { atGateway } from './in-browser.js';

const start = async () => (await startFurnished()).gateway;

atGateway('The pages of the APIs', start, (own) => {
  const opened = (hash?: string, look?: Look, tolerated?: RegExp) => openedPages(own, { hash, look, tolerated });

  it.each(LOOKS)('show on $name how a picture is asked for, and the picture', async (look) => {
    await using visit = await opened('', look);
    const { page } = visit;
    await page.getByRole('link', { name: 'umec.json' }).first().waitFor();
    await visit.expectAccessible();
    const unfold = page.getByRole('button', { name: 'Operations' });
    if (look.name.startsWith('a phone')) await unfold.click();
    await page.getByLabel('Find an operation').fill('cameras snapshot');
    await page.getByText('1 operation', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'A picture' }).click();
    await page.getByRole('heading', { name: 'A picture' }).waitFor();
    expect(await page.getByLabel('Find an operation').isVisible()).toBe(look.name.startsWith('a desktop'));
    for (const [language, words] of [
      ['TypeScript', "import { connect, ok } from 'umec-client';"],
      ['Python', 'from umec_client import Gateway'],
      ['curl', 'curl --fail-with-body'],
    ] as const) {
      await page.getByRole('button', { name: language }).click();
      expect(await page.getByRole('group', { name: 'Examples' }).textContent()).toContain(words);
    }
    await page.getByLabel('width (query)').fill('320');
    expect(await answered(page)).toBe('200 OK');
    const picture = page.getByRole('img', { name: 'The picture that was answered' });
    expect(await picture.evaluate((canvas) => (canvas as unknown as { width: number }).width)).toBe(320);
    await page.getByText('404 There is nothing at this address.').click();
    await page.getByText('What was wrong with this request and what was expected.').waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('show what is told through WebSockets, and what only some gateways have', async () => {
    await using visit = await opened('', LOOKS[1]);
    const { page } = visit;
    await page.getByRole('link', { name: 'Events' }).first().click();
    await page.getByRole('link', { name: 'What happens, as it happens (WebSocket)' }).waitFor();
    await page.getByText('lines/{lineId}/edge').last().click();
    await page.getByText('"type": "org.umec.gpio.edge.v1"').waitFor();
    await visit.expectAccessible();
    await page.getByRole('link', { name: 'What happens, as it happens (WebSocket)' }).click();
    await page.getByText('What comes until the reader leaves is followed by a program: see the examples.').waitFor();
    await visit.goTo('#Mp1Services_GET');
    await page.getByRole('button', { name: 'TypeScript' }).click();
    expect(await page.getByRole('group', { name: 'Examples' }).textContent()).toContain('gateway.fetch(new Request(');
    visit.expectNoFaults();
  });

  it('send what is typed, as JSON, as a form and with a file, and keep it when it cannot be sent', async () => {
    await using visit = await opened('#Readings_POST', undefined, REFUSED);
    const { page } = visit;
    const body = page.getByLabel('Body (application/json)');
    await body.fill('[{ "measurement": "people", ');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/This is no JSON: /).waitFor();
    expect(await body.inputValue()).toBe('[{ "measurement": "people", ');
    await body.fill('[{ "measurement": "people", "tags": { "gate": "docs" }, "fields": { "count": 4 } }]');
    expect(await answered(page)).toBe('204 No Content');
    expect(await own.gateway.json('/sensors/v1/readings?measurement=people&tag=gate=docs')).toMatchObject([
      { fields: { count: 4 } },
    ]);

    await visit.goTo('#Inferences_POST');
    await page.getByLabel('request (application/json)').fill(JSON.stringify(inference));
    await page.getByLabel('picture (').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: tinyPicture });
    expect(await answered(page)).toBe('200 OK');
    await page.getByText('"serInstanceId"').last().waitFor();

    await visit.goTo('#Plan_PUT');
    await page.getByLabel('Body (').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: tinyPicture });
    expect(await answered(page)).toBe('200 OK');
    expect((await own.gateway.get('/registry/v1/plan')).status).toBe(200);

    await visit.goTo('#Token_POST');
    await page.getByLabel('client_secret').fill(own.gateway.secret ?? '');
    await page.getByLabel('client_id').fill('nobody');
    expect(await answered(page)).toBe('401 Unauthorized');
    await page.getByLabel('client_id').fill('administrator');
    expect(await answered(page)).toBe('200 OK');

    await page.evaluate("fetch('../session', { method: 'DELETE' })");
    await visit.goTo('#Readings_POST');
    expect(await answered(page)).toBe('401 Unauthorized');
    await page.getByText('Nobody is signed in any more.').waitFor();
    expect(await body.inputValue()).toContain('"gate": "docs"');
    visit.expectNoFaults();
  });

  it('show what a specification says as text, whatever that is', async () => {
    await using visit = await Visit.open(own.browser, `${own.gateway.url}/docs/`);
    const { page } = visit;
    const document = await own.gateway.json<{ paths: Record<string, { get: { description: string } }> }>('/openapi/umec.json');
    const tags = document.paths['/sensors/v1/tags'];
    if (tags) tags.get.description = HOSTILE;
    await page.route('**/openapi/umec.json', (route) => route.fulfill({ json: document }));
    await page.reload();
    await visit.goTo('#Tags_GET');
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.getByText('[so](javascript:alert(2))').waitFor();
    expect(
      await page
        .locator('main li')
        .filter({ hasText: /^(one|two)$/ })
        .count(),
    ).toBe(2);
    expect(await page.getByRole('link', { name: 'elsewhere', exact: true }).getAttribute('href')).toBe('https://example.org/a');
    expect(await page.locator('main p code').filter({ hasText: '<b>' }).count()).toBe(1);
    visit.expectNoFaults();
  });

  it('find their way on a phone, with its keyboard, by an address and back', async () => {
    await using visit = await opened('#LineConfiguration_GET', LOOKS[1]);
    const { page } = visit;
    const unfold = page.getByRole('button', { name: 'Operations' });
    const here = page.locator('nav [aria-current=page]');
    await page.getByRole('heading', { name: 'How a line behaves' }).waitFor();
    await unfold.click();
    expect(await here.isVisible()).toBe(true);
    await visit.expectAccessible();
    await here.click();
    expect(await here.isVisible()).toBe(false);

    await unfold.click();
    const find = page.getByLabel('Find an operation');
    await find.fill('plan another picture');
    await find.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Have another picture' }).waitFor();
    expect(await here.getAttribute('href')).toBe('#Plan_PUT');
    expect(await find.isVisible()).toBe(false);
    await page.goBack();
    await page.getByRole('heading', { name: 'How a line behaves' }).waitFor();

    await visit.goTo('#events');
    const link = page.getByRole('link', { name: 'What happens, as it happens (WebSocket)' });
    await link.waitFor();
    await page.evaluate('scrollTo(0, 200)');
    await link.evaluate((one) => (one as unknown as { click: () => void }).click());
    await page.getByRole('heading', { name: 'What happens, as it happens' }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await link.waitFor();
    expect(await page.evaluate('scrollY')).toBe(200);
    visit.expectNoFaults();
  });

  it('come once the gateway answers', async () => {
    await using visit = await Visit.open(own.browser, `${own.gateway.url}/docs/#Tags_GET`, LOOKS[1], /ERR_FAILED/);
    const { page } = visit;
    let isAway = true;
    await page.route('**/openapi/umec.json', (route) => (isAway ? route.abort() : route.continue()));
    await page.reload();
    await page.getByText('The gateway does not answer; trying again …').waitFor();
    isAway = false;
    await page.getByRole('heading', { name: 'Every tag the gateway knows' }).waitFor();
    visit.expectNoFaults();
  });

  it('know when somebody has signed in again in another tab', async () => {
    await using visit = await opened('#Tags_GET', LOOKS[1], REFUSED);
    const { page, context } = visit;
    await page.evaluate("fetch('../session', { method: 'DELETE' })");
    expect(await answered(page)).toBe('401 Unauthorized');
    const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'the panel' }).click()]);
    await tab.getByRole('heading', { name: 'Signed out' }).waitFor();
    await tab.goto(`${own.gateway.url}/#sign-in=${await own.gateway.code()}`);
    await tab.getByRole('status').getByText('live', { exact: true }).waitFor();
    await tab.close();
    // a browser without a window never hides a page
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText('Signed in', { exact: true }).waitFor();
    expect(await answered(page)).toBe('200 OK');
    visit.expectNoFaults();
  });

  it('work below a path of a proxy, and go on when the gateway was away', async () => {
    await using behind = await BehindProxy.start({
      auth: { mode: 'tokens' },
      devices: { radios: {}, cameras: { 'lens-1': { driver: 'simulated' } } },
    });
    await using visit = await Visit.signedIn(own.browser, behind.gateway, {
      below: behind.below,
      tolerated: AWAY,
    });
    const { page } = visit;
    await page.goto(`${behind.below}/docs#CamerasCameraId_GET`);
    await page.getByText('Signed in', { exact: true }).waitFor();
    expect(page.url()).toBe(`${behind.below}/docs/#CamerasCameraId_GET`);
    await page.getByLabel('cameraId (path)').fill('lens-1');
    expect(await answered(page)).toBe('200 OK');
    await behind.gateway.stop();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The gateway could not be reached.').waitFor();
    await behind.again();
    expect(await answered(page)).toBe('200 OK');
    await page.getByRole('link', { name: 'Panel' }).click();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    visit.expectNoFaults();
  });
});

const HOSTILE = `<img src=x onerror=alert(1)> and [so](javascript:alert(2)), [elsewhere](https://example.org/a), \`<b>\`:

- one
- two`;
