import { afterEach, describe, expect, it } from '@jest/globals';
import type { components } from '../../generated/mec011-service-management.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

type ServiceInfo = components['schemas']['ServiceInfo'];
type Settings = Record<string, object>;

/** A loss shows when somebody looks, and this one is lost from the beginning. */
const missing = { driver: 'ffmpeg', source: '/nowhere/street.avi' };
const lens = { driver: 'simulated' };

const started: TestGateway[] = [];
afterEach(async () => {
  for (const gateway of started.splice(0).reverse()) await gateway.stop();
});

async function start(settings: Settings, dir = tempDirectory().path): Promise<TestGateway> {
  const gateway = await TestGateway.start(settings, { dir });
  started.push(gateway);
  return gateway;
}

/** The gateway at which the street registers; on the port of one that was stopped, when that is given. */
const startCentre = (dir?: string, url = 'http://127.0.0.1:0') =>
  start({ devices: {}, mec: { liveness: { minIntervalS: 1 } }, http: { listen: new URL(url).host } }, dir);

/** One that registers there, with a lens that works and one that does not. */
const startMember = (registry: string, dir?: string) =>
  start({ devices: { cameras: { 'lens-1': lens, 'lens-2': missing } }, street: { registry, livenessIntervalS: 1 } }, dir);

const silentService = {
  serName: 'silent',
  version: '1.0',
  state: 'ACTIVE',
  serializer: 'JSON',
  livenessInterval: 3,
  transportInfo: {
    id: 'x',
    name: 'x',
    type: 'RPC',
    protocol: 'x',
    version: '1',
    endpoint: { fqdn: ['x.example'] },
    security: {},
  },
};

const HERE = ['umec-camera-lens-1', 'umec-camera-lens-2', 'umec-events', 'umec-registry', 'umec-sensors'];

/** What the centre lists of others, by name. */
async function members(centre: TestGateway): Promise<readonly ServiceInfo[]> {
  const applications = await centre.json<{ appInstanceId: string }[]>('/registry/v1/applications');
  const lists = applications.map(({ appInstanceId }) =>
    centre.json<ServiceInfo[]>(`/mec_service_mgmt/v1/applications/${appInstanceId}/services`),
  );
  return (await Promise.all(lists)).flat().sort((a, b) => a.serName.localeCompare(b.serName));
}

const statesOf = (services: readonly ServiceInfo[]) => Object.fromEntries(services.map(({ serName, state }) => [serName, state]));
const idsOf = (services: readonly ServiceInfo[]) =>
  Object.fromEntries(services.map(({ serName, serInstanceId }) => [serName, serInstanceId]));

/** Looks now, and again after each change of a service there, until what is seen is what is wanted. */
async function seen(centre: TestGateway, wanted: (services: readonly ServiceInfo[]) => boolean): Promise<readonly ServiceInfo[]> {
  const stop = new AbortController();
  const events = await centre.events('services/**', stop.signal);
  try {
    for (;;) {
      const services = await members(centre);
      if (wanted(services)) return services;
      await events.next();
    }
  } finally {
    stop.abort();
  }
}

const areAll = (state: string) => (services: readonly ServiceInfo[]) =>
  services.length === HERE.length && services.every((one) => one.serName === 'umec-sensors' || one.state === state);

