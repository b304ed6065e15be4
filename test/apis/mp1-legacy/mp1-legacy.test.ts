import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '../../../generated/mp1-legacy.js';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { TestGateway } from '../../gateway.js';
import { service as plates, transportInfo } from '../../bodies.js';

type ServiceInfo = components['schemas']['Mp1ServiceInfo'];

const ROOT = '/mp1/v1';
const NOW = '/mec_service_mgmt/v1';
const category = { href: 'http://127.0.0.1/categories/1', id: 'vision', name: 'vision', version: '1' };
const rule = (dnsRuleId: string, ipAddress: string) => ({
  dnsRuleId,
  domainName: `${dnsRuleId}.example`,
  ipAddressType: 'IP_V4',
  ipAddress,
  ttl: 60,
  state: 'ACTIVE',
});
const RULES = `${ROOT}/applications/app-1/dns_rules`;
const [gate, door] = [rule('gate', '192.0.2.7'), rule('door', '192.0.2.8')];

let gateway: TestGateway;
beforeAll(async () => {
  // no radio, so that the sensors are SUSPENDED
  gateway = await TestGateway.start({
    devices: {},
    mec: { mp1Legacy: true, requireReady: true, transports: { rest: { ...transport(), uris: ['http://127.0.0.1:9001/'] } } },
  });
  const made = { appInstanceId: 'app-1', appName: 'app', dnsRules: [gate, door] };
  expect((await gateway.send('POST', '/registry/v1/applications', made)).status).toBe(201);
});
afterAll(() => gateway.stop());

function transport() {
  const { name, type, protocol, version } = transportInfo;
  return { name, type, protocol, version };
}

const namesAt = async (query: string) =>
  (await gateway.json<ServiceInfo[]>(`${ROOT}/services?${query}`)).map(({ serName }) => serName);

async function refused(response: Response, status: number): Promise<string> {
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  return ((await response.json()) as ProblemDetails).detail;
}

