import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components as appSupport } from '../../../generated/mec011-app-support.js';
import type { components as serviceManagement } from '../../../generated/mec011-service-management.js';
import { type Answer, bodyOf, type Question } from './ask.js';
import * as bodies from '../../bodies.js';
import { MGMT, SUPPORT, World } from './world.js';

type ServiceInfo = serviceManagement['schemas']['ServiceInfo'];
type ServiceLivenessInfo = serviceManagement['schemas']['ServiceLivenessInfo'];
type Schemas = appSupport['schemas'];

/** What ETSI's conformance tests for MEC 011 look for besides the statuses, and what its clauses say in prose only. */
let world: World;
let app: string;
beforeAll(async () => {
  world = await World.open();
});
afterEach(() => world.clear());
afterAll(() => world[Symbol.asyncDispose]());

const post = (path: string, body: unknown, more: Partial<Question> = {}) => world.ask({ method: 'POST', path, body, ...more });
const put = (path: string, body: unknown) => world.ask({ method: 'PUT', path, body });
const get = async <T>(path: string) => (await world.must({ method: 'GET', path })) as T;
const statusOf = async (answer: Promise<Answer>) => (await answer).status;
/** Status and detail of a problem. */
const problemOf = async (asked: Promise<Answer>) => {
  const answer = await asked;
  return [answer.status, answer.status < 400 ? '' : (bodyOf(answer) as { detail: string }).detail];
};
const services = () => `${MGMT}/applications/${app}/services`;
const offered = async (changes: object = {}) => bodyOf(await post(services(), { ...bodies.service, ...changes })) as ServiceInfo;
const { transportInfo, ...withoutTransport } = bodies.service;

describe('A service', () => {
  beforeEach(async () => {
    app = await world.application();
  });

  it('has the identifier and the links that the platform gives it, whatever the client sends', async () => {
    const sent = { serInstanceId: 'mine', _links: { self: { href: '/mine' } }, appInstanceId: 'somebody', isLocal: false };
    const created = await post(services(), { ...bodies.service, ...sent });
    const body = bodyOf(created) as ServiceInfo & { appInstanceId?: string };
    expect([created.status, body.serInstanceId === 'mine', body.appInstanceId, body.isLocal]).toEqual([
      201,
      false,
      undefined,
      true,
    ]);
    expect(body._links.self.href).toBe(`${MGMT}/services/${body.serInstanceId}`);
    const replaced = await put(`${services()}/${body.serInstanceId}`, { ...bodies.service, ...sent, version: '2' });
    expect([replaced.status, bodyOf(replaced)]).toEqual([200, { ...body, version: '2' }]);
  });

  it('is answered with headers that are spelled as the tests of ETSI look for them', async () => {
    const { rawHeaders } = await post(services(), bodies.service);
    expect(rawHeaders).toEqual(expect.arrayContaining(['Location', 'Content-Type', 'ETag']));
    const refused = await post(services(), {});
    expect(refused.rawHeaders.slice(refused.rawHeaders.indexOf('Content-Type')).slice(0, 2)).toEqual([
      'Content-Type',
      'application/problem+json',
    ]);
  });

  it('has a locality and a reach also where it does not say so', async () => {
    expect(await offered()).toMatchObject({ scopeOfLocality: 'MEC_HOST', consumedLocalOnly: true, isLocal: true });
    const said = { scopeOfLocality: 'ZONE', consumedLocalOnly: false };
    expect(await offered(said)).toMatchObject(said);
  });

  it('says how it is reached itself, or names a transport of the platform, which is then written out', async () => {
    const [broker] = await get<object[]>(`${MGMT}/transports`);
    const named = bodyOf(await post(services(), { ...withoutTransport, transportId: 'broker' })) as ServiceInfo;
    expect([named.transportInfo, 'transportId' in named]).toEqual([broker, false]);
    expect((await problemOf(post(services(), withoutTransport)))[0]).toBe(400);
    expect((await problemOf(post(services(), { ...bodies.service, transportId: 'broker' })))[0]).toBe(400);
  });

  it.each([
    [201, { uris: ['http://here/'] }],
    [201, { fqdn: ['here.example'] }],
    [201, { addresses: [{ host: '10.0.0.1', port: 80 }] }],
    [201, { alternative: { queue: 'plates' } }],
    [400, {}],
    [400, { uris: ['http://here/'], fqdn: ['here.example'] }],
    [400, { fqdn: ['here.example'], addresses: [{ host: '10.0.0.1', port: 80 }] }],
    [400, { uris: [] }],
    [400, { elsewhere: true }],
  ])('is answered %i when its endpoint is %j', async (status, endpoint) => {
    const body = { ...bodies.service, transportInfo: { ...transportInfo, type: 'RPC', endpoint } };
    expect(await statusOf(post(services(), body))).toBe(status);
  });

  it('of type REST_HTTP has uris, and no other form will do', async () => {
    const body = { ...bodies.service, transportInfo: { ...transportInfo, endpoint: { fqdn: ['here.example'] } } };
    expect(await problemOf(post(services(), body))).toEqual([400, expect.stringContaining('uris')]);
  });

  it('is not there any more when it was withdrawn', async () => {
    const { serInstanceId } = await offered();
    const path = `${services()}/${serInstanceId}`;
    expect(await statusOf(world.ask({ method: 'DELETE', path }))).toBe(204);
    expect([await statusOf(world.ask({ method: 'GET', path })), await statusOf(world.ask({ method: 'DELETE', path }))]).toEqual([
      404, 404,
    ]);
  });
});

