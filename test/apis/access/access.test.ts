import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { operationsOf } from '../../../src/http/api.js';
import { USES } from '../../../src/metering/uses.js';
import { document as camera } from '../../../generated/camera.js';
import { document as platform } from '../../../generated/platform.js';
import { document as sensors } from '../../../generated/sensors.js';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';

type Headers = Record<string, string>;

let gateway: TestGateway;
/** The town's own administrator. */
let chief: Headers;
let stranger: Headers;
const lens = { cameras: { 'lens-1': { driver: 'simulated' }, 'lens-2': { driver: 'simulated' } } };
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: lens });
  await made('/tenants', { tenant: 'town', devices: ['camera-lens-1'] });
  await made('/tenants', { tenant: 'harbour', devices: 'all' });
  chief = await gateway.client({ clientId: 'chief', tenant: 'town', role: 'admin' });
  stranger = await gateway.client({ clientId: 'stranger', tenant: 'harbour', role: 'admin' });
});
afterAll(() => gateway.stop());

const ask = (method: string, path: string, body?: object, headers: Headers = gateway.owner()) =>
  fetch(`${gateway.url}/access/v1${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

async function made(path: string, body: object, headers?: Headers): Promise<Response> {
  const response = await ask('POST', path, body, headers);
  if (response.status !== 201) throw new Error(await response.text());
  return response;
}

const status = async (...question: Parameters<typeof ask>) => (await ask(...question)).status;
/** What it says of an error. */
const detail = async (...question: Parameters<typeof ask>) => {
  const response = await ask(...question);
  return [response.status, ((await response.json()) as { detail: string }).detail];
};
const named = async (path: string, headers?: Headers) => {
  const found = (await (await ask('GET', path, undefined, headers)).json()) as { clientId?: string; tenant: string }[];
  return found.map(({ clientId, tenant }) => clientId ?? tenant);
};

describe('A client', () => {
  it('is registered with a secret that is shown once, to be kept by nobody else', async () => {
    const response = await made('/clients', { clientId: 'weather', name: 'weather', scopes: ['sensors:read'] });
    expect([response.headers.get('location'), response.headers.get('cache-control')]).toEqual([
      '/access/v1/clients/weather',
      'no-store',
    ]);
    const { clientSecret = '', ...client } = (await response.json()) as { clientSecret?: string };
    expect(clientSecret).toMatch(/^[\w-]{43}$/);
    expect(await (await ask('GET', '/clients/weather')).json()).toEqual(client);
    expect(client).toMatchObject({ tenant: 'host', scopes: ['sensors:read'], disabled: false });
    const everything = await (await ask('GET', '/clients')).text();
    expect(everything).not.toMatch(new RegExp(`${clientSecret}|salt|hash|generation`));
    const headers = await gateway.signIn('weather', clientSecret);
    expect((await fetch(`${gateway.url}/sensors/v1/readings/latest`, { headers })).status).toBe(200);
    expect((await fetch(`${gateway.url}/camera/v1/cameras`, { headers })).status).toBe(403);
  });

  it('has a key of its own instead, of which only what is public is kept', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'EdDSA' };
    const response = await made('/clients', { clientId: 'keyed', name: 'keyed', scopes: [], keys: [jwk] });
    expect(await response.json()).toEqual(expect.not.objectContaining({ clientSecret: expect.anything() }));
    const secret = { ...privateKey.export({ format: 'jwk' }), kid: 'k', alg: 'EdDSA' };
    expect(await status('POST', '/clients', { name: 'x', scopes: [], keys: [secret] })).toBe(400);
  });

  it('can be changed by whoever has made it with what it was answered, which is no tag of its secret', async () => {
    const { headers } = await made('/clients', { clientId: 'fresh', name: 'fresh', scopes: [] });
    const etag = headers.get('etag') ?? '';
    expect((await ask('GET', '/clients/fresh')).headers.get('etag')).toBe(etag);
    const body = { name: 'fresher', scopes: [] };
    expect(await status('PUT', '/clients/fresh', body, { ...gateway.owner(), 'If-Match': etag })).toBe(200);
  });

  it('is changed only as it was read, and loses at once what it has no more', async () => {
    const headers = await gateway.client({ clientId: 'changing', role: 'operator' });
    const read = await ask('GET', '/clients/changing');
    const etag = read.headers.get('etag') ?? '';
    const body = { name: 'changing', scopes: ['camera:read'] };
    expect(await status('PUT', '/clients/changing', body, { ...gateway.owner(), 'If-Match': '"other"' })).toBe(412);
    expect(await status('PUT', '/clients/changing', body, { ...gateway.owner(), 'If-Match': etag })).toBe(200);
    expect((await fetch(`${gateway.url}/sensors/v1/tags`, { headers })).status).toBe(403);
    expect((await fetch(`${gateway.url}/camera/v1/cameras`, { headers })).status).toBe(200);
    expect(await status('PUT', '/clients/changing', { ...body, disabled: true })).toBe(200);
    expect((await fetch(`${gateway.url}/camera/v1/cameras`, { headers })).status).toBe(401);
    expect(await status('PUT', '/clients/changing', body)).toBe(200);
    expect((await fetch(`${gateway.url}/camera/v1/cameras`, { headers })).status).toBe(401);
    expect(await status('DELETE', '/clients/changing', undefined, { ...gateway.owner(), 'If-Match': etag })).toBe(412);
    expect([await status('DELETE', '/clients/changing'), await status('GET', '/clients/changing')]).toEqual([204, 404]);
  });

  it('gets another secret, and loses all its tokens', async () => {
    const headers = await gateway.client({ clientId: 'careless', scopes: ['camera:read'] });
    const usable = async () => (await fetch(`${gateway.url}/camera/v1/cameras`, { headers })).status;
    const overlapping = await ask('POST', '/clients/careless/secret', { overlapS: 60 });
    expect([overlapping.headers.get('cache-control'), await usable()]).toEqual(['no-store', 200]);
    const { clientSecret } = (await (await ask('POST', '/clients/careless/secret', {})).json()) as { clientSecret: string };
    expect(await usable()).toBe(401);
    const next = await gateway.signIn('careless', clientSecret);
    expect(await status('POST', '/clients/careless/revocation')).toBe(204);
    expect((await fetch(`${gateway.url}/camera/v1/cameras`, { headers: next })).status).toBe(401);
    await gateway.signIn('careless', clientSecret);
  });

  it.each([
    ['without role and scopes', {}],
    ['with both', { role: 'viewer', scopes: [] }],
    ['with a scope that there is not', { scopes: ['camera:fly'] }],
    ['of a tenant that there is not', { scopes: [], tenant: 'nowhere' }],
    ['with a name of two lines', { scopes: [], name: 'a\nb' }],
  ])('is refused %s', async (_, body) => {
    expect(await status('POST', '/clients', { name: 'x', ...body })).toBe(400);
  });
});

describe("A tenant's own administrator", () => {
  it('sees and looks after its own, and what else there is is not there', async () => {
    await made('/clients', { clientId: 'plates', name: 'plates', scopes: ['camera:read'] }, chief);
    expect((await named('/clients', chief)).sort()).toEqual(['chief', 'plates']);
    expect(await named('/tenants', chief)).toEqual(['town']);
    for (const other of ['stranger', 'administrator', 'nobody']) {
      const expected = [404, `there is no client ${other}`];
      expect(await detail('GET', `/clients/${other}`, undefined, chief)).toEqual(expected);
      expect(await detail('PUT', `/clients/${other}`, { name: 'x', scopes: [] }, chief)).toEqual(expected);
      expect(await detail('POST', `/clients/${other}/secret`, {}, chief)).toEqual(expected);
      expect(await detail('POST', `/clients/${other}/revocation`, undefined, chief)).toEqual(expected);
      expect(await detail('DELETE', `/clients/${other}`, undefined, chief)).toEqual(expected);
    }
    for (const other of ['harbour', 'host', 'nowhere']) {
      const expected = [404, `there is no tenant ${other}`];
      expect(await detail('GET', `/tenants/${other}`, undefined, chief)).toEqual(expected);
      expect(await detail('PUT', `/tenants/${other}`, { devices: 'all' }, chief)).toEqual(expected);
      expect(await detail('DELETE', `/tenants/${other}`, undefined, chief)).toEqual(expected);
    }
    const client = { name: 'x', scopes: [] };
    for (const tenant of ['harbour', 'host', 'nowhere'])
      expect(await detail('POST', '/clients', { ...client, tenant }, chief)).toEqual([
        403,
        'this takes something of another tenant than town, which this token does not have',
      ]);
    expect(await status('PUT', '/tenants/town', { devices: 'all' }, chief)).toBe(403);
    expect(await status('DELETE', '/tenants/town', undefined, chief)).toBe(403);
    expect(await status('POST', '/tenants', { tenant: 'harbour', devices: 'all' }, chief)).toBe(403);
    // what nobody gave a clientId cannot be taken from another tenant either
    expect(await status('POST', '/clients', { ...client, clientId: 'stranger' }, chief)).toBe(409);
    expect(await named('/clients', stranger)).toEqual(['stranger']);
  });

  it('gives no more than it has', async () => {
    const refused = async (body: object, headers = chief) =>
      (await detail('POST', '/clients', { name: 'x', ...body }, headers))[1];
    expect(await refused({ scopes: [], appInstanceIds: ['app-x'], devices: ['camera-lens-2'] })).toContain('app-x');
    expect(await refused({ scopes: [], appInstanceIds: ['app-of-others'] })).toContain('app-of-others');
    const clerk = await gateway.client({
      ...{ clientId: 'clerk', tenant: 'town', scopes: ['access:write', 'camera:read'], devices: ['camera-lens-1'] },
    });
    expect(await refused({ scopes: ['sensors:read'], devices: [] }, clerk)).toContain('the scope sensors:read');
    expect(await refused({ role: 'viewer', devices: [] }, clerk)).toContain('the scope');
    expect(await refused({ scopes: ['camera:read'] }, clerk)).toContain('also later ones');
    // the town does not see it now, and may one day
    expect(await refused({ scopes: ['camera:read'], devices: ['camera-lens-2'] }, clerk)).toContain('camera-lens-2');
    expect(await status('POST', '/clients/chief/secret', {}, clerk)).toBe(403);
    expect(await status('DELETE', '/clients/chief', undefined, clerk)).toBe(403);
    expect(await status('POST', '/clients/chief/revocation', undefined, clerk)).toBe(403);
    // also whoever looks after all, with a token for less
    const less = { Authorization: `Bearer ${await gateway.token({ scopes: ['access:write'] })}` };
    expect(await status('POST', '/clients/administrator/secret', {}, less)).toBe(403);
  });
});

describe('A tenant', () => {
  it('sees its devices, and its clients no others, from the moment that this is said', async () => {
    const headers = await gateway.client({ clientId: 'watcher', tenant: 'park', role: 'admin' });
    const etag = (await ask('GET', '/tenants/park')).headers.get('etag') ?? '';
    const body = { devices: ['camera-lens-2'], description: 'the park', quotas: { readsPerSecond: 1000 } };
    expect(await status('PUT', '/tenants/park', body, { ...gateway.owner(), 'If-Match': etag })).toBe(200);
    expect(await status('PUT', '/tenants/park', body, { ...gateway.owner(), 'If-Match': etag })).toBe(412);
    expect(await (await ask('GET', '/tenants/park', undefined, headers)).json()).toMatchObject({ tenant: 'park', ...body });
    expect(await detail('DELETE', '/tenants/park')).toEqual([409, 'the tenant park has clients: delete these first']);
    await ask('DELETE', '/clients/watcher');
    expect([await status('DELETE', '/tenants/park'), await status('GET', '/tenants/park')]).toEqual([204, 404]);
    expect(await status('DELETE', '/tenants/host')).toBe(403);
  });

  it('stays as long as there are applications of it', async () => {
    const headers = await gateway.client({ clientId: 'maker', tenant: 'mall', role: 'operator' });
    const made = await gateway.send('POST', '/registry/v1/applications', { appName: 'x' }, headers);
    expect(made.status).toBe(201);
    await ask('DELETE', '/clients/maker');
    expect(await detail('DELETE', '/tenants/mall')).toEqual([409, 'the tenant mall has applications: delete these first']);
    await gateway.get(made.headers.get('location') ?? '', { method: 'DELETE' });
    expect(await status('DELETE', '/tenants/mall')).toBe(204);
  });
});

describe('Quotas', () => {
  it('are of operations that there are', () => {
    const ids = [camera, platform, sensors].flatMap((document) =>
      [...operationsOf(document)].map(({ object }) => object.operationId),
    );
    expect(Object.keys(USES).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('hold for the clients of a tenant together, and for nobody else', async () => {
    const quotas = { applications: 1, subscriptions: 1, eventReaders: 1, streams: 1, pointsPerDay: 2 };
    await made('/tenants', { tenant: 'small', devices: 'all', quotas });
    const [one, two] = [
      await gateway.client({ clientId: 'one', tenant: 'small', role: 'operator' }),
      await gateway.client({ clientId: 'two', tenant: 'small', role: 'operator' }),
    ];
    const send = (path: string, body: object, headers: Headers) => gateway.send('POST', path, body, headers);
    const application = (headers: Headers) => send('/registry/v1/applications', { appName: 'x' }, headers);
    const small = await application(one);
    expect(small.status).toBe(201);
    const refused = await application(two);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('its quota applications')]);
    const registration = { appName: 'x', endpoint: { uris: ['http://127.0.0.1:9/'] } };
    expect((await send('/mec_app_support/v1/registrations', registration, two)).status).toBe(403);
    const large = await application(gateway.owner());
    expect(large.status).toBe(201);

    const subscription = {
      subscriptionType: 'SerAvailabilityNotificationSubscription',
      websockNotifConfig: { requestWebsocketUri: true },
    };
    const idOf = (response: Response) => response.headers.get('location')?.split('/').at(-1) ?? '';
    const subscribe = (headers: Headers, of = small) =>
      send(`/mec_service_mgmt/v1/applications/${idOf(of)}/subscriptions`, subscription, headers);
    expect([(await subscribe(one)).status, (await subscribe(two)).status]).toEqual([201, 403]);
    expect((await subscribe(gateway.owner(), large)).status).toBe(201);

    const point = { measurement: 'people', tags: {}, fields: { count: 1 } };
    const add = (headers: Headers, count = 1) =>
      send(
        '/sensors/v1/readings',
        Array.from({ length: count }, () => point),
        headers,
      );
    // those that were not added do not count
    expect((await send('/sensors/v1/readings', [{ ...point, measurement: 'ruuvi_measurements' }], one)).status).toBeGreaterThan(
      399,
    );
    expect([(await add(one)).status, (await add(two)).status, (await add(one, 3)).status]).toEqual([204, 204, 403]);
    const later = await add(two);
    expect([later.status, Number(later.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(later.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
  });

  it('give a place back when its reader has gone', async () => {
    await made('/tenants', { tenant: 'narrow', devices: 'all', quotas: { eventReaders: 1, streams: 1 } });
    const headers = await gateway.client({ clientId: 'narrow', tenant: 'narrow', role: 'viewer' });
    const connect = async () => {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/events/v1`, { headers });
      const outcome = await new Promise<number>((resolve) => {
        socket.once('open', () => resolve(101)).on('error', () => {});
        socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      });
      return { socket, outcome };
    };
    const first = await connect();
    expect([first.outcome, (await connect()).outcome]).toEqual([101, 403]);
    first.socket.close();
    await once(first.socket, 'close');
    await until(async () => (await connect()).outcome === 101);

    const stream = async () => {
      const stop = new AbortController();
      const response = await fetch(`${gateway.url}/camera/v1/cameras/lens-1/stream`, { headers, signal: stop.signal });
      return { outcome: response.status, stop };
    };
    const looking = await stream();
    expect([looking.outcome, (await stream()).outcome]).toEqual([200, 403]);
    looking.stop.abort();
    await until(async () => (await stream()).outcome === 200);
  });

  it('hold for reads that are answered again from memory', async () => {
    await made('/tenants', { tenant: 'slow', devices: 'all', quotas: { readsPerSecond: 0.1 } });
    const headers = await gateway.client({ clientId: 'slow', tenant: 'slow', scopes: ['sensors:read'] });
    const read = () => fetch(`${gateway.url}/sensors/v1/readings/latest`, { headers });
    expect((await read()).status).toBe(200);
    const refused = await read();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('its quota readsPerSecond') });
  });
});

