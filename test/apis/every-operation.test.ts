import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as access from '../../generated/access.js';
import * as camera from '../../generated/camera.js';
import * as appSupport from '../../generated/mec011-app-support.js';
import * as serviceManagement from '../../generated/mec011-service-management.js';
import * as mp1Legacy from '../../generated/mp1-legacy.js';
import * as platform from '../../generated/platform.js';
import * as registry from '../../generated/registry.js';
import * as sensors from '../../generated/sensors.js';
import { basePath, operationsOf } from '../../src/http/api.js';
import type { Document } from '../../src/http/document.js';
import type { Log } from '../../src/log.js';
import { TestGateway } from '../gateway.js';
import { service } from '../bodies.js';

const documents: readonly Document[] = [
  access,
  camera,
  appSupport,
  serviceManagement,
  mp1Legacy,
  platform,
  registry,
  sensors,
].map(({ document }) => document);

const dnsRule = { dnsRuleId: 'd1', domainName: 'a.example', ipAddressType: 'IP_V4', ipAddress: '10.0.0.1', state: 'INACTIVE' };
const trafficRule = {
  trafficRuleId: 't1',
  filterType: 'FLOW',
  priority: 1,
  trafficFilter: [{ dstPort: ['80'] }],
  action: 'DROP',
  state: 'ACTIVE',
};
const application = { appName: 'plates', endpoint: { uris: ['http://127.0.0.1:9000/'] } };
const availability = {
  subscriptionType: 'SerAvailabilityNotificationSubscription',
  websockNotifConfig: { requestWebsocketUri: true },
};
const termination = { ...availability, subscriptionType: 'AppTerminationNotificationSubscription', appInstanceId: 'app-1' };