describe('A client of 2019', () => {
  it('offers services, two at once too, that are there for clients of today', async () => {
    const post = (changes: object) => gateway.send('POST', `${ROOT}/services`, { ...plates, ...changes });
    const [response, other] = await Promise.all([
      post({ serCategory: category, livenessInterval: 1, _links: {} }),
      post({ serName: 'people', transportInfo: undefined, transportId: 'rest' }),
    ]);
    expect([response.status, other.status]).toEqual([201, 201]);
    const body = (await response.json()) as ServiceInfo;
    expect(body).toEqual({ ...plates, serCategory: category, serInstanceId: body.serInstanceId });
    expect((await other.json()) as ServiceInfo).toMatchObject({ transportInfo: { id: 'rest' } });
    const location = response.headers.get('location') ?? '';
    expect(location).toBe(`${NOW}/applications/mp1-legacy/services/${body.serInstanceId}`);
    const now = await gateway.json(location);
    expect(now).toMatchObject({ serName: 'plates', scopeOfLocality: 'MEC_HOST' });
    // it knows no signs of life, so none are waited for
    expect(now).not.toHaveProperty('livenessInterval');
    const applications = await gateway.json<object[]>('/registry/v1/applications');
    expect(applications).toContainEqual(expect.objectContaining({ appInstanceId: 'mp1-legacy', state: 'READY' }));
  });

  it('finds every service in the words of then: no links, no locality, and nothing SUSPENDED', async () => {
    const now = await gateway.json<(ServiceInfo & Record<string, unknown>)[]>(`${NOW}/services`);
    const then = await gateway.json<ServiceInfo[]>(`${ROOT}/services`);
    expect(then.map(({ serInstanceId }) => serInstanceId)).toEqual(now.map(({ serInstanceId }) => serInstanceId));
    const inWordsOfThen = now.map(
      ({ _links, isLocal: _local, scopeOfLocality: _scope, consumedLocalOnly: _only, ...said }) => said,
    );
    const isSuspended = (name: string) => name === 'umec-sensors';
    expect(now.map(({ serName, state }) => [serName, state])).toContainEqual(['umec-sensors', 'SUSPENDED']);
    expect(then).toEqual(inWordsOfThen.map((one) => ({ ...one, state: isSuspended(one.serName) ? 'INACTIVE' : one.state })));
    const response = await gateway.get(`${ROOT}/services`);
    const again = await gateway.get(`${ROOT}/services`, { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('finds services by name, by category or by identifier', async () => {
    const [one] = await gateway.json<ServiceInfo[]>(`${ROOT}/services?ser_name=plates`);
    expect(await namesAt('ser_name=plates')).toEqual(['plates']);
    expect(await namesAt('ser_category_id=vision')).toEqual(['plates']);
    expect(await namesAt(`ser_instance_id=${one?.serInstanceId}`)).toEqual(['plates']);
    expect(await namesAt('ser_name=nothing')).toEqual([]);
  });

  it('asks for the time', async () => {
    const before = Math.floor(Date.now() / 1000);
    const time = await gateway.json<{ seconds: number; timeSourceStatus: string }>(`${ROOT}/timing/current_time`);
    expect(time.seconds).toBeGreaterThanOrEqual(before);
    expect(['TRACEABLE', 'NONTRACEABLE']).toContain(time.timeSourceStatus);
  });

  it('reads the DNS rules of an application, and the newest of each', async () => {
    expect(await gateway.json(RULES)).toEqual([gate, door]);
    expect(await gateway.json(`${RULES}/gate`)).toEqual(gate);
    expect(await refused(await gateway.get(`${ROOT}/applications/nobody/dns_rules`), 404)).toContain('nobody');
    expect(await refused(await gateway.get(`${RULES}/nothing`), 404)).toContain('nothing');
  });
});

describe('Of the faults of 2019', () => {
  it('none erases other rules when one is replaced, here or for clients of today', async () => {
    const { headers } = await gateway.get(`${RULES}/gate`);
    const changed = { ...gate, ipAddress: '192.0.2.70' };
    // the identifier in the address counts
    const put = await gateway.send('PUT', `${RULES}/gate`, { ...changed, dnsRuleId: 'door' });
    expect([put.status, await put.json()]).toEqual([200, changed]);
    expect(await gateway.json(RULES)).toEqual([changed, door]);
    expect(await gateway.json('/mec_app_support/v1/applications/app-1/dns_rules')).toEqual([changed, door]);
    const stale = { 'If-Match': headers.get('etag') ?? '' };
    await refused(await gateway.send('PUT', `${RULES}/gate`, gate, stale), 412);
    expect(await gateway.json(`${RULES}/gate`)).toEqual(changed);
  });

  it.each([
    ['a rule that there is not', 'PUT', `${RULES}/window`, gate, 404],
    ['an address of another kind', 'PUT', `${RULES}/gate`, { ...gate, ipAddress: '2001:db8::1' }, 400],
    ['half a rule', 'PUT', `${RULES}/gate`, { dnsRuleId: 'gate' }, 400],
    ['half a service', 'POST', `${ROOT}/services`, { serName: 'half' }, 400],
    ['a service with the platform’s own state', 'POST', `${ROOT}/services`, { ...plates, state: 'SUSPENDED' }, 400],
    ['a service without a transport', 'POST', `${ROOT}/services`, { ...plates, transportInfo: undefined }, 400],
  ])('none answers 200 to %s, and nothing is changed', async (_what, method, path, body, status) => {
    const state = async () => [await gateway.json(RULES), await gateway.json(`${ROOT}/services`)];
    const before = await state();
    await refused(await gateway.send(method, path, body), status);
    expect(await state()).toEqual(before);
  });

  it.each(['ser_name=plates&ser_category_id=vision', 'ser_name=umec-events&ser_instance_id=x', 'name=plates'])(
    'none takes %p for "either of them"',
    async (query) => {
      await refused(await gateway.get(`${ROOT}/services?${query}`), 400);
    },
  );
});

describe('A gateway that was not told to serve 2019', () => {
  it('has nothing there, and no specification of it', async () => {
    await using modern = await TestGateway.start({ devices: {} });
    for (const path of [
      `${ROOT}/services`,
      `${ROOT}/timing/current_time`,
      ROOT,
      '/openapi/mp1-legacy.yaml',
      '/openapi/mp1-legacy.json',
    ])
      expect([path, (await modern.get(path)).status]).toEqual([path, 404]);
    expect((await modern.send('POST', `${ROOT}/services`, plates)).status).toBe(404);
    expect(await modern.json('/registry/v1/applications')).toEqual([]);
  });
});