describe('A list of services', () => {
  const ids = async (path: string) => (await get<ServiceInfo[]>(path)).map(({ serInstanceId }) => serInstanceId);
  const lists = () => [`${MGMT}/services`, services()];
  let [one, two] = ['', ''];
  beforeEach(async () => {
    app = await world.application();
    one = (await offered({ serName: 'one' })).serInstanceId;
    two = (await offered({ serName: 'two' })).serInstanceId;
  });

  it('is empty where there is none, and that is no error', async () => {
    app = await world.application();
    expect(await get(services())).toEqual([]);
    expect(await get(`${MGMT}/services?ser_name=nowhere`)).toEqual([]);
  });

  it.each(['ser_name=one&ser_name=two', 'ser_name=one,two', 'ser_name=one%2Ctwo'])('takes ?%s for both', async (query) => {
    for (const list of lists()) expect(await ids(`${list}?${query}`)).toEqual([one, two]);
  });

  it('takes identifiers both ways too', async () => {
    for (const list of lists())
      for (const query of [`ser_instance_id=${two}&ser_instance_id=${one}`, `ser_instance_id=${two},${one}`])
        expect(await ids(`${list}?${query}`)).toEqual([one, two]);
  });

  it.each(['ser_names=one', 'serName=one', 'app_instance_id=1', 'x', 'ser_name=one&limit=1'])(
    'refuses ?%s, for it knows no such parameter',
    async (query) => {
      for (const list of lists())
        expect(await problemOf(world.ask({ method: 'GET', path: `${list}?${query}` }))).toEqual([
          400,
          expect.stringContaining(/(\w+)(?:=\w*)?$/.exec(query)?.[1] ?? ''),
        ]);
    },
  );

  it.each([
    'ser_name=one&ser_instance_id=1',
    'ser_name=one&ser_category_id=1',
    'ser_instance_id=1&ser_category_id=1',
    'ser_name=one&ser_instance_id=1&ser_category_id=1',
  ])('refuses ?%s, for only one of them may be given', async (query) => {
    for (const list of lists())
      expect(await problemOf(world.ask({ method: 'GET', path: `${list}?${query}` }))).toEqual([
        400,
        expect.stringContaining('only one of'),
      ]);
  });

  it('is found also where an address was joined with one slash too many', async () => {
    for (const path of [`/${MGMT}/services`, `${MGMT}//services`, `//${MGMT}///applications//${app}//services`])
      expect(await statusOf(world.ask({ method: 'GET', path }))).toBe(200);
  });
});

