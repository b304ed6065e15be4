import { afterEach, describe, expect, it } from '@jest/globals';
import type { ServiceInfo } from '../../src/registry/service.js';
import { systemClock } from '../../src/clock.js';
import { openOutgoing } from '../../src/outgoing/open.js';
import { Street } from '../../src/street/street.js';
import { TestGateway } from '../gateway.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { openPlatform, OWN, serviceRequest } from '../registry/platform.js';
import { until } from '../until.js';
import { BEAT, CREATE, except, HostileRegistry, json, LIST, type Reply, service } from './hostile-registry.js';

const REGISTER = 'POST /mec_app_support/v1/registrations';
const READY = 'POST /mec_app_support/v1/applications/app-1/confirm_ready';

/** In the order of their making; undone in the reverse one. */
const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]();
});

const own = (serName: string, changes: Partial<ServiceInfo> = {}): ServiceInfo => ({
  ...serviceRequest({ serName, ...changes }),
  serInstanceId: `own-${serName}`,
});

interface Options {
  readonly clock?: ManualClock | typeof systemClock;
  readonly state?: FakeState;
  readonly offered?: readonly ServiceInfo[];
  readonly url?: string;
}

/** The street of a gateway that offers these services, running until the test has ended. */
async function join(registry: string, { clock = new ManualClock(), state = new FakeState(), offered, url }: Options = {}) {
  const { bus, services } = await openPlatform();
  await services.offer(OWN, offered ?? [own('umec-events')]);
  const gateway = { id: OWN, url: url ?? 'http://192.0.2.1:8080' };
  const { configured: outgoing } = openOutgoing([], () => false, clock);
  const parts = { state, bus, services, clock, random: () => 1, gateway, outgoing };
  const street = new Street({ ...parts, registry, livenessIntervalS: 6 });
  const stopping = new AbortController();
  const ended = street.run(stopping.signal);
  const leave = async () => {
    stopping.abort();
    await ended;
  };
  open.push({ [Symbol.asyncDispose]: leave });
  return { street, clock, state, services, leave };
}

async function hostile(reply?: Reply): Promise<HostileRegistry> {
  const registry = await HostileRegistry.start(reply);
  open.push(registry);
  return registry;
}

async function gatewayThere(settings: Record<string, object> = {}): Promise<TestGateway> {
  const gateway = await TestGateway.start({ devices: {}, ...settings });
  open.push(gateway);
  return gateway;
}

const isActive = (street: Street) => until(async () => street.health.value.state === 'ACTIVE');
const hasFailed = (street: Street, times: number) => until(async () => street.counters.failures === times);
const count = (registry: HostileRegistry, question: string) => registry.questions.filter((one) => one === question).length;

interface Found {
  readonly serInstanceId: string;
  readonly serName: string;
  readonly state: string;
  readonly version: string;
  readonly livenessInterval: number;
}
async function listed(there: TestGateway): Promise<readonly Found[]> {
  const [application] = await there.json<{ appInstanceId: string }[]>('/registry/v1/applications');
  return there.json(`/mec_service_mgmt/v1/applications/${application?.appInstanceId}/services`);
}
const addressOf = async (there: TestGateway, serName: string): Promise<string> => {
  const [application] = await there.json<{ appInstanceId: string }[]>('/registry/v1/applications');
  const found = (await listed(there)).find((one) => one.serName === serName);
  return `/mec_service_mgmt/v1/applications/${application?.appInstanceId}/services/${found?.serInstanceId}`;
};

