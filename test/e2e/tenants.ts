import { randomUUID } from 'node:crypto';
import { firstAdministrator } from '../../src/auth/administrator.js';
import { openAuthority } from '../../src/auth/authority.js';
import type { NewClient } from '../../src/auth/clients.js';
import { systemClock } from '../../src/clock.js';
import { openStore } from '../../src/store/store.js';
import { type TestGateway } from '../gateway.js';

/** Registers clients in the state of a gateway that does not run. @returns their secrets, by clientId */
export async function registerClients(dir: string, clients: readonly (NewClient & { readonly clientId: string })[]) {
  await using store = await openStore({ dir });
  await using authority = await openAuthority({
    ...{ state: store.state, clock: systemClock, issuer: 'http://gateway.test', audience: 'gateway', report: () => undefined },
    scopes: [],
  });
  await firstAdministrator(authority.clients);
  for (const tenant of new Set(clients.map((client) => client.tenant)))
    if (tenant !== 'host') await authority.tenants.create(tenant, { devices: 'all', quotas: {} });
  const secrets = new Map<string, string>();
  for (const client of clients) secrets.set(client.clientId, (await authority.clients.create(client)).secret ?? '');
  return secrets;
}

/** Somebody who calls a gateway with a token. */
export class Caller {
  readonly headers: { readonly Authorization: string };

  private constructor(
    readonly gateway: TestGateway,
    token: string,
  ) {
    this.headers = { Authorization: `Bearer ${token}` };
  }