describe('What is local', () => {
  it('is so for each who asks: another address of this machine is on this host as well', async () => {
    app = await world.application();
    const { serInstanceId } = await offered();
    for (const localAddress of ['127.0.0.1', '127.0.0.2']) {
      const answer = await world.ask({ method: 'GET', path: `${MGMT}/services/${serInstanceId}`, localAddress });
      expect((bodyOf(answer) as ServiceInfo).isLocal).toBe(true);
    }
    expect(await get(`${services()}?is_local=false`)).toEqual([]);
    expect(await get(`${services()}?is_local=true`)).toHaveLength(1);
  });
});

describe('A service that says that it lives', () => {
  beforeEach(async () => {
    app = await world.application();
  });
  const liveness = ({ _links }: ServiceInfo) => _links.liveness?.href ?? '';
  const patch = (path: string, body: unknown, type: string) =>
    world.ask({ method: 'PATCH', path, body, headers: { 'Content-Type': type } });

  it.each([
    [0, 60],
    [1, 1],
    [30, 30],
    [86_400, 3_600],
  ])('and proposes %i s is told %i s, and where', async (proposed, chosen) => {
    const service = await offered({ livenessInterval: proposed });
    expect(service.livenessInterval).toBe(chosen);
    expect(await get<ServiceLivenessInfo>(liveness(service))).toMatchObject({ state: 'ACTIVE', interval: chosen });
  });

  it('need not be one: then it has no interval, and no link', async () => {
    const service = await offered();
    expect([service.livenessInterval, service._links.liveness]).toEqual([undefined, undefined]);
  });

  it.each(['application/json', 'application/merge-patch+json', 'application/merge-patch+json; charset=utf-8'])(
    'does so by PATCH as %s',
    async (type) => {
      const service = await offered({ livenessInterval: 60 });
      const answer = await patch(liveness(service), { state: 'ACTIVE' }, type);
      expect([answer.status, answer.text]).toEqual([204, '']);
    },
  );

  it.each(['INACTIVE', 'SUSPENDED', 'DEAD', 1, null])('may say nothing but ACTIVE: %j is refused', async (state) => {
    const service = await offered({ livenessInterval: 60 });
    expect(await problemOf(patch(liveness(service), { state }, 'application/json'))).toEqual([
      400,
      expect.stringContaining('state'),
    ]);
  });

  it('is refused while its application has it INACTIVE', async () => {
    const service = await offered({ livenessInterval: 60, state: 'INACTIVE' });
    expect(await problemOf(patch(liveness(service), { state: 'ACTIVE' }, 'application/json'))).toEqual([
      409,
      expect.stringContaining('INACTIVE'),
    ]);
  });
});

