import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import * as access from '../../generated/access.js';
import * as camera from '../../generated/camera.js';
import * as gpio from '../../generated/gpio.js';
import * as appSupport from '../../generated/mec011-app-support.js';
import * as serviceManagement from '../../generated/mec011-service-management.js';
import * as mp1Legacy from '../../generated/mp1-legacy.js';
import * as platform from '../../generated/platform.js';
import * as registry from '../../generated/registry.js';
import * as sensors from '../../generated/sensors.js';
import { basePath, operationsOf, scopesOf } from '../../src/http/api.js';
import type { Document } from '../../src/http/document.js';
import { destinations } from '../apis/examples.js';
import { TestGateway } from '../gateway.js';
import { Subscriber } from '../subscriber.js';
import { thingIdOfMac } from '../thing-id-of-mac.js';
import { hear, radios } from '../web/attic.js';
import { type Belongings, Caller, nowhere, plant, registerClients, serviceOf } from './tenants.js';

const SPECIFICATIONS = [access, camera, gpio, appSupport, serviceManagement, mp1Legacy, platform, registry, sensors];
const documents: readonly Document[] = SPECIFICATIONS.map(({ document }) => document);
const scopes = [...new Set(documents.flatMap((document) => scopesOf(document)))];
const gets = documents.flatMap((document) =>
  [...operationsOf(document)]
    .filter(({ method }) => method === 'get')
    .map(({ path, object }) => ({ id: object.operationId, path: basePath(document) + path, object })),
);
const WEB_SOCKETS = new Set(gets.filter(({ object }) => '101' in object.responses).map(({ id }) => id));

/** Of these nobody sees anything who does not look after the whole gateway. */
const OF_THE_WHOLE = new Set(['DestinationsDestinationId_GET', 'Log_GET', 'Plan_GET', 'Rejections_GET', 'Settings_GET']);
/** In everything that the one tenant has, and in nothing that anybody else has. */
const CANARY = 'canary';
const CAMERAS = ['canary', 'lens-2', 'lens-3'];
const LINES = ['canary', 'lamp-2', 'lamp-3'];
/** A tag that comes when all have looked around, and that only the one tenant sees. */
const LATER = 'CA:A1:12:1E:50:00';
/** What an operation cannot do without, beyond the names in its path. */
const QUERIES: Readonly<Record<string, (its: Belongings) => readonly string[]>> = {
  Arrivals_GET: () => ['?limit=1000', '?limit=1000&measurement=people', '?limit=1000&measurement=ruuvi_measurements'],
  Readings_GET: ({ measurement }) => [
    `?measurement=${measurement}`,
    ...['', '&tag=tenant=canary-town', '&tag=gate=canary', '&limit=1'].map((more) => `?measurement=people${more}`),
    '?measurement=ruuvi_measurements&limit=1000',
  ],
};

/** Each API knows its own alone. */
function subscriptionAt(path: string, { availability, termination, edges, motion, conditions }: Belongings): string {
  if (path.startsWith('/camera/')) return motion;
  if (path.startsWith('/gpio/')) return edges;
  if (path.startsWith('/sensors/')) return conditions;
  return path.startsWith('/mec_app_support/') ? termination : availability;
}

