import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '../../../generated/mec011-service-management.js';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { TestGateway } from '../../gateway.js';
import { service as plates, transportInfo } from '../../bodies.js';

type ServiceInfo = components['schemas']['ServiceInfo'];

const ROOT = '/mec_service_mgmt/v1';
const OF_APP = `${ROOT}/applications/app-1/services`;
const UNUSUAL = 'ns/app 1?#%é';
const category = { href: 'http://127.0.0.1/categories/1', id: 'cat:1', name: 'vision', version: '1' };

let gateway: TestGateway;
const made: string[] = [];

beforeAll(async () => {
  gateway = await TestGateway.start();
  for (const appInstanceId of ['app-1', 'app-2', UNUSUAL]) await gateway.application(appInstanceId);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  for (const path of made.splice(0)) await gateway.get(path, { method: 'DELETE' });
});

const post = async (body: object, path = OF_APP) => {
  const response = await gateway.send('POST', path, body);
  const location = response.headers.get('location');
  if (location) made.push(location);
  return response;
};

/** Offers a service, and says where it is. */
async function offered(changes: object = {}, path = OF_APP): Promise<string> {
  const response = await post({ ...plates, ...changes }, path);
  if (response.status !== 201) throw new Error(await response.text());
  return response.headers.get('location') ?? '';
}

async function refused(response: Response, status: number): Promise<string> {
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  return ((await response.json()) as ProblemDetails).detail;
}

const namesAt = async (path: string) => (await gateway.json<ServiceInfo[]>(path)).map(({ serName }) => serName);

describe('An application that offers a service', () => {
  it('is told where it is, what it is and its tag, and finds it there', async () => {
    const response = await post({ ...plates, serCategory: category });
    expect(response.status).toBe(201);
    const body = (await response.json()) as ServiceInfo;
    expect(response.headers.get('location')).toBe(`${OF_APP}/${body.serInstanceId}`);
    const self = `${ROOT}/services/${body.serInstanceId}`;
    expect(body).toEqual({
      ...plates,
      serCategory: category,
      serInstanceId: body.serInstanceId,
      scopeOfLocality: 'MEC_HOST',
      consumedLocalOnly: true,
      isLocal: true,
      _links: { self: { href: self } },
    });
    for (const path of [response.headers.get('location') ?? '', self]) {
      const found = await gateway.get(path);
      expect([found.headers.get('etag'), await found.json()]).toEqual([response.headers.get('etag'), body]);
    }
    expect(await gateway.json<ServiceInfo[]>(`${ROOT}/services`)).toContainEqual(body);
    expect(await gateway.json(OF_APP)).toEqual([body]);
  });

  it('may send what is the platform’s to say; it is not looked at', async () => {
    const response = await post({
      ...plates,
      serInstanceId: 'mine',
      appInstanceId: 'app-2',
      isLocal: false,
      _links: { self: { href: '/elsewhere' } },
    });
    expect(response.status).toBe(201);
    const body = (await response.json()) as ServiceInfo;
    expect(body.serInstanceId).not.toBe('mine');
    expect(body._links).toEqual({ self: { href: `${ROOT}/services/${body.serInstanceId}` } });
    expect(await gateway.json(`${ROOT}/applications/app-2/services`)).toEqual([]);
  });

  it.each([
    ['a state that is the platform’s to set', { state: 'SUSPENDED' }, 'state'],
    ['no transport', { transportInfo: undefined }, 'transportInfo'],
    ['two transports', { transportId: 't1' }, 'oneOf'],
    ['a transport that there is not', { transportInfo: undefined, transportId: 'mqtt' }, 'transportId is mqtt'],
    ['no endpoint', { transportInfo: { ...transportInfo, endpoint: {} } }, 'endpoint'],
    ['two forms of endpoint', { transportInfo: { ...transportInfo, endpoint: { uris: ['http://a'], fqdn: ['a'] } } }, 'endpoint'],
    ['REST without uris', { transportInfo: { ...transportInfo, endpoint: { fqdn: ['a.example'] } } }, 'uris'],
    ['no name', { serName: undefined }, 'serName'],
    ['an empty name', { serName: '' }, 'serName'],
    ['an unknown serializer', { serializer: 'CBOR' }, 'serializer'],
    ['half a category', { serCategory: { id: 'x' } }, 'serCategory'],
  ])('is refused with %s, and told why', async (_what, change, expected) => {
    expect(await refused(await post({ ...plates, ...change }), 400)).toContain(expected);
    expect(await gateway.json(OF_APP)).toEqual([]);
  });

  it('is refused when the service has too much to say', async () => {
    const endpoint = { uris: transportInfo.endpoint.uris };
    const large = { ...transportInfo, endpoint, implSpecificInfo: { story: 'x'.repeat(20_000) } };
    expect(await refused(await post({ ...plates, transportInfo: large }), 413)).toContain('16384');
  });

  it.each([
    ['addresses', { type: 'MB_PUBSUB', endpoint: { addresses: [{ host: '127.0.0.1', port: 1883 }] } }],
    ['a name', { type: 'RPC', endpoint: { fqdn: ['plates.example'] } }],
    ['something else', { type: 'MB_ROUTING', endpoint: { alternative: { queue: 'plates' } } }],
  ])('may be found by %s when it is no REST service', async (_what, change) => {
    expect((await post({ ...plates, transportInfo: { ...transportInfo, ...change } })).status).toBe(201);
  });
});