interface Example {
  readonly path: string;
  readonly query?: string;
  readonly body?: object;
  /** As `body`, but of names and values. */
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** How each operation is called; one that is missing here fails the test. */
const examples = (ids: Known): Readonly<Record<string, Example>> => ({
  Audit_GET: { path: '/audit', query: '?client=local&limit=5' },
  AuditVerification_GET: { path: '/audit/verification' },
  Cameras_GET: { path: '/cameras' },
  CamerasCameraId_GET: { path: '/cameras/lens-1' },
  CameraSnapshot_GET: { path: '/cameras/lens-1/snapshot', query: '?max_age_ms=3600000' },
  CameraStream_GET: { path: '/cameras/lens-1/stream' },
  CameraLinks_POST: { path: '/cameras/lens-1/links', body: {}, status: 201 },
  Services_GET: { path: '/services' },
  ServicesServiceId_GET: { path: `/services/${ids.service}` },
  Transports_GET: { path: '/transports' },
  AppServices_GET: { path: '/applications/app-1/services' },
  AppServices_POST: { path: '/applications/app-1/services', body: service, status: 201 },
  AppServicesServiceId_GET: { path: `/applications/app-1/services/${ids.service}` },
  AppServicesServiceId_PUT: { path: `/applications/app-1/services/${ids.service}`, body: { ...service, livenessInterval: 60 } },
  AppServicesServiceId_DELETE: { path: `/applications/app-1/services/${ids.service}`, status: 204 },
  ServiceLiveness_GET: { path: `/applications/app-1/services/${ids.service}/liveness` },
  ServiceLiveness_PATCH: {
    path: `/applications/app-1/services/${ids.service}/liveness`,
    body: { state: 'ACTIVE' },
    status: 204,
  },
  AppSubscriptions_GET: { path: '/applications/app-1/subscriptions' },
  AppSubscriptions_POST: { path: '/applications/app-1/subscriptions', body: availability, status: 201 },
  AppSubscriptionsSubscriptionId_GET: { path: `/applications/app-1/subscriptions/${ids.availability}` },
  AppSubscriptionsSubscriptionId_PUT: { path: `/applications/app-1/subscriptions/${ids.availability}`, body: availability },
  AppSubscriptionsSubscriptionId_DELETE: { path: `/applications/app-1/subscriptions/${ids.availability}`, status: 204 },
  AppSubscriptionsSubscriptionIdWebsocket_GET: {
    path: `/applications/app-1/subscriptions/${ids.availability}/websocket`,
    status: 101,
  },
  Registrations_POST: { path: '/registrations', body: application, status: 201 },
  Registration_GET: { path: `/registrations/${ids.registered}` },
  Registration_PUT: { path: `/registrations/${ids.registered}`, body: application, status: 204 },
  Registration_DELETE: { path: `/registrations/${ids.registered}`, status: 204 },
  ApplicationsSubscriptions_GET: { path: '/applications/app-1/subscriptions' },
  ApplicationsSubscriptions_POST: { path: '/applications/app-1/subscriptions', body: termination, status: 201 },
  ApplicationsSubscription_GET: { path: `/applications/app-1/subscriptions/${ids.termination}` },
  ApplicationsSubscription_PUT: { path: `/applications/app-1/subscriptions/${ids.termination}`, body: termination },
  ApplicationsSubscription_DELETE: { path: `/applications/app-1/subscriptions/${ids.termination}`, status: 204 },
  ApplicationsSubscriptionWebsocket_GET: {
    path: `/applications/app-1/subscriptions/${ids.termination}/websocket`,
    status: 101,
  },
  ApplicationsTrafficRules_GET: { path: '/applications/app-1/traffic_rules' },
  ApplicationsTrafficRule_GET: { path: '/applications/app-1/traffic_rules/t1' },
  ApplicationsTrafficRule_PUT: { path: '/applications/app-1/traffic_rules/t1', body: trafficRule },
  ApplicationsDnsRules_GET: { path: '/applications/app-1/dns_rules' },
  ApplicationsDnsRule_GET: { path: '/applications/app-1/dns_rules/d1' },
  ApplicationsDnsRule_PUT: { path: '/applications/app-1/dns_rules/d1', body: dnsRule },
  ApplicationsConfirmReady_POST: { path: '/applications/app-1/confirm_ready', body: { indication: 'READY' }, status: 204 },
  ApplicationsConfirmTermination_POST: {
    path: '/applications/app-1/confirm_termination',
    body: { operationAction: 'STOPPING' },
    status: 204,
  },
  TimingCaps_GET: { path: '/timing/timing_caps' },
  TimingCurrentTime_GET: { path: '/timing/current_time' },
  Applications_GET: { path: '/applications' },
  Applications_POST: { path: '/applications', body: { appName: 'x' }, status: 201 },
  ApplicationsAppInstanceId_GET: { path: '/applications/app-1' },
  ApplicationsAppInstanceId_DELETE: { path: '/applications/app-3', status: 204 },
  ApplicationsTerminate_POST: { path: '/applications/app-2/terminate', body: { operationAction: 'STOPPING' }, status: 202 },
  RegistrySubscriptions_GET: { path: '/subscriptions' },
  Mp1Services_GET: { path: '/services' },
  Mp1Services_POST: { path: '/services', body: service, status: 201 },
  Mp1TimingCurrentTime_GET: { path: '/timing/current_time' },
  Mp1DnsRules_GET: { path: '/applications/app-1/dns_rules' },
  Mp1DnsRule_GET: { path: '/applications/app-1/dns_rules/d1' },
  Mp1DnsRule_PUT: { path: '/applications/app-1/dns_rules/d1', body: dnsRule },
  Healthz_GET: { path: '/healthz' },
  Readyz_GET: { path: '/readyz' },
  Events_GET: { path: '/events/v1', status: 101 },
  Token_POST: { path: '/oauth2/token', form: `${ids.credentials}&grant_type=client_credentials` },
  TokenRevocation_POST: { path: '/oauth2/revoke', form: `${ids.credentials}&token=nonsense` },
  Tickets_POST: { path: '/tickets', body: { path: '/events/v1' }, status: 201 },
  Session_POST: { path: '/session', body: { code: ids.code }, headers: ids.ownPage, status: 201 },
  SessionToken_POST: { path: '/session/token', body: {}, headers: ids.ownPage },
  Session_DELETE: { path: '/session', headers: ids.ownPage, status: 204 },
  Jwks_GET: { path: '/oauth2/jwks' },
  OauthMetadata_GET: { path: '/.well-known/oauth-authorization-server' },
  OpenapiDocument_GET: { path: '/openapi/platform.json' },
  Devices_GET: { path: '/devices' },
  DevicesDeviceId_GET: { path: '/devices/camera-lens-1' },
  RegistryServices_GET: { path: '/services' },
  Subsystems_GET: { path: '/subsystems' },
  Tags_GET: { path: '/tags' },
  TagsMac_GET: { path: `/tags/${ids.mac}` },
  TagReadings_GET: { path: `/tags/${ids.mac}/readings`, query: '?from=2020-01-01T00:00:00Z&limit=5' },
  TagLatestReading_GET: { path: `/tags/${ids.mac}/readings/latest` },
  LatestReadings_GET: { path: '/readings/latest' },
  Readings_GET: { path: '/readings', query: '?measurement=people&tag=gate=north' },
  Readings_POST: {
    path: '/readings',
    body: [{ measurement: 'people', tags: { gate: 'north' }, fields: { count: 1 } }],
    status: 204,
  },
});

/** What goes on by itself, so that two answers are of two moments. */
const MOVING = new Set([
  ...['Audit_GET', 'AuditVerification_GET'],
  ...['Subsystems_GET', 'CameraSnapshot_GET', 'CameraStream_GET', 'Events_GET', 'RegistrySubscriptions_GET'],
  ...['TimingCaps_GET', 'TimingCurrentTime_GET', 'Mp1TimingCurrentTime_GET'],
  ...['AppSubscriptionsSubscriptionIdWebsocket_GET', 'ApplicationsSubscriptionWebsocket_GET'],
]);
/** Deleting comes last. */
const operations = documents
  .flatMap((document) => [...operationsOf(document)].map((operation) => ({ ...operation, base: basePath(document) })))
  .sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))
  .map((operation) => [operation.object.operationId, operation] as const);