describe('Usage', () => {
  it('is counted per client, and to a tenant shown of its own', async () => {
    const headers = await gateway.client({ clientId: 'used', tenant: 'counted', role: 'admin' });
    const first = await fetch(`${gateway.url}/sensors/v1/readings/latest`, { headers });
    const bytes = (await first.arrayBuffer()).byteLength;
    const point = [{ measurement: 'people', tags: {}, fields: { count: 1 } }];
    expect((await gateway.send('POST', '/sensors/v1/readings', point, headers)).status).toBe(204);
    const etag = first.headers.get('etag') ?? '';
    await fetch(`${gateway.url}/sensors/v1/readings/latest`, { headers: { ...headers, 'If-None-Match': etag } });
    const found = (await (await ask('GET', '/usage', undefined, headers)).json()) as { bytesSent: number }[];
    expect(found).toEqual([
      {
        tenant: 'counted',
        client: 'used',
        since: expect.any(String),
        reads: 3,
        writes: 1,
        refused: 0,
        bytesSent: expect.any(Number),
        points: 1,
      },
    ]);
    // the reading may have been another by then, and then there was no 304
    expect(found[0]?.bytesSent).toBeGreaterThanOrEqual(bytes);
    const all = (await (await ask('GET', '/usage')).json()) as { tenant: string; client: string }[];
    expect(all).toEqual(expect.arrayContaining([expect.objectContaining({ tenant: 'host', client: 'administrator' })]));
    expect(new Set(all.map(({ tenant }) => tenant)).size).toBeGreaterThan(2);
  });

  it('is exported as a table', async () => {
    const response = await ask('GET', '/usage?filter=(eq,client,administrator)', undefined, {
      ...gateway.owner(),
      Accept: 'text/csv',
    });
    expect(response.headers.get('content-type')).toBe('text/csv;charset=utf-8;header=present');
    const lines = (await response.text()).split('\r\n');
    expect(lines).toEqual([
      'tenant,client,since,reads,writes,refused,bytesSent,points',
      expect.stringMatching(/^host,administrator,\d{4}-\d\d-\d\dT[\d:.]+Z,\d+,\d+,0,\d+,\d+$/),
      '',
    ]);
  });
});

it('What was said and counted is there after a restart', async () => {
  const { dir } = gateway;
  const before = [await named('/clients'), await named('/tenants')];
  await gateway.stop();
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: lens }, { dir });
  expect([await named('/clients'), await named('/tenants')]).toEqual(before);
  const [{ reads = 0 } = {}] = (await (await ask('GET', '/usage?filter=(eq,client,used)')).json()) as { reads?: number }[];
  expect(reads).toBe(3);
});
