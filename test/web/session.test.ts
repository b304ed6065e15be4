import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { askDoor } from '../../src/control/ask-door.js';
import { ROOT } from '../docs/blocks.js';
import { TestGateway } from '../gateway.js';
import { faultsOf, refused, shownPicture } from './harness.js';
import { atGateway } from './in-browser.js';

/** All places where a page can keep something that its scripts can read. */
const KEPT = `(async () => ({
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  cookie: document.cookie,
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
  globals: Object.keys(globalThis).filter((name) => /token|secret/i.test(name)),
}))()`;
const HOSTILE = `<!doctype html><title>hostile</title><script>${readFileSync(join(ROOT, 'test/fixtures/hostile-page.js'), 'utf8')}</script>`;

/** What a browser says when a session ends while a camera is shown: its stream is cut off, and what is just being asked for is refused. */
const ENDED = /net::ERR_INCOMPLETE_CHUNKED_ENCODING at \S+\/stream$|status of 401 /;
const either = (...some: readonly RegExp[]): RegExp => new RegExp(some.map(({ source }) => source).join('|'));

const lens = { driver: 'simulated' };
const devices = { radios: { town: { driver: 'simulated' } }, cameras: { 'lens-1': lens } };

const settings = { auth: { mode: 'tokens' }, devices };