describe('A service that was offered', () => {
  it('is replaced whole, by who knows it as it is', async () => {
    const path = await offered({ serCategory: category });
    const etag = (await gateway.get(path)).headers.get('etag') ?? '';
    const put = (changes: object, ifMatch: string) =>
      gateway.send('PUT', path, { ...plates, ...changes }, { 'If-Match': ifMatch });
    const changed = await put({ state: 'INACTIVE' }, etag);
    expect(changed.status).toBe(200);
    const body = await changed.json();
    expect(body).toMatchObject({ state: 'INACTIVE' });
    expect(body).not.toHaveProperty('serCategory');
    const found = await gateway.get(path);
    expect([found.headers.get('etag'), await found.json()]).toEqual([changed.headers.get('etag'), body]);
    expect(await refused(await put({ version: '2.0' }, etag), 412)).toContain('read it again');
    expect((await put({ version: '2.0' }, '*')).status).toBe(200);
    expect((await gateway.send('PUT', path, { ...plates, version: '3.0' })).status).toBe(200);
    expect(await gateway.json(path)).toMatchObject({ version: '3.0' });
  });

  it('is changed by one of those who try at once', async () => {
    const path = await offered();
    const etag = (await gateway.get(path)).headers.get('etag') ?? '';
    const attempts = ['a', 'b', 'c', 'd'].map((version) =>
      gateway.send('PUT', path, { ...plates, version }, { 'If-Match': etag }).then(({ status }) => status),
    );
    expect((await Promise.all(attempts)).sort()).toEqual([200, 412, 412, 412]);
  });

  it('is gone when it is deleted, by who knows it as it is', async () => {
    const path = await offered();
    const remove = (headers: Record<string, string> = {}) => gateway.get(path, { method: 'DELETE', headers });
    await refused(await remove({ 'If-Match': '"another"' }), 412);
    expect((await remove()).status).toBe(204);
    await refused(await gateway.get(path), 404);
    await refused(await remove(), 404);
    await refused(await gateway.send('PUT', path, plates), 404);
  });

  it('is not there for another application', async () => {
    const other = (await offered()).replace('app-1', 'app-2');
    await refused(await gateway.get(other), 404);
    await refused(await gateway.send('PUT', other, plates), 404);
    await refused(await gateway.get(other, { method: 'DELETE' }), 404);
    expect(await namesAt(OF_APP)).toEqual(['plates']);
  });

  it('of an application with an unusual name is found by that name', async () => {
    const path = `${ROOT}/applications/${encodeURIComponent(UNUSUAL)}/services`;
    const location = await offered({}, path);
    expect(location.startsWith(`${path}/`)).toBe(true);
    expect((await gateway.get(location)).status).toBe(200);
    expect(await namesAt(path)).toEqual(['plates']);
  });

  it('and all others are there again after a restart, with the same tags', async () => {
    await using first = await TestGateway.start();
    await first.application('app-1');
    const locations = [];
    for (const serName of ['c', 'a', 'b'])
      locations.push((await first.send('POST', OF_APP, { ...plates, serName })).headers.get('location') ?? '');
    await first.send('PUT', locations[0] ?? '', { ...plates, serName: 'c', state: 'INACTIVE' });
    await first.get(locations[1] ?? '', { method: 'DELETE' });
    const before = await first.get(OF_APP);
    await first.stop();
    await using second = await TestGateway.start({}, { dir: first.dir });
    const after = await second.get(OF_APP);
    expect([after.headers.get('etag'), await after.json()]).toEqual([before.headers.get('etag'), await before.json()]);
    await refused(await second.get(locations[1] ?? ''), 404);
  });
});