  static async signIn(gateway: TestGateway, clientId: string, secret: string): Promise<Caller> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
    const response = await fetch(`${gateway.url}/oauth2/token`, { method: 'POST', body });
    if (!response.ok) throw new Error(await response.text());
    return new Caller(gateway, ((await response.json()) as { access_token: string }).access_token);
  }

  /** Everything that an answer says, also where it never ends: of that the beginning. */
  async look(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const stop = new AbortController();
    const response = await fetch(this.gateway.url + path, { headers: this.headers, signal: stop.signal });
    const { date: _date, ...headers } = Object.fromEntries(response.headers);
    const isEndless = headers['content-type']?.startsWith('multipart/') ?? false;
    const body = isEndless ? new Uint8Array() : new Uint8Array(await response.arrayBuffer());
    stop.abort();
    return { status: response.status, text: `${JSON.stringify(headers)}\n${Buffer.from(body).toString('latin1')}` };
  }

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(this.gateway.url + path, {
      method,
      headers: { ...this.headers, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** @returns what the gateway has named it */
  async make(path: string, body: unknown): Promise<string> {
    const response = await this.send('POST', path, body);
    if (response.status !== 201) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return decodeURIComponent(response.headers.get('location')?.split('/').at(-1) ?? '');
  }
}

/** All that somebody has at the gateway, by the names of the parameters that lead there. */
export interface Belongings {
  readonly appInstanceId: string;
  readonly serviceId: string;
  readonly availability: string;
  readonly termination: string;
  readonly edges: string;
  readonly motion: string;
  readonly conditions: string;
  readonly trafficRuleId: string;
  readonly dnsRuleId: string;
  readonly mac: string;
  readonly cameraId: string;
  readonly lineId: string;
  readonly leaseId: string;
  readonly recordingId: string;
  readonly measurement: string;
  readonly clientId: string;
  readonly tenant: string;
}

/** Names of the same form, of nothing that there is. */
export function nowhere(): Belongings {
  const id = randomUUID;
  return {
    ...{ appInstanceId: id(), serviceId: id(), availability: id(), termination: id(), edges: id(), leaseId: id() },
    ...{ motion: id(), conditions: id() },
    recordingId: '00000000-00000000',
    ...{
      trafficRuleId: 'rule-nowhere',
      dnsRuleId: 'name-nowhere',
      mac: '02:00:00:00:00:01',
      cameraId: 'nowhere',
      lineId: 'nowhere',
    },
    ...{ measurement: 'nowhere', clientId: 'nobody', tenant: 'nowhere' },
  };
}

/** Makes one of everything, and has `word` in all that can hold it. @param known what is not made here */
export async function plant(
  caller: Caller,
  word: string,
  callback: string,
  known: Pick<Belongings, 'mac' | 'cameraId' | 'lineId' | 'clientId' | 'tenant'>,
): Promise<Belongings> {
  const [trafficRuleId, dnsRuleId, measurement] = [`rule-${word}`, `name-${word}`, `m_${word}`];
  const named = { appName: `app-${word}`, appProvider: `by-${word}`, appDId: `descriptor-${word}` };
  const appInstanceId = await caller.make('/registry/v1/applications', {
    ...named,
    trafficRules: [
      {
        ...{ trafficRuleId, filterType: 'FLOW', priority: 1, action: 'DROP', state: 'ACTIVE' },
        trafficFilter: [{ dstPort: ['80'] }],
      },
    ],
    dnsRules: [{ dnsRuleId, domainName: `${word}.test`, ipAddressType: 'IP_V4', ipAddress: '10.0.0.1', state: 'ACTIVE' }],
  });
  await caller.make('/mec_app_support/v1/registrations', { ...named, appInstanceId, isInsByMec: true });
  const offered = `/mec_service_mgmt/v1/applications/${appInstanceId}`;
  const serviceId = await caller.make(`${offered}/services`, serviceOf(word));
  const told = { callbackReference: `${callback}/${word}` };
  const availability = await caller.make(`${offered}/subscriptions`, {
    subscriptionType: 'SerAvailabilityNotificationSubscription',
    ...told,
  });
  const termination = await caller.make(`/mec_app_support/v1/applications/${appInstanceId}/subscriptions`, {
    subscriptionType: 'AppTerminationNotificationSubscription',
    appInstanceId,
    websockNotifConfig: { requestWebsocketUri: true },
  });
  const subscriptionType = 'EdgeSubscription';
  const edges = await caller.make(`/gpio/v1/applications/${appInstanceId}/subscriptions`, { subscriptionType, ...told });
  const motion = await caller.make(`/camera/v1/applications/${appInstanceId}/subscriptions`, {
    ...{ subscriptionType: 'MotionSubscription', ...told },
    filteringCriteria: { cameraIds: [known.cameraId] },
  });
  const conditions = await caller.make(`/sensors/v1/applications/${appInstanceId}/subscriptions`, {
    ...{ subscriptionType: 'ConditionSubscription', ...told },
    filteringCriteria: { macs: [known.mac], condition: { kind: 'THRESHOLD', field: 'temperature', above: -100 } },
  });
  await caller.send('POST', `/gpio/v1/lines/${known.lineId}/pulse`, { value: 1, durationMs: 100 });
  // a line that still shows it is not leased
  await caller.send('DELETE', `/gpio/v1/lines/${known.lineId}/pattern`);
  const recordingId = await caller.make(`/camera/v1/cameras/${known.cameraId}/recordings`, { kind: 'STILL' });
  const leaseId = await caller.make('/gpio/v1/leases', { lineIds: [known.lineId], durationS: 300 });
  await caller.send('POST', '/mp1/v1/services', serviceOf(word));
  const points = [1, 2].map((count) => ({ measurement, tags: { gate: word }, fields: { count, plate: word } }));
  const shared = { ...points[0], measurement: 'people' };
  const added = await caller.send('POST', '/sensors/v1/readings', [...points, shared]);
  if (added.status !== 204) throw new Error(await added.text());
  const subscriptions = { availability, termination, edges, motion, conditions };
  return { appInstanceId, serviceId, ...subscriptions, trafficRuleId, dnsRuleId, leaseId, recordingId, measurement, ...known };
}

export function serviceOf(word: string) {
  return {
    ...{ serName: `service-${word}`, version: '1.0', state: 'ACTIVE', serializer: 'JSON', livenessInterval: 60 },
    serCategory: { href: `http://${word}.test/`, id: `category-${word}`, name: word, version: '1' },
    transportInfo: {
      ...{ id: `transport-${word}`, name: word, type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
      endpoint: { uris: [`http://${word}.test/`] },
    },
  };
}