describe.each([
  ['services', MGMT, bodies.toServices],
  ['the end of an application', SUPPORT, bodies.toTheEnd],
])('A subscription to %s', (_what, root, body) => {
  const subscriptions = () => `${root}/applications/${app}/subscriptions`;
  const byCallback = (callbackReference: string) => ({ ...body, websockNotifConfig: undefined, callbackReference });
  beforeEach(async () => {
    app = await world.application();
  });

  it('is made also when the host of its callback cannot be found now: that is judged when something is sent', async () => {
    const answer = await post(subscriptions(), byCallback('http://no-such-host.invalid/callback'));
    expect([answer.status, bodyOf(answer)]).toEqual([
      201,
      expect.objectContaining({ callbackReference: 'http://no-such-host.invalid/callback' }),
    ]);
  });

  it.each(['http://127.0.0.1/?a=1', 'http://127.0.0.1/#a', 'http://me@127.0.0.1/', '/callback', 'ftp://127.0.0.1/', 'mailto:me'])(
    'is refused with the callback %s',
    async (callback) => {
      expect(await problemOf(post(subscriptions(), byCallback(callback)))).toEqual([
        400,
        expect.stringContaining('callbackReference'),
      ]);
    },
  );

  it('keeps the identifiers and links of the platform, whatever the client sends', async () => {
    const sent = { ...body, appInstanceId: 'somebody', _links: { self: { href: '/mine' } }, subscriptionId: 'mine' };
    const answer = await post(subscriptions(), sent);
    const made = bodyOf(answer) as { _links: { self: { href: string } }; appInstanceId?: string };
    expect([answer.status, made._links.self.href]).toEqual([201, answer.headers.location]);
    expect(answer.headers.location).toMatch(new RegExp(`^${subscriptions()}/[0-9a-f-]{36}$`));
    if (root === SUPPORT) expect(made.appInstanceId).toBe(app);
  });

  it('is told through a WebSocket when it asks for both, and says only that', async () => {
    const both = { ...body, callbackReference: bodies.callbackReference };
    const made = bodyOf(await post(subscriptions(), both)) as object;
    expect(made).toMatchObject({ websockNotifConfig: { websocketUri: expect.stringMatching(/^ws:/) } });
    expect(made).not.toHaveProperty('callbackReference');
  });

  it('stands in the list with its type under both names that ETSI has given to it', async () => {
    expect(await get(subscriptions())).toEqual({ _links: { self: { href: subscriptions() }, subscriptions: [] } });
    const { location } = (await post(subscriptions(), body)).headers;
    expect(await get(subscriptions())).toEqual({
      _links: {
        self: { href: subscriptions() },
        subscriptions: [{ href: location, subscriptionType: body.subscriptionType, rel: body.subscriptionType }],
      },
    });
  });
});

describe('A rule', () => {
  beforeEach(async () => {
    app = await world.application();
  });
  const rules = (kind: string, id: string) => `${SUPPORT}/applications/${app}/${kind}/${id}`;

  it('is the one in the address, whatever identifier the body has', async () => {
    const traffic = await put(rules('traffic_rules', 'rule-1'), { ...bodies.trafficRule, trafficRuleId: 'other', priority: 7 });
    expect([traffic.status, bodyOf(traffic)]).toEqual([200, { ...bodies.trafficRule, priority: 7 }]);
    const dns = await put(rules('dns_rules', 'name-1'), { ...bodies.dnsRule, dnsRuleId: 'other', ttl: 60 });
    expect([dns.status, bodyOf(dns)]).toEqual([200, { ...bodies.dnsRule, ttl: 60 }]);
    for (const path of [rules('traffic_rules', 'other'), rules('dns_rules', 'other')])
      expect(await statusOf(world.ask({ method: 'GET', path }))).toBe(404);
  });

  const to = { interfaceType: 'IP', dstIpAddress: '10.0.0.9' };
  const destinations = [undefined, to, [to], [to, to], [to, to, to], []];
  const fitting: Record<Schemas['TrafficRule']['action'], readonly number[]> = {
    DROP: [0],
    FORWARD_DECAPSULATED: [1, 2],
    FORWARD_ENCAPSULATED: [1, 2],
    PASSTHROUGH: [1, 2],
    DUPLICATE_DECAPSULATED: [3],
    DUPLICATE_ENCAPSULATED: [3],
  };
  it.each(Object.entries(fitting))('that is to %s has as many destinations as that needs', async (action, fit) => {
    const statuses = [];
    for (const dstInterface of destinations)
      statuses.push(await statusOf(put(rules('traffic_rules', 'rule-1'), { ...bodies.trafficRule, action, dstInterface })));
    expect(statuses).toEqual(destinations.map((_, at) => (fit.includes(at) ? 200 : 400)));
  });

  it.each([
    [200, 'IP_V4', '10.0.0.1'],
    [200, 'IP_V6', 'fd00::1'],
    [200, 'IP_V6', '::ffff:10.0.0.1'],
    [400, 'IP_V4', 'fd00::1'],
    [400, 'IP_V6', '10.0.0.1'],
    [400, 'IP_V4', '10.0.0.256'],
    [400, 'IP_V4', 'plates.local'],
    [400, 'IP_V5', '10.0.0.1'],
  ])('for names is answered %i for %s %s', async (status, ipAddressType, ipAddress) => {
    expect(await statusOf(put(rules('dns_rules', 'name-1'), { ...bodies.dnsRule, ipAddressType, ipAddress }))).toBe(status);
  });

  it.each([-1, 256, 1.5, '1'])('has no priority %j', async (priority) => {
    const asked = put(rules('traffic_rules', 'rule-1'), { ...bodies.trafficRule, priority });
    expect(await problemOf(asked)).toEqual([400, expect.stringContaining('priority')]);
  });
});