describe('Who looks for services', () => {
  beforeEach(async () => {
    await offered({ serName: 'a' });
    await offered({ serName: 'b', serCategory: category, scopeOfLocality: 'ZONE' });
    await offered({ serName: 'c,d', consumedLocalOnly: false });
  });

  it.each([
    ['', ['a', 'b', 'c,d']],
    ['ser_name=a', ['a']],
    ['ser_name=a&ser_name=b', ['a', 'b']],
    ['ser_name=a,b', ['a', 'b']],
    ['ser_name=a%2Cb', ['a', 'b']],
    ['ser_name=c%2Cd', ['c,d']],
    ['ser_name=nothing', []],
    ['ser_category_id=cat:1', ['b']],
    ['ser_category_id=cat%3A1', ['b']],
    ['scope_of_locality=ZONE', ['b']],
    ['scope_of_locality=MEC_HOST', ['a', 'c,d']],
    ['consumed_local_only=false', ['c,d']],
    ['consumed_local_only=true', ['a', 'b']],
    ['is_local=true', ['a', 'b', 'c,d']],
    ['is_local=false', []],
    ['ser_name=a,b&scope_of_locality=ZONE', ['b']],
  ])('by %p finds %p', async (query, expected) => {
    expect(await namesAt(`${OF_APP}?${query}`)).toEqual(expected);
    const everywhere = await namesAt(`${ROOT}/services?${query}`);
    expect(everywhere.filter((name) => !name.startsWith('umec-'))).toEqual(expected);
  });

  it('by their identifiers finds each, repeated or with commas', async () => {
    const ids = (await gateway.json<ServiceInfo[]>(OF_APP)).map(({ serInstanceId }) => serInstanceId);
    expect(await namesAt(`${OF_APP}?ser_instance_id=${ids[0]}&ser_instance_id=${ids[2]}`)).toEqual(['a', 'c,d']);
    expect(await namesAt(`${ROOT}/services?ser_instance_id=${ids[1]},${ids[2]}`)).toEqual(['b', 'c,d']);
  });

  it.each([
    ['ser_name=a&ser_category_id=x', 'only one of'],
    ['ser_instance_id=a&ser_name=b', 'only one of'],
    ['ser_instance_id=a&ser_category_id=b', 'only one of'],
    ['name=a', 'name'],
    ['ser_name=', 'ser_name'],
    ['ser_category_id=a&ser_category_id=b', 'ser_category_id'],
    ['scope_of_locality=TOWN', 'MEC_HOST'],
    ['is_local=perhaps', 'is_local'],
    ['is_local=true&is_local=false', 'is_local'],
  ])('by %p is refused and told why', async (query, expected) => {
    for (const path of [OF_APP, `${ROOT}/services`])
      expect(await refused(await gateway.get(`${path}?${query}`), 400)).toContain(expected);
  });

  it('gets an empty list where there is none, and the transports of the platform', async () => {
    expect(await gateway.json(`${ROOT}/applications/app-2/services`)).toEqual([]);
    await refused(await gateway.get(`${ROOT}/applications/nobody/services`), 404);
    expect(await gateway.json(`${ROOT}/transports`)).toEqual([]);
    await refused(await gateway.get(`${ROOT}/services/nothing`), 404);
  });
});

describe('The gateway’s own services', () => {
  it('are for no application to change', async () => {
    const stop = new AbortController();
    const events = await gateway.events('services/**', stop.signal);
    await offered({ serName: 'x' });
    const { source } = (await events.next()).value as unknown as { source: string };
    stop.abort();
    const own = `${ROOT}/applications/${source.replace('urn:uuid:', '')}/services`;
    const services = await gateway.json<ServiceInfo[]>(own);
    expect(services.map(({ serName }) => serName)).toContain('umec-events');
    const path = `${own}/${services[0]?.serInstanceId}`;
    for (const refusal of [
      await gateway.get(path, { method: 'DELETE' }),
      await gateway.send('PUT', path, plates),
      await gateway.send('POST', own, plates),
    ])
      expect(await refused(refusal, 403)).toContain('the gateway itself');
  });
});