let gateway: TestGateway;
interface Known {
  readonly service: string;
  readonly mac: string;
  readonly availability: string;
  readonly termination: string;
  readonly registered: string;
  /** The administrator's. */
  readonly credentials: string;
  /** Of a link to sign in by. */
  readonly code: string;
  /** What the panel sends. */
  readonly ownPage: Readonly<Record<string, string>>;
}
const NOTHING: Known = {
  service: '',
  mac: '',
  availability: '',
  termination: '',
  registered: '',
  credentials: '',
  code: '',
  ownPage: {},
};
let known = NOTHING;
const faults: unknown[] = [];
const watching = Object.fromEntries(
  ['debug', 'info', 'warn', 'error', 'fatal'].map((level) => [
    level,
    (...words: unknown[]) => {
      if (level === 'error' || level === 'fatal') faults.push(words);
    },
  ]),
) as unknown as Log;

beforeAll(async () => {
  // a tag that is known and heard no more stands still
  const dir = await usedDirectory();
  gateway = await TestGateway.start(
    { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } }, mec: { mp1Legacy: true } },
    { log: watching, dir },
  );
  const [tag] = await gateway.json<{ mac: string }[]>('/sensors/v1/tags');
  await gateway.application('app-1', { dnsRules: [dnsRule], trafficRules: [trafficRule] });
  for (const appInstanceId of ['app-2', 'app-3']) await gateway.application(appInstanceId);
  known = {
    mac: tag?.mac ?? '',
    service: await make('/mec_service_mgmt/v1/applications/app-1/services', { ...service, livenessInterval: 60 }),
    availability: await make('/mec_service_mgmt/v1/applications/app-1/subscriptions', availability),
    termination: await make('/mec_app_support/v1/applications/app-1/subscriptions', termination),
    registered: await make('/mec_app_support/v1/registrations', application),
    credentials: `client_id=administrator&client_secret=${gateway.secret ?? ''}`,
    code: await gateway.code(),
    ownPage: { Origin: gateway.url, Cookie: await signedIn(gateway) },
  };
});
afterAll(() => gateway.stop());

/** @returns the cookie of a session */
async function signedIn({ url }: TestGateway): Promise<string> {
  const headers = { 'Content-Type': 'application/json', Origin: url };
  const response = await fetch(`${url}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ code: await gateway.code() }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** @returns what the gateway has named it */
async function make(path: string, body: object): Promise<string> {
  const response = await gateway.send('POST', path, body);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

async function usedDirectory(): Promise<string> {
  await using before = await TestGateway.start();
  const stop = new AbortController();
  for await (const _reading of await before.events('sensors/**', stop.signal)) {
    stop.abort();
    break;
  }
  return before.dir;
}

const pathPattern = (template: string) => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);

describe('Every operation', () => {
  it('of every specification has its call here, and there is no call of none', () => {
    expect(Object.keys(examples(NOTHING)).sort()).toEqual(operations.map(([id]) => id).sort());
  });

  it.each(operations.filter(([id, { method }]) => method === 'get' && !MOVING.has(id)))(
    '%s asked twice answers the same, and 304 to who has it',
    async (operationId, { base }) => {
      const example = examples(known)[operationId];
      const url = base + (example?.path ?? '') + (example?.query ?? '');
      const ask = async (headers: Record<string, string> = {}) => {
        const response = await gateway.get(url, { headers });
        const { date: _date, ...others } = Object.fromEntries(response.headers);
        return { status: response.status, headers: others, body: Buffer.from(await response.arrayBuffer()).toString('base64') };
      };
      const first = await ask();
      expect(await ask()).toEqual(first);
      expect((await ask({ 'If-None-Match': first.headers.etag ?? '' })).status).toBe(304);
    },
  );

  it.each(operations)('%s answers as its specification says', async (operationId, { method, path: template, base }) => {
    const example = examples(known)[operationId];
    if (!example) throw new Error(`${operationId} has no call in this file`);
    expect(example.path).toMatch(pathPattern(template));
    const url = base + example.path + (example.query ?? '');
    if (example.status === 101) {
      await connected(url);
    } else {
      const stop = new AbortController();
      const response = example.form
        ? await fetch(gateway.url + url, { method: 'POST', body: new URLSearchParams(example.form) })
        : await gateway.get(url, {
            method: method.toUpperCase(),
            signal: stop.signal,
            headers: { ...example.headers, ...(example.body ? { 'Content-Type': 'application/json' } : {}) },
            ...(example.body ? { body: JSON.stringify(example.body) } : {}),
          });
      expect([operationId, response.status]).toEqual([operationId, example.status ?? 200]);
      stop.abort();
    }
    expect(faults).toEqual([]);
  });
});

async function connected(path: string): Promise<void> {
  const socket = gateway.webSocket(path);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.close();
}