describe('A street at the registry of another gateway', () => {
  it('follows what happens here: added, changed, suspended and gone', async () => {
    const there = await gatewayThere();
    const { services, street } = await join(there.url, { clock: systemClock, offered: [own('a'), own('b')] });
    await isActive(street);
    expect((await listed(there)).map(({ serName }) => serName)).toEqual(['a', 'b']);
    await services.offer(OWN, [own('b', { version: '2.0', state: 'SUSPENDED' }), own('c')]);
    await until(async () => street.counters.removed === 1 && street.counters.created === 3);
    const states = (await listed(there)).map(({ serName, state, version }) => [serName, state, version]);
    expect(states).toEqual([
      ['b', 'INACTIVE', '2.0'],
      ['c', 'ACTIVE', '1.0'],
    ]);
    expect(street.counters).toMatchObject({ registrations: 1, replaced: 1, failures: 0 });
  });

  it('is told of what others do to its services by its next sign of life, and puts it right', async () => {
    const there = await gatewayThere({ mec: { liveness: { intervalS: 1, maxIntervalS: 1 } } });
    const { street } = await join(there.url, { clock: systemClock, offered: [own('a'), own('b')] });
    await isActive(street);
    await there.get(await addressOf(there, 'a'), { method: 'DELETE' });
    await until(async () => street.counters.created === 3);
    await there.send('PUT', await addressOf(there, 'b'), { ...serviceRequest({ serName: 'b', state: 'INACTIVE' }) });
    await until(async () => street.counters.replaced === 1);
    expect((await listed(there)).map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE']);
  });

  it('takes the interval that the platform chooses, and does not argue', async () => {
    const there = await gatewayThere({ mec: { liveness: { minIntervalS: 30 } } });
    const { street, services } = await join(there.url, { clock: systemClock });
    await isActive(street);
    expect(await listed(there)).toMatchObject([{ livenessInterval: 30 }]);
    await services.offer(OWN, [own('umec-events'), own('b')]);
    await until(async () => street.counters.created === 2);
    expect(street.counters.replaced).toBe(0);
  });

  it('is the same application after a restart, and says so when its address is another', async () => {
    const there = await gatewayThere();
    const state = new FakeState();
    const first = await join(there.url, { clock: systemClock, state });
    await isActive(first.street);
    const before = await listed(there);
    await first.leave();
    expect(await listed(there)).toEqual(before);
    const url = 'http://192.0.2.2:8080';
    const second = await join(there.url, { clock: systemClock, state, url });
    await isActive(second.street);
    expect((await listed(there)).map(({ serInstanceId }) => serInstanceId)).toEqual(
      before.map(({ serInstanceId }) => serInstanceId),
    );
    const [application, ...others] = await there.json<{ appInstanceId: string }[]>('/registry/v1/applications');
    expect(others).toEqual([]);
    expect(await there.json(`/mec_app_support/v1/registrations/${application?.appInstanceId}`)).toMatchObject({
      endpoint: { uris: [url] },
    });
    expect(second.street.counters).toMatchObject({ registrations: 0, created: 0 });
  });

  it('has confirmed that it is ready before it offers anything, where that is asked for', async () => {
    const there = await gatewayThere({ mec: { requireReady: true } });
    const { street } = await join(there.url, { clock: systemClock });
    await isActive(street);
    expect(await listed(there)).toHaveLength(1);
  });

  it('goes on with the others when one service is refused, and says which', async () => {
    const there = await gatewayThere();
    const large = { ...own('b'), serCategory: { href: '/x', id: '', name: 'n', version: '1' } };
    const { street } = await join(there.url, { clock: systemClock, offered: [own('a'), large, own('c')] });
    await until(async () => street.counters.created === 2 && street.health.value.reason?.startsWith('b:') === true);
    expect(street.health.value.reason).toContain('b: the registry answers 400: ');
    await until(async () => street.counters.heartbeats >= 2);
    expect(street.counters.failures).toBe(0);
  });
});

describe('A street whose registry fails', () => {
  it('tries again after growing pauses up to half a minute, and is ACTIVE when it is well again', async () => {
    const registry = await hostile(except({ [LIST]: (_question, response) => json(response, 503, { detail: 'not yet' }) }));
    const { street, clock } = await join(registry.url);
    for (const [failures, pauseMs] of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].entries()) {
      await hasFailed(street, failures + 1);
      expect(street.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringContaining('answers 503: not yet') });
      await (clock as ManualClock).advance(pauseMs - 1);
      expect(count(registry, LIST)).toBe(failures + 1);
      await (clock as ManualClock).advance(1);
    }
    await hasFailed(street, 8);
    registry.reply = except({});
    await (clock as ManualClock).advance(30_000);
    await isActive(street);
    expect([count(registry, REGISTER), count(registry, READY)]).toEqual([1, 1]);
  });

  it('leaves it alone for as long as it asks', async () => {
    const busy: Reply = (_question, response) => json(response, 429, { detail: 'busy' }, { 'Retry-After': '100' });
    const registry = await hostile(except({ [LIST]: busy }));
    const { street, clock } = await join(registry.url);
    await hasFailed(street, 1);
    await (clock as ManualClock).advance(99_999);
    expect(count(registry, LIST)).toBe(1);
    await (clock as ManualClock).advance(1);
    await hasFailed(street, 2);
  });

  it('gives up what is not answered within five seconds', async () => {
    const registry = await hostile(except({ [LIST]: () => undefined }));
    const { street, clock } = await join(registry.url);
    await until(async () => count(registry, LIST) === 1);
    await (clock as ManualClock).advance(5_000);
    await hasFailed(street, 1);
    expect(street.health.value.reason).toContain('did not answer within 5 s');
  });

  const redirect: Reply = (_question, response) => response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end();
  const endless: Reply = (_question, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  it.each<[string, Reply, string]>([
    ['redirects', redirect, 'redirects are not followed'],
    ['never ends', endless, 'does not end'],
    ['is no JSON', (_question, response) => response.end('<html>'), 'not what the standard says'],
    ['is no list', (_question, response) => json(response, 200, {}), 'not what the standard says'],
    ['lists what has no name', (_question, response) => json(response, 200, [{}]), 'not what the standard says'],
    ['breaks off', (_question, response) => response.destroy(), 'cannot be reached'],
    [
      'shouts',
      (_question, response) => json(response, 400, { detail: `\u001b[31m${'x'.repeat(9_000)}` }),
      'answers 400: ?[31mxxx',
    ],
  ])('survives an answer that %s', async (_what, reply, words) => {
    const registry = await hostile(except({ [LIST]: reply }));
    const { street } = await join(registry.url);
    await hasFailed(street, 1);
    expect(street.health.value.reason).toContain(words);
    expect(street.health.value.reason?.length).toBeLessThan(500);
  });

  it('does not take a 404 of a proxy for that of the registry', async () => {
    const proxy: Reply = (_question, response) => response.writeHead(404, { 'Content-Type': 'text/html' }).end('not here');
    const registry = await hostile();
    const { street, clock } = await join(registry.url);
    await isActive(street);
    registry.reply = (question, ...rest) => (question === REGISTER ? except({}) : proxy)(question, ...rest);
    await (clock as ManualClock).advance(2_000);
    for (const [failures, pauseMs] of [1_000, 2_000, 4_000].entries()) {
      await hasFailed(street, failures + 1);
      await (clock as ManualClock).advance(pauseMs);
    }
    expect(count(registry, REGISTER)).toBe(1);
  });

  it('registers anew only when the registry has forgotten the registration too', async () => {
    const gone: Reply = (_question, response) => json(response, 404, { detail: 'nobody' });
    const registry = await hostile(except({ [LIST]: gone }));
    const { street, clock } = await join(registry.url);
    await hasFailed(street, 1);
    expect(count(registry, REGISTER)).toBe(1);
    registry.reply = except({ [LIST]: gone, 'GET /mec_app_support/v1/registrations/app-1': gone });
    await (clock as ManualClock).advance(1_000);
    await hasFailed(street, 2);
    expect(count(registry, REGISTER)).toBe(2);
  });

  it('sends signs of life to the registry only, wherever the registry would have them', async () => {
    const elsewhere = await hostile();
    const away = service({ _links: { liveness: { href: `${elsewhere.url}/beat` } } });
    const registry = await hostile(except({ [CREATE]: (_question, response) => json(response, 201, away) }));
    const { street } = await join(registry.url);
    await until(async () => street.health.value.reason?.includes('not its own') === true);
    expect(elsewhere.questions).toEqual([]);
  });

  it('says that it lives three times per interval, and pauses longer each time that this is in vain', async () => {
    const registry = await hostile();
    const { street, clock } = await join(registry.url);
    await isActive(street);
    expect(count(registry, BEAT)).toBe(1);
    await (clock as ManualClock).advance(1_999);
    expect(count(registry, BEAT)).toBe(1);
    await (clock as ManualClock).advance(1);
    await until(async () => street.counters.heartbeats === 2);
    registry.reply = except({ [BEAT]: (_question, response) => json(response, 404, { detail: 'nothing' }) });
    await (clock as ManualClock).advance(2_000);
    for (const [failures, pauseMs] of [1_000, 2_000, 4_000].entries()) {
      await hasFailed(street, failures + 1);
      await (clock as ManualClock).advance(pauseMs - 1);
      expect(count(registry, BEAT)).toBe(3 + failures);
      await (clock as ManualClock).advance(1);
    }
  });

  it('says nothing of life for what is SUSPENDED here', async () => {
    const registry = await hostile(
      except({ [CREATE]: (_question, response) => json(response, 201, service({ state: 'ACTIVE' })) }),
    );
    const { street, clock } = await join(registry.url, { offered: [own('umec-events', { state: 'SUSPENDED' })] });
    await isActive(street);
    await (clock as ManualClock).advance(10_000);
    expect(count(registry, BEAT)).toBe(0);
  });

  it('does not lose who it is when that cannot be kept', async () => {
    const registry = await hostile();
    const state = new FakeState();
    state.failing = true;
    const { street, clock } = await join(registry.url, { state });
    await hasFailed(street, 1);
    expect(street.health.value.reason).toBe('the disk is full');
    state.failing = false;
    await (clock as ManualClock).advance(1_000);
    await isActive(street);
    expect(count(registry, REGISTER)).toBe(1);
    expect(await state.load('street')).toEqual(
      new Map([[registry.url, { appInstanceId: 'app-1', url: 'http://192.0.2.1:8080', isReady: true }]]),
    );
  });

  it('ends at once, also in the middle of a question', async () => {
    const registry = await hostile(except({ [LIST]: () => undefined }));
    const { street, leave } = await join(registry.url);
    await until(async () => count(registry, LIST) === 1);
    await leave();
    expect(street.counters.failures).toBe(0);
  });
});