/** The ways to ask for what somebody has; a parameter that nobody has thought of fails. */
function addressesOf({ id, path }: (typeof gets)[number], its: Belongings): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    ...its,
    subscriptionId: subscriptionAt(path, its),
    document: 'registry.json',
    deviceId: `camera-${its.cameraId}`,
    destinationId: 'cloud',
    thingId: thingIdOfMac(its.mac),
  };
  const address = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${id}: nobody has said what ${name} is to be`);
    return encodeURIComponent(value);
  });
  return (QUERIES[id]?.(its) ?? ['']).map((query) => address + query);
}

let [gateway, subscriber]: [TestGateway, Subscriber] = [undefined as never, undefined as never];
let callers: Readonly<Record<string, Caller>> = {};
let [theirs, ours]: [Belongings, Belongings] = [nowhere(), nowhere()];
let secretWords: readonly string[] = [];

const as = (name: string): Caller => {
  const caller = callers[name];
  if (!caller) throw new Error(`there is no ${name}`);
  return caller;
};
/** Which of what is nobody else's business stands in a text. */
const leaksIn = (text: string) => secretWords.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

beforeAll(async () => {
  const settings = {
    devices: {
      radios: { town: { driver: 'simulated' }, ...radios },
      cameras: Object.fromEntries(CAMERAS.map((cameraId) => [cameraId, { driver: 'simulated', width: 320, height: 240 }])),
      chips: {
        board: {
          driver: 'simulated',
          lines: Object.fromEntries(LINES.map((lineId, line) => [lineId, { line, direction: 'OUTPUT' }])),
        },
      },
    },
    callbacks: { networks: ['127.0.0.0/8'] },
    mec: { mp1Legacy: true },
    destinations,
  };
  const { dir, macs } = await heard(settings);
  const [first = '', second = ''] = macs;
  const tag = (mac: string) => `tag-${mac.replaceAll(':', '')}`;
  const common = { scopes, appInstanceIds: [] };
  const clients = [
    {
      clientId: 'canary-1',
      name: 'canary',
      tenant: 'canary-town',
      devices: ['camera-canary', 'line-canary', tag(first), tag(LATER)],
      ...common,
    },
    { clientId: 'ours-1', name: 'ours', tenant: 'rail', devices: ['camera-lens-2', 'line-lamp-2', tag(second)], ...common },
    {
      ...{ clientId: 'ours-2', name: 'ours', tenant: 'rail', role: 'admin' as const },
      devices: ['camera-lens-2', 'line-lamp-2', tag(second)],
      appInstanceIds: [],
    },
    { clientId: 'host-1', name: 'host', tenant: 'host', devices: ['camera-lens-3', 'line-lamp-3', tag(second)], ...common },
    {
      ...{ clientId: 'host-2', name: 'host', tenant: 'host', role: 'operator' as const },
      devices: ['camera-lens-3', 'line-lamp-3', tag(second)],
      appInstanceIds: [],
    },
  ];
  const secrets = await registerClients(dir, clients);
  gateway = await TestGateway.start(
    { ...settings, auth: { mode: 'tokens' }, sensors: { names: { [first]: 'canary' } } },
    { dir },
  );
  subscriber = await Subscriber.open();
  const signedIn = await Promise.all(
    [...secrets].map(async ([clientId, secret]) => [clientId, await Caller.signIn(gateway, clientId, secret)] as const),
  );
  callers = Object.fromEntries(signedIn);
  theirs = await plant(as('canary-1'), CANARY, subscriber.url, {
    ...{ mac: first, cameraId: 'canary', lineId: 'canary', clientId: 'canary-1', tenant: 'canary-town' },
  });
  ours = await plant(as('ours-1'), 'rail', subscriber.url, {
    ...{ mac: second, cameraId: 'lens-2', lineId: 'lamp-2', clientId: 'ours-1', tenant: 'rail' },
  });
  const { appInstanceId, serviceId, availability, termination, edges, motion, conditions, leaseId } = theirs;
  secretWords = [
    ...[CANARY, appInstanceId, serviceId, availability, termination, edges, motion, conditions, leaseId],
    ...[first, first.replaceAll(':', ''), thingIdOfMac(first)],
  ];
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await subscriber[Symbol.asyncDispose]();
});

/** A directory in which tags are known, and where they can be heard again. */
async function heard(settings: Record<string, unknown>): Promise<{ dir: string; macs: string[] }> {
  await using before = await TestGateway.start(settings);
  const macs = new Set<string>();
  const stop = new AbortController();
  for await (const { data } of await before.events('sensors/**', stop.signal)) {
    macs.add(String(data.mac));
    if (macs.size === 2) stop.abort();
  }
  return { dir: before.dir, macs: [...macs].sort() };
}

describe('Whoever has something', () => {
  it.each(
    gets.filter(({ id }) => !WEB_SOCKETS.has(id) && !OF_THE_WHOLE.has(id)).map((operation) => [operation.id, operation] as const),
  )('is answered by %s, and so is another tenant', async (_id, operation) => {
    for (const address of addressesOf(operation, ours)) expect((await as('ours-1').look(address)).status).toBe(200);
    for (const address of addressesOf(operation, theirs)) expect((await as('canary-1').look(address)).status).toBe(200);
  });

  it('sees it wherever it can be seen', async () => {
    const found = await Promise.all(
      gets
        .filter(({ id }) => !WEB_SOCKETS.has(id) && id !== 'CameraSnapshot_GET')
        .map(async (operation) => {
          const answers = addressesOf(operation, theirs).map((address) => as('canary-1').look(address));
          const texts = (await Promise.all(answers)).map(({ text }) => text).join();
          return leaksIn(texts).length > 0 ? [operation.id] : [];
        }),
    );
    expect(found.flat().sort()).toEqual(SHOWN);
  });
});

/** Where the one tenant has something to see, so that another could. */
const SHOWN = [
  ...['AppServicesServiceId_GET', 'AppServices_GET', 'AppSubscriptionsSubscriptionId_GET', 'AppSubscriptions_GET'],
  ...['ApplicationsAppInstanceId_GET', 'ApplicationsDnsRule_GET', 'ApplicationsDnsRules_GET', 'ApplicationsSubscription_GET'],
  ...[
    'Arrivals_GET',
    'ApplicationsSubscriptions_GET',
    'ApplicationsTrafficRule_GET',
    'ApplicationsTrafficRules_GET',
    'Applications_GET',
  ],
  ...['Audit_GET', 'CameraRecording_GET', 'CameraRecordings_GET', 'CameraState_GET', 'CamerasCameraId_GET', 'Cameras_GET'],
  ...['DevicesDeviceId_GET', 'Devices_GET', 'LatestReadings_GET'],
  ...['Mp1DnsRule_GET', 'Mp1DnsRules_GET', 'Mp1Services_GET', 'Readings_GET', 'RegistryServices_GET', 'Series_GET'],
  ...['RegistrySubscriptions_GET', 'Registration_GET', 'ServicesServiceId_GET', 'Services_GET', 'Subsystems_GET'],
  ...['EdgeSubscriptionsSubscriptionId_GET', 'EdgeSubscriptions_GET', 'LeasesLeaseId_GET'],
  ...['ConditionSubscriptionsSubscriptionId_GET', 'ConditionSubscriptions_GET'],
  ...['MotionSubscriptionsSubscriptionId_GET', 'MotionSubscriptions_GET'],
  ...['LinesLineId_GET', 'Lines_GET', 'Values_GET'],
  ...['TagLatestReading_GET', 'TagReadings_GET', 'TagsMac_GET', 'Tags_GET'],
  ...['Metrics_GET', 'ThingsThingId_GET', 'Things_GET'],
  ...['ClientsClientId_GET', 'Clients_GET', 'Tenants_GET', 'TenantsTenant_GET', 'Usage_GET'],
].sort();

const OTHERS = ['ours-1', 'ours-2', 'host-1', 'host-2'];

// before anybody has said a name that it cannot know, which then stands among what its own tenant has tried
describe.each(OTHERS)('What %s may ask for', (name) => {
  it.each(gets.filter(({ id }) => !WEB_SOCKETS.has(id)).map((operation) => [operation.id, operation] as const))(
    'has nothing of another tenant: %s',
    async (_id, operation) => {
      for (const address of addressesOf(operation, ours)) expect(leaksIn((await as(name).look(address)).text)).toEqual([]);
    },
  );
});

describe.each(OTHERS)('Of another tenant %s', (name) => {
  it.each(gets.filter(({ id }) => !WEB_SOCKETS.has(id)).map((operation) => [operation.id, operation] as const))(
    'learns by %s not even what there is',
    async (_id, operation) => {
      const made = nowhere();
      const asked = addressesOf(operation, theirs);
      const unknown = addressesOf(operation, made);
      for (const [index, address] of asked.entries()) {
        // a list that takes no name of theirs was looked at above, and moves
        if (address === unknown[index]) continue;
        const answer = await as(name).look(address);
        expect(comparable(answer, theirs)).toEqual(comparable(await as(name).look(unknown[index] ?? ''), made));
      }
    },
  );

  it.each([...WEB_SOCKETS].filter((id) => id !== 'Events_GET' && id !== 'ArrivalsWebsocket_GET'))(
    'opens no WebSocket by %s',
    async (id) => {
      const operation = gets.find((one) => one.id === id);
      if (!operation) throw new Error(id);
      const [address = ''] = addressesOf(operation, theirs);
      const socket = new WebSocket(gateway.url.replace('http', 'ws') + address, { headers: as(name).headers });
      const [error] = (await once(socket, 'error')) as [Error];
      // of a camera that one may not see one is not even told that it is there
      expect(error.message).toContain(id === 'CameraStreamWebsocket_GET' ? '404' : '403');
    },
  );

  it('learns by no name that is taken', async () => {
    const tries = [theirs, nowhere()].map(async (its) => {
      const body = { appName: 'x', appInstanceId: its.appInstanceId };
      const response = await as(name).send('POST', '/registry/v1/applications', body);
      const answer = { status: response.status, text: await response.text() };
      expect(answer.status).toBe(403);
      return comparable(answer, its);
    });
    const [taken, free] = await Promise.all(tries);
    expect(taken).toEqual(free);
  });
});

/** An answer without the names that the question had, and what is made of them. */
function comparable({ status, text }: { readonly status: number; readonly text: string }, its: Belongings) {
  const names = [...Object.values({ ...its }), its.mac.replaceAll(':', ''), thingIdOfMac(its.mac)].sort(
    (a, b) => b.length - a.length,
  );
  const anonymous = names.reduce((shown, name) => shown.replaceAll(encodeURIComponent(name), '*').replaceAll(name, '*'), text);
  return { status, text: anonymous.replace(/"(etag|content-length)":"(\\.|[^"])*",?/g, '') };
}

describe('Points that applications add', () => {
  it('are written and overwritten by their own tenant alone', async () => {
    const point = { measurement: 'shared', tags: { gate: 'north' }, time: '2026-01-01T00:00:00Z', fields: { count: 1 } };
    for (const [count, name] of ['canary-1', 'ours-1', 'host-1'].entries())
      await as(name).send('POST', '/sensors/v1/readings', [{ ...point, fields: { count } }]);
    const seen = async (name: string) =>
      JSON.parse(bodyOf(await as(name).look('/sensors/v1/readings?measurement=shared'))) as unknown;
    for (const [count, name] of ['canary-1', 'ours-1', 'host-1'].entries())
      expect(await seen(name)).toEqual([{ ...point, time: '2026-01-01T00:00:00.000Z', fields: { count } }]);
    expect(await gateway.json('/sensors/v1/readings?measurement=shared')).toMatchObject([
      { tags: { gate: 'north', tenant: 'canary-town' } },
      { tags: { gate: 'north', tenant: 'rail' } },
      { tags: { gate: 'north' } },
    ]);
  });

  it('say for nobody whose they are', async () => {
    const forged = [{ measurement: 'people', tags: { tenant: 'canary-town' }, fields: { count: 1 } }];
    for (const name of ['ours-1', 'host-1']) {
      const response = await as(name).send('POST', '/sensors/v1/readings', forged);
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ detail: expect.stringContaining('tags.tenant') }),
      ]);
    }
  });
});

function bodyOf({ text }: { readonly text: string }): string {
  return text.slice(text.indexOf('\n') + 1);
}

describe('What happens', () => {
  it('is told only to those who may see it, as event and as notification', async () => {
    const others = await Promise.all(['ours-1', 'host-1'].map((name) => listen(as(name))));
    const them = await listen(as('canary-1'));
    await hear(gateway, LATER, { temperature: 21.5 });
    const service = `/mec_service_mgmt/v1/applications/${theirs.appInstanceId}/services`;
    const another = await as('canary-1').make(service, serviceOf(`${CANARY}-2`));
    await as('canary-1').send('PUT', `${service}/${another}`, { ...serviceOf(`${CANARY}-3`), state: 'INACTIVE' });
    await as('canary-1').send('DELETE', `/registry/v1/applications/${theirs.appInstanceId}`);
    await as('canary-1').send('POST', '/mp1/v1/services', serviceOf(`${CANARY}-4`));
    await as('ours-1').make(`/mec_service_mgmt/v1/applications/${ours.appInstanceId}/services`, serviceOf('the-last'));
    await others[0]?.until('service-the-last');
    await them.until(`service-${CANARY}-4`);
    // a tag that the other tenants do not share is heard all the time
    await them.until(theirs.mac);
    expect(them.messages.join()).toContain(`tags/${LATER}/presence`);
    expect(others.flatMap(({ messages }) => messages).join()).not.toContain(LATER);
    for (const { messages } of others) expect(messages.flatMap(leaksIn)).toEqual([]);
    // nothing else has come before to the subscriber of ours
    for (;;) {
      const { path, body } = await subscriber.next();
      if (path === `/${CANARY}`) continue;
      expect([path, leaksIn(JSON.stringify(body))]).toEqual(['/rail', []]);
      if (JSON.stringify(body).includes('service-the-last')) break;
    }
  });
});

/** Follows all events. */
async function listen(caller: Caller) {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/events/v1`, { headers: caller.headers });
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  await once(socket, 'open');
  const until = async (word: string) => {
    while (!messages.some((message) => message.includes(word))) await once(socket, 'message');
  };
  return { messages, until };
}
