/**
 * The life of an application at a µMEC gateway: it reads what tags measure, takes a picture, switches a pin, offers a service of its own,
 * hears of others, and ends when it is asked to. Each step is a line of JSON on stdout.
 *
 *   UMEC_URL=http://127.0.0.1:8080 UMEC_CLIENT_ID=… UMEC_CLIENT_SECRET=… STORY_DIR=. npm start
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  arrivals,
  ClientCredentials,
  connect,
  ok,
  pages,
  Problem,
  type Answer,
  type ArrivalEvent,
  type ServiceInfoRequest,
} from 'umec-client';
import { CuttableWebSocket } from './cuttable-web-socket.js';
import { jpegWidth } from './jpeg-width.js';
import { listen } from './listen.js';
import { Told } from './told.js';

const SERVICE_NAME = 'story-typescript';

const url = required('UMEC_URL');
const scope = process.env.UMEC_SCOPE;

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

function tell(step: string, more: object): void {
  process.stdout.write(`${JSON.stringify({ step, ...more })}\n`);
}

// Tokens are asked for when they are needed, and again before they end.
const tokens = new ClientCredentials({
  url,
  clientId: required('UMEC_CLIENT_ID'),
  clientSecret: required('UMEC_CLIENT_SECRET'),
  ...(scope !== undefined && { scope }),
});
tell('token', { expiresIn: (await tokens.response()).expires_in });
const gateway = connect({ url, token: tokens, WebSocket: CuttableWebSocket });
const { api } = gateway;

// The registry knows where the sensors are. Anybody may offer a service by that name: the token is for the gateway alone.
const { data: found } = await ok(api.GET('/mec_service_mgmt/v1/services', { params: { query: { ser_name: ['umec-sensors'] } } }));
const { origin } = new URL(url);
const uris = found.flatMap(({ transportInfo: { endpoint } = {} }) =>
  endpoint && 'uris' in endpoint ? (endpoint.uris ?? []) : [],
);
const uri = uris.find((one) => new URL(one).origin === origin);
if (uri === undefined) throw new Error(`${origin} does not offer umec-sensors; these do: ${uris.join(', ')}`);
tell('service', { serName: 'umec-sensors', uri });

// What a tag measures now, and what it has measured since the gateway knows it.
const { data: latest } = await ok(api.GET('/sensors/v1/readings/latest'));
const now = latest.find(({ temperature }) => temperature !== undefined);
if (!now) throw new Error('no tag measures temperature');
const { mac, time, temperature } = now;
tell('latest', { mac, time, temperature });

const from = new Date(Date.parse(time) - 3_600_000).toISOString();
const times: string[] = [];
const history = pages(gateway, '/sensors/v1/tags/{mac}/readings', {
  params: { path: { mac }, query: { from, to: time, limit: 2 } },
});
for await (const page of history) times.push(...page.map((reading) => reading.time));
tell('history', { mac, from, to: time, times });

// A picture, 320 pixels wide.
const { data: cameras } = await ok(api.GET('/camera/v1/cameras'));
const cameraId = cameras[0]?.cameraId ?? '';
const { data: picture } = await ok(
  api.GET('/camera/v1/cameras/{cameraId}/snapshot', {
    params: { path: { cameraId }, query: { width: 320 } },
    parseAs: 'arrayBuffer',
  }),
);
const jpeg = new Uint8Array(picture);
const width = jpegWidth(jpeg);
if (width !== 320) throw new Error(`the picture is ${width} pixels wide`);
await writeFile(join(required('STORY_DIR'), 'snapshot.jpg'), jpeg);
tell('snapshot', { cameraId, width, bytes: jpeg.length });

// An output is set, and read back.
const { data: lines } = await ok(api.GET('/gpio/v1/lines'));
const lineOf = (direction: 'INPUT' | 'OUTPUT') => ({ lineId: lines.find((line) => line.direction === direction)?.lineId ?? '' });
const output = lineOf('OUTPUT');
for (const value of [1, 0] as const) {
  await ok(api.PUT('/gpio/v1/lines/{lineId}/value', { params: { path: output }, body: { value } }));
  const { data: read } = await ok(api.GET('/gpio/v1/lines/{lineId}/value', { params: { path: output } }));
  tell('pin', { ...output, value: read.value });
}

// It registers by itself, for nobody here has started it.
const { data: registered } = await ok(
  api.POST('/mec_app_support/v1/registrations', {
    body: { appName: SERVICE_NAME, endpoint: { uris: ['http://127.0.0.1:9001'] } },
  }),
);
const { appInstanceId = '' } = registered;
const application = { appInstanceId };
await ok(
  api.POST('/mec_app_support/v1/applications/{appInstanceId}/confirm_ready', {
    params: { path: application },
    body: { indication: 'READY' },
  }),
);
tell('registered', application);

// It wants to know of services of this name, posted and by WebSocket, and of its own end.
await using posted = await listen();
const filteringCriteria = { serNames: [SERVICE_NAME] };
const subscriptionType = 'SerAvailabilityNotificationSubscription';
const SERVICE_SUBSCRIPTIONS = '/mec_service_mgmt/v1/applications/{appInstanceId}/subscriptions';
await ok(
  api.POST(SERVICE_SUBSCRIPTIONS, {
    params: { path: application },
    body: { subscriptionType, filteringCriteria, callbackReference: `${posted.url}/services` },
  }),
);
const { data: subscribed } = await ok(
  api.POST(SERVICE_SUBSCRIPTIONS, {
    params: { path: application },
    body: { subscriptionType, filteringCriteria, websockNotifConfig: { requestWebsocketUri: true } },
  }),
);
await ok(
  api.POST('/mec_app_support/v1/applications/{appInstanceId}/subscriptions', {
    params: { path: application },
    body: {
      subscriptionType: 'AppTerminationNotificationSubscription',
      callbackReference: `${posted.url}/end`,
      appInstanceId,
    },
  }),
);
const stop = new AbortController();
const bySocket = Told.byWebSocket(gateway, subscribed.websockNotifConfig?.websocketUri ?? '', stop.signal);
tell('subscribed', { kinds: ['http', 'websocket', 'termination'] });

// It offers a service, and means to say every two seconds that it lives.
const service: ServiceInfoRequest = {
  serName: SERVICE_NAME,
  version: '1.0',
  state: 'ACTIVE',
  serializer: 'JSON',
  livenessInterval: 2,
  transportInfo: {
    ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1' },
    endpoint: { uris: ['http://127.0.0.1:9001'] },
    security: {},
  },
};
const { data: offered } = await ok(
  api.POST('/mec_service_mgmt/v1/applications/{appInstanceId}/services', { params: { path: application }, body: service }),
);
const serInstanceId = offered.serInstanceId ?? '';
tell('offered', { serInstanceId });
for (const [by, told] of Object.entries({ http: posted.told, websocket: bySocket })) {
  const { changeType } = await told.service({ serInstanceId, changeType: 'ADDED' });
  tell('notified', { by, changeType, serInstanceId });
}

const own = { path: { ...application, serviceId: serInstanceId } };
for (let beat = 0; beat < 3; beat++) {
  await sleep(1000);
  await ok(
    api.PATCH('/mec_service_mgmt/v1/applications/{appInstanceId}/services/{serviceId}/liveness', {
      params: own,
      body: { state: 'ACTIVE' },
    }),
  );
}
tell('heartbeats', { count: 3 });

// The link breaks. What happens meanwhile is told when it is there again.
CuttableWebSocket.cutAll();
const SERVICE = '/mec_service_mgmt/v1/applications/{appInstanceId}/services/{serviceId}';
const { response: read } = await ok(api.GET(SERVICE, { params: own }));
const ifMatch = { 'If-Match': read.headers.get('ETag') ?? '' };
await ok(api.PUT(SERVICE, { params: { ...own, header: ifMatch }, body: { ...service, state: 'INACTIVE' } }));
const { changeType, state } = await bySocket.service({ serInstanceId, changeType: 'STATE_CHANGED' });
tell('notified', { by: 'websocket', changeType, state, serInstanceId });

// Readings go on where they were cut off.
const readings = arrivals(gateway, { after: 'now', signal: stop.signal });
const next = async (): Promise<ArrivalEvent> => {
  const { value: event } = await readings.next();
  if (event?.type !== 'org.umec.sensors.arrival.v1') throw new Error('readings were missed');
  return event;
};
const before = [await next(), await next()];
CuttableWebSocket.cutAll();
const after = [await next(), await next()];
await readings.return(undefined);
const [first, ...others] = [...before, ...after];
const { data: kept } = await ok(
  api.GET('/sensors/v1/readings/arrivals', { params: { query: { after: first?.cursor ?? '', limit: others.length } } }),
);
const isGapless = JSON.stringify(kept.points) === JSON.stringify(others.map(({ data }) => data));
tell('arrivals', { before: before.length, after: after.length, isGapless });

// Whatever goes wrong is a Problem.
const stranger = connect({ url, token: 'none' });
const input = lineOf('INPUT');
const wrong: readonly (() => Promise<Answer>)[] = [
  () => api.GET('/sensors/v1/tags/{mac}/readings', { params: { path: { mac }, query: { limit: 0 } } }),
  () => stranger.api.GET('/sensors/v1/tags'),
  () => api.GET('/access/v1/clients'),
  () => api.GET('/camera/v1/cameras/{cameraId}', { params: { path: { cameraId: 'no-such' } } }),
  () => api.PUT('/gpio/v1/lines/{lineId}/value', { params: { path: input }, body: { value: 1 } }),
  () => api.PUT(SERVICE, { params: { ...own, header: ifMatch }, body: service }),
];
for (const ask of wrong) {
  const { status, title, detail } = await ok(ask()).then(
    () => Promise.reject(new Error('nothing was wrong')),
    (thrown: unknown) => (thrown instanceof Problem ? thrown : Promise.reject(thrown)),
  );
  tell('problem', { status, title, detail });
}

// The platform asks it to end, and it says when it is ready to.
tell('ready-to-end', application);
const { operationAction, maxGracefulTimeout } = await posted.told.end();
tell('notified', { by: 'http', operationAction, maxGracefulTimeout });
stop.abort();
await ok(
  api.POST('/mec_app_support/v1/applications/{appInstanceId}/confirm_termination', {
    params: { path: application },
    body: { operationAction },
  }),
);
tell('confirmed', {});
