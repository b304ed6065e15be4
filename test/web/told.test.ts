import { beforeAll, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { until } from '../until.js';
import { atticOnly, hear, YARD } from './attic.js';
import { EventLine } from './event-line.js';
import type { Visit } from './harness.js';
import { holdBack } from './held-back.js';
import { atGateway } from './in-browser.js';

const GUEST = 'C0:00:00:00:00:02';
const PASSER = 'C0:00:00:00:00:03';
const LATER = 'C0:00:00:00:00:04';
const LEAVING = 'C0:00:00:00:00:05';
const COMING = 'C0:00:00:00:00:06';
const idOf = (mac: string): string => `tag-${mac.replaceAll(':', '')}`;

/** As long as nobody sees a page, it is not drawn. These run in the page. */
const HIDE = `(() => {
  const draw = requestAnimationFrame;
  const undrawn = [];
  globalThis.requestAnimationFrame = (drawn) => undrawn.push(drawn);
  globalThis.show = () => {
    globalThis.requestAnimationFrame = draw;
    for (const drawn of undrawn) drawn(0);
  };
})()`;
const SHOW = 'show()';
const DRAWN = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))';

interface Listening extends AsyncDisposable {
  readonly visit: Visit;
  readonly page: Page;
  readonly line: EventLine;
}

atGateway('What the panel is told', atticOnly, (own) => {
  beforeAll(() => hear(own.gateway, YARD, { temperature: 20 }), 60_000);

  /** Live, by a line that is in the test's hands. */
  async function listening(role: string): Promise<Listening> {
    const visit = await own.visit({ role });
    const { page } = visit;
    const line = await EventLine.to(page);
    await page.reload();
    await isLive(page);
    return { visit, page, line, [Symbol.asyncDispose]: () => visit[Symbol.asyncDispose]() };
  }

  const ignore = async (mac: string) => {
    const configuration = `/registry/v1/devices/${idOf(mac)}/configuration`;
    expect((await own.gateway.send('PUT', configuration, { adoption: 'IGNORED' })).ok).toBe(true);
  };

  it('of a tag before somebody ignores it does not bring it back', async () => {
    await hear(own.gateway, GUEST, { temperature: 20 });
    await using listener = await listening('viewer');
    const { page, line } = listener;
    const guest = page.getByRole('article', { name: GUEST });
    await guest.getByText('20.00 °C').waitFor();
    await page.evaluate(HIDE);
    const told = Promise.all(['"temperature":21', '"changeType":"REMOVED"', '"temperature":22'].map((one) => line.told(one)));
    await hear(own.gateway, GUEST, { temperature: 21 });
    await ignore(GUEST);
    await hear(own.gateway, YARD, { temperature: 22 });
    await told;
    await page.evaluate(SHOW);
    await page.getByRole('article', { name: YARD }).getByText('22.00 °C').waitFor();
    expect(await guest.count()).toBe(0);
    listener.visit.expectNoFaults();
  });

  it('of tags that come and go holds, although an answer says otherwise that was given before', async () => {
    await hear(own.gateway, LEAVING, { temperature: 20 });
    await using listener = await listening('viewer');
    const { page, line } = listener;
    const tileOf = (mac: string) => page.getByRole('article', { name: mac });
    const tags = await holdBack(page, 'GET', '**/sensors/v1/tags');
    await page.reload();
    await tags.done;
    await isLive(page);
    const told = line.told('"changeType":"REMOVED"');
    await ignore(LEAVING);
    await told;
    await hear(own.gateway, COMING, { temperature: 20 });
    await tileOf(COMING).waitFor();
    await tags.letGo();
    await tileOf(YARD).waitFor();
    expect(await tileOf(COMING).count()).toBe(1);
    expect(await tileOf(LEAVING).count()).toBe(0);
    listener.visit.expectNoFaults();
  });

  it('before it was cut off is not shown over what was answered since', async () => {
    await using listener = await listening('viewer');
    const { page, line } = listener;
    const yard = page.getByRole('article', { name: YARD });
    await yard.waitFor();
    await page.evaluate(HIDE);
    const told = line.told('"temperature":23');
    await hear(own.gateway, YARD, { temperature: 23 });
    await told;
    await line.cut();
    await page.getByRole('status').getByText('the gateway does not answer').waitFor();
    await hear(own.gateway, YARD, { temperature: 24 });
    await isLive(page);
    await yard.getByText('24.00 °C').waitFor();
    await page.evaluate(SHOW);
    await page.evaluate(DRAWN);
    expect(await yard.innerText()).toContain('24.00 °C');
    listener.visit.expectNoFaults();
  });

  it('of a tag that is new shows it by itself, also while the gateway is still being asked which there are', async () => {
    await using listener = await listening('operator');
    const { page, line, visit } = listener;
    const isNew = (mac: string) =>
      page
        .getByRole('region', { name: 'New' })
        .getByRole('link', { name: `Set up ${mac}` })
        .waitFor();
    const devices = await holdBack(page, 'GET', '**/registry/v1/devices');
    await visit.goTo('#/sensors');
    await devices.done;
    const told = line.told(idOf(PASSER));
    await hear(own.gateway, PASSER, { temperature: 5 });
    await told;
    await devices.letGo();
    await isNew(PASSER);
    await hear(own.gateway, LATER, { temperature: 5 });
    await isNew(LATER);
    visit.expectNoFaults();
  });

  it('of services that come and go has it ask for them one time after the other', async () => {
    await using listener = await listening('viewer');
    const { page, line } = listener;
    await page.getByRole('region', { name: 'Services' }).getByText('umec-sensors').waitFor();
    const asked: Route[] = [];
    await page.route('**/registry/v1/services', (route) => void asked.push(route));
    /** Cameras are asked for with them, and answered. */
    const change = async () => {
      const cameras = page.waitForResponse('**/camera/v1/cameras');
      line.tell('org.umec.services.state.v1', {});
      await cameras;
    };
    for (let times = 0; times < 3; times++) await change();
    expect(asked).toHaveLength(1);
    await asked[0]?.continue();
    await until(() => Promise.resolve(asked.length > 1), 20);
    const answered = page.waitForResponse('**/registry/v1/services');
    await asked[1]?.continue();
    await answered;
    await change();
    await until(() => Promise.resolve(asked.length > 2), 20);
    expect(asked).toHaveLength(3);
    listener.visit.expectNoFaults();
  });
});

const isLive = (page: Page) => page.getByRole('status').getByText('live', { exact: true }).waitFor();