atGateway('Who looks at the panel', settings, (own) => {
  /** Pages of somebody else. */
  let hostile: Server;
  beforeAll(async () => {
    hostile = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(HOSTILE));
    // all of 127/8 is this machine
    hostile.listen(0, '0.0.0.0');
    await once(hostile, 'listening');
  }, 60_000);
  afterAll(() => void hostile.close());

  const linkTo = async (gateway: TestGateway) => `${gateway.url}/#sign-in=${await gateway.code()}`;

  const faults: (readonly string[])[] = [];
  afterEach(() => expect(faults.splice(0).flat()).toEqual([]));

  /** A page of which is known what goes wrong. @param tolerated what the console may say of what a test does to it */
  async function watched(context: BrowserContext, tolerated?: RegExp, { url } = own.gateway): Promise<Page> {
    const page = await context.newPage();
    faults.push(faultsOf(page, new URL(url), tolerated));
    return page;
  }

  /** A page that is signed in and shows what happens. */
  async function signedIn(context: BrowserContext, tolerated?: RegExp, gateway = own.gateway): Promise<Page> {
    const page = await watched(context, tolerated, gateway);
    await page.goto(await linkTo(gateway));
    await page.getByText('live', { exact: true }).waitFor();
    return page;
  }

  it('stays signed in when it is loaded again, and keeps no token where a script could find it', async () => {
    await using context = await own.browser.newContext();
    const page = await signedIn(context);
    await page.reload();
    await page.getByText('live', { exact: true }).waitFor();
    const kept = await page.evaluate(KEPT);
    expect(kept).toEqual({ local: [], session: [], cookie: '', databases: [], caches: [], globals: [] });
    const cookies = await context.cookies(`${own.gateway.url}/session`);
    expect(cookies).toEqual([
      expect.objectContaining({ name: 'umec-session', path: '/session', httpOnly: true, sameSite: 'Strict' }),
    ]);
  });

  it('asks for another token when its own has ended', async () => {
    await using context = await own.browser.newContext();
    let isRefused = false;
    await context.route('**/camera/v1/cameras', async (route) => {
      if (isRefused) return route.continue();
      isRefused = true;
      return route.fulfill({ status: 401, body: '{}' });
    });
    const page = await signedIn(context, refused(401, '/camera/v1/cameras'));
    await page.waitForFunction(shownPicture);
    expect(isRefused).toBe(true);
  });

  it('asks again for what a gateway with too much to do does not tell, and whether anybody needs to sign in', async () => {
    await using another = await TestGateway.start({ devices });
    await using context = await own.browser.newContext();
    const paths = ['/session', '/camera/v1/cameras', '/registry/v1/services'];
    const busy = new Set(paths);
    await context.route('**/*', async (route) =>
      busy.delete(new URL(route.request().url()).pathname) ? route.fulfill({ status: 503, body: '{}' }) : route.continue(),
    );
    const page = await watched(context, refused(503, `(${paths.join('|')})`), another);
    await page.goto(another.url);
    await page.waitForFunction(shownPicture);
    await page.getByRole('row').first().waitFor();
    expect([...busy]).toEqual([]);
  });

  it('says of a camera that gives no picture why', async () => {
    const cameras = { 'lens-1': lens, yard: { driver: 'v4l2', device: '/dev/video99' } };
    await using another = await TestGateway.start({ devices: { cameras } });
    await using context = await own.browser.newContext();
    const page = await watched(context, undefined, another);
    await page.goto(another.url);
    const said = page.locator('figcaption', { hasText: 'yard' });
    await said.waitFor();
    expect(await said.innerText()).toContain('no camera at /dev/video99');
    expect(await page.locator('figcaption', { hasText: 'lens-1' }).innerText()).toBe('lens-1');
  });

  it('is signed in to by no link twice, and says what to do', async () => {
    const once = await linkTo(own.gateway);
    await using first = await own.browser.newContext();
    const page = await watched(first);
    await page.goto(once);
    await page.getByText('live', { exact: true }).waitFor();
    await using second = await own.browser.newContext();
    const other = await watched(second, refused(401, '/session'));
    await other.goto(once);
    await other.getByRole('heading', { name: 'Signed out' }).waitFor();
    expect(await other.locator('main:visible').innerText()).toContain('umec link');
    expect(await other.locator('time').count()).toBe(0);
    // and by one in the page that is open already
    await other.goto(await linkTo(own.gateway));
    await other.getByText('live', { exact: true }).waitFor();
  });

  it('is signed out by its button, for good', async () => {
    await using context = await own.browser.newContext();
    const page = await signedIn(context, ENDED);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    expect(await page.locator('time').count()).toBe(0);
    expect(await context.cookies(`${own.gateway.url}/session`)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
  });

  const answering = (status: number, more = '') => ({
    how: `with ${status}${more}`,
    answer: (route: Route) => route.fulfill({ status, body: '{}' }),
    said: refused(status, '/session'),
  });
  const overloaded = answering(503);
  const silent = { how: 'nothing', answer: (route: Route) => route.abort(), said: /net::ERR_FAILED at \/session$/ };

  it.each([
    overloaded,
    silent,
    answering(429),
    answering(504, ', of a proxy'),
    answering(502, ', as a proxy before one that is being started'),
  ])('is signed in by the same link as soon as the gateway answers, where it answers $how', async ({ answer, said }) => {
    await using context = await own.browser.newContext();
    let isAway = true;
    await context.route('**/session', (route) => (isAway ? answer(route) : route.fallback()));
    const page = await watched(context, said);
    const asked = page.waitForRequest('**/session');
    await page.goto(await linkTo(own.gateway));
    await asked;
    await page.getByText('the gateway does not answer').waitFor();
    // whoever looks over one's shoulder finds nothing in the address
    expect(page.url()).toBe(`${own.gateway.url}/`);
    isAway = false;
    await page.getByText('live', { exact: true }).waitFor();
  });

  it.each([overloaded, silent])(
    'is told that it is still signed in when it wants to leave and the gateway answers $how',
    async ({ answer, said }) => {
      await using another = await TestGateway.start({ auth: { mode: 'tokens' }, devices });
      await using context = await own.browser.newContext();
      const page = await signedIn(context, either(said, ENDED), another);
      await page.evaluate(`location.hash = '#/settings'`);
      const field = page.getByLabel('What umec.yaml is to be');
      await field.fill('log: {}');
      await context.route('**/session', (route) => (route.request().method() === 'DELETE' ? answer(route) : route.fallback()));
      await page.getByRole('button', { name: 'Sign out' }).click();
      const told = page.getByRole('alert').getByText('you are still signed in');
      await told.waitFor();
      expect(await field.inputValue()).toBe('log: {}');
      await page.reload();
      await page.getByText('live', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await told.waitFor();
      await context.unroute('**/session');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Signed out' }).waitFor();
      expect(await told.count()).toBe(0);
    },
  );

  it('is not told that it is signed in when the owner has ended that meanwhile', async () => {
    await using another = await TestGateway.start({ auth: { mode: 'tokens' }, devices });
    await using context = await own.browser.newContext();
    const page = await signedIn(context, either(silent.said, ENDED), another);
    await context.route('**/session', (route) => route.abort());
    await page.getByRole('button', { name: 'Sign out' }).click();
    const told = page.getByRole('alert').getByText('you are still signed in');
    await told.waitFor();
    await askDoor(another.dir, 'sign-out-all');
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    expect(await told.count()).toBe(0);
  });

  describe.each(['127.0.0.1', '127.0.0.3', 'localhost'])('A hostile page at %s', (host) => {
    /** Everything that a page can try on somebody who is signed in, and what came of it. */
    it('opens nothing, reads nothing and changes nothing', async () => {
      await using context = await own.browser.newContext();
      await signedIn(context);
      const applications = await own.gateway.json<unknown[]>('/registry/v1/applications');
      const page = await context.newPage();
      const { port } = hostile.address() as AddressInfo;
      await page.goto(`http://${host}:${port}/`);
      const asked: string[] = [];
      page.on('response', (response) =>
        asked.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`),
      );
      const came = await page.evaluate(`attempts(${JSON.stringify(own.gateway.url)})`);
      expect(came).toEqual({ webSocket: 'closed', read: [], image: 'error', script: 'error' });
      // a form leads to the page that answers it
      const answer = page.waitForResponse((response) => response.url() === `${own.gateway.url}/session/token`);
      await page.evaluate(`submitForm(${JSON.stringify(own.gateway.url)})`);
      expect([401, 403, 415]).toContain((await answer).status());
      expect(asked.filter((line) => line.startsWith('2') && !line.includes('OPTIONS'))).toEqual([]);
      expect(await own.gateway.json('/registry/v1/applications')).toEqual(applications);
    });
  });
});