describe('a gateway that registers at another', () => {
  it('is listed there with its own addresses, and what is called there answers', async () => {
    const centre = await startCentre();
    const member = await startMember(centre.url);
    const services = await seen(centre, areAll('ACTIVE'));
    expect(services.map(({ serName }) => serName)).toEqual(HERE);
    // it has no radio
    expect(statesOf(services)['umec-sensors']).toBe('INACTIVE');
    for (const { transportInfo, livenessInterval } of services) {
      const [uri = ''] = transportInfo.endpoint.uris ?? [];
      expect([uri.replace(/^ws/, 'http').startsWith(`${member.url}/`), livenessInterval]).toEqual([true, 1]);
    }
    const [camera] = services[0]?.transportInfo.endpoint.uris ?? [];
    expect(await (await fetch(camera ?? '')).json()).toMatchObject({ cameraId: 'lens-1', state: 'ACTIVE' });
    expect((await fetch(String(services[0]?.transportInfo.implSpecificInfo?.openapi))).status).toBe(200);
    const applications = await centre.json<object[]>('/registry/v1/applications');
    expect(applications).toEqual([expect.objectContaining({ appName: 'umec-gateway', origin: 'REGISTRATION', state: 'READY' })]);
    const subsystems = await member.json<{ name: string }[]>('/registry/v1/subsystems');
    expect(subsystems.find(({ name }) => name === 'street')).toMatchObject({
      state: 'ACTIVE',
      counters: { registrations: 1, created: 5, failures: 0 },
    });
  });

  it('shows a lens that is lost as INACTIVE, and says nothing of life for it', async () => {
    const centre = await startCentre();
    const member = await startMember(centre.url);
    await seen(centre, areAll('ACTIVE'));
    expect((await member.get('/camera/v1/cameras/lens-2/snapshot')).status).toBe(503);
    const services = await seen(centre, (all) => statesOf(all)['umec-camera-lens-2'] === 'INACTIVE');
    expect(statesOf(services)).toMatchObject({ 'umec-camera-lens-1': 'ACTIVE', 'umec-events': 'ACTIVE' });
    const subsystems = await member.json<{ name: string }[]>('/registry/v1/subsystems');
    expect(subsystems.find(({ name }) => name === 'street')).toMatchObject({ state: 'ACTIVE', counters: { failures: 0 } });
  });

  it('stays ACTIVE there for as long as it lives, while others fall silent', async () => {
    const centre = await startCentre();
    await startMember(centre.url);
    await seen(centre, areAll('ACTIVE'));
    const stop = new AbortController();
    const events = await centre.events('services/**', stop.signal);
    await centre.send('POST', '/registry/v1/applications', { appInstanceId: 'other', appName: 'other' });
    await centre.send('POST', '/mec_service_mgmt/v1/applications/other/services', silentService);
    const told = [(await events.next()).value, (await events.next()).value];
    stop.abort();
    // by then the member must have been heard of several times
    expect(told.map((event) => [event?.data.serName, event?.data.state])).toEqual([
      ['silent', 'ACTIVE'],
      ['silent', 'SUSPENDED'],
    ]);
  });

  it('is SUSPENDED there when it ends, and the same services are ACTIVE when it is back', async () => {
    const centre = await startCentre();
    const member = await startMember(centre.url);
    const before = idsOf(await seen(centre, areAll('ACTIVE')));
    const stop = new AbortController();
    const events = await centre.events('services/**', stop.signal);
    await member.stop();
    const endedAt = Date.now();
    const first = (await events.next()).value;
    stop.abort();
    expect(first?.data).toMatchObject({ changeType: 'STATE_CHANGED', state: 'SUSPENDED' });
    // the interval, a second of patience, and a second between two looks
    expect(Date.parse(first?.time ?? '') - endedAt).toBeLessThan(3_000 + 250);
    await seen(centre, areAll('SUSPENDED'));
    await startMember(centre.url, member.dir);
    expect(idsOf(await seen(centre, areAll('ACTIVE')))).toEqual(before);
    expect(await members(centre)).toHaveLength(HERE.length);
  });

  it('finds its services again when the other restarts with what it knew, and tells what has changed meanwhile', async () => {
    const centre = await startCentre();
    const member = await startMember(centre.url);
    const before = idsOf(await seen(centre, areAll('ACTIVE')));
    await centre.stop();
    await member.get('/camera/v1/cameras/lens-2/snapshot');
    const again = await startCentre(centre.dir, centre.url);
    const after = await seen(again, (all) => statesOf(all)['umec-camera-lens-2'] === 'INACTIVE');
    expect(idsOf(after)).toEqual(before);
    await seen(again, (all) => all.filter(({ state }) => state === 'ACTIVE').length === 3);
  });

  it('registers anew at one that has forgotten everything', async () => {
    const centre = await startCentre();
    await startMember(centre.url);
    const before = idsOf(await seen(centre, areAll('ACTIVE')));
    await centre.stop();
    const empty = await startCentre(undefined, centre.url);
    const after = await seen(empty, areAll('ACTIVE'));
    expect(after.map(({ serName }) => serName)).toEqual(HERE);
    expect(Object.values(idsOf(after)).filter((id) => Object.values(before).includes(id))).toEqual([]);
    expect(await empty.json('/registry/v1/applications')).toHaveLength(1);
  });
});

interface StreetState {
  readonly name: string;
  readonly state: string;
  readonly reason?: string;
}

/** How a member of the street says that it does there. */
async function streetOf(member: TestGateway): Promise<StreetState> {
  const subsystems = await member.json<StreetState[]>('/registry/v1/subsystems');
  return subsystems.find(({ name }) => name === 'street') ?? { name: 'street', state: 'missing' };
}

describe('A street whose registry asks for tokens', () => {
  it('shows the services of whoever signs in, and nothing of others', async () => {
    const auth = { mode: 'tokens' };
    const centre = await start({ auth, devices: {}, mec: { liveness: { minIntervalS: 1 } } });
    const signedIn = { clientId: 'administrator', clientSecret: centre.secret ?? '' };
    const street = { registry: centre.url, livenessIntervalS: 1 };
    const stranger = await start({ devices: {}, street });
    await start({ devices: { cameras: { 'lens-1': lens, 'lens-2': missing } }, street: { ...street, ...signedIn } });
    await seen(centre, (services) => services.length === HERE.length);
    expect(await centre.json('/registry/v1/applications')).toHaveLength(1);
    expect(await streetOf(stranger)).toMatchObject({
      state: 'SUSPENDED',
      reason: expect.stringContaining('answers 401'),
    });
  });

  it('shows those of whom the operator has told it to be gateways, and nothing of whoever else takes their names', async () => {
    const centre = await start({ auth: { mode: 'tokens' }, devices: {}, mec: { liveness: { minIntervalS: 1 } } });
    const memberWith = async (clientId: string, ...more: string[]) => {
      const apis = ['mec_app_support', 'mec_service_mgmt'];
      const scopes = [...apis.flatMap((api) => [`${api}:read`, `${api}:write`]), ...more];
      const made = await centre.send('POST', '/access/v1/clients', { clientId, name: clientId, scopes });
      const { clientSecret } = (await made.json()) as { clientSecret: string };
      const street = { registry: centre.url, livenessIntervalS: 1, clientId, clientSecret };
      return start({ devices: { cameras: { 'lens-1': lens, 'lens-2': missing } }, street });
    };
    const other = await memberWith('other');
    await memberWith('member', 'street:write');
    await seen(centre, areAll('ACTIVE'));
    await until(async () => (await streetOf(other)).reason?.includes('answers 403') === true);
    expect((await streetOf(other)).reason).toContain('street:write');
    expect(await members(centre)).toHaveLength(HERE.length);
  });
});