describe('An application', () => {
  const registrations = `${SUPPORT}/registrations`;

  it('that came by itself is given an identifier, and may not choose it', async () => {
    const answer = await post(registrations, { ...bodies.registration, appInstanceId: 'mine' });
    const { appInstanceId, isInsByMec } = bodyOf(answer) as Schemas['AppInfo'];
    expect([answer.status, answer.headers.location, isInsByMec]).toEqual([201, `${registrations}/${appInstanceId}`, false]);
    expect(appInstanceId).not.toBe('mine');
  });

  it.each([
    ['endpoint', { endpoint: undefined }],
    ['endpoint', { endpoint: undefined, isInsByMec: false }],
    ['appDId', { isInsByMec: true, appInstanceId: 'nobody' }],
    ['appInstanceId', { isInsByMec: true, appDId: 'descriptor' }],
    ['appInstanceId', { isInsByMec: true, appDId: 'descriptor', appInstanceId: 'nobody' }],
    ['appName', { appName: undefined }],
    ['endpoint', { endpoint: { uris: ['http://here/'], fqdn: ['here.example'] } }],
  ])('is asked for %s when it sends %j', async (name, changes) => {
    expect(await problemOf(post(registrations, { ...bodies.registration, ...changes }))).toEqual([
      400,
      expect.stringContaining(name),
    ]);
  });

  it('that the management has made needs no endpoint, and registers once', async () => {
    const appInstanceId = await world.application();
    const body = { appName: 'reader', appDId: 'descriptor', isInsByMec: true, appInstanceId };
    const first = await post(registrations, body);
    expect([first.status, bodyOf(first)]).toEqual([201, body]);
    expect(await statusOf(post(registrations, body))).toBe(403);
  });

  it('replaces what it says with 204 and no body, whoever the body says it is', async () => {
    const appInstanceId = await world.registered();
    const answer = await put(`${registrations}/${appInstanceId}`, {
      ...bodies.registration,
      appInstanceId: 'other',
      appProvider: 'we',
    });
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([204, '', undefined]);
    expect(await get(`${registrations}/${appInstanceId}`)).toEqual({
      ...bodies.registration,
      ...{ appProvider: 'we', appInstanceId, isInsByMec: false },
    });
  });

  it.each(['STOPPING', 'TERMINATING'])('may confirm %s also when nothing of the kind is under way', async (operationAction) => {
    app = await world.application();
    const path = `${SUPPORT}/applications/${app}/confirm_termination`;
    expect(await statusOf(post(path, { operationAction }))).toBe(204);
    expect(await statusOf(world.ask({ method: 'GET', path: `/registry/v1/applications/${app}` }))).toBe(200);
  });

  it('may say that it is ready as often as it likes, and need not before it does anything else', async () => {
    app = await world.application();
    expect((await offered()).serInstanceId).toBeTruthy();
    const ready = () => statusOf(post(`${SUPPORT}/applications/${app}/confirm_ready`, { indication: 'READY' }));
    expect([await ready(), await ready()]).toEqual([204, 204]);
  });

  it('is told the time in seconds and what is left of them', async () => {
    const { seconds, nanoSeconds } = await get<Schemas['CurrentTime']>(`${SUPPORT}/timing/current_time`);
    expect(Math.abs(seconds + nanoSeconds / 1e9 - Date.now() / 1000)).toBeLessThan(60);
    expect(await get<Schemas['TimingCaps']>(`${SUPPORT}/timing/timing_caps`)).toMatchObject({
      timeStamp: { seconds: expect.any(Number), nanoSeconds: expect.any(Number) },
    });
  });
});
