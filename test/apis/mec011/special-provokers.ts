import * as bodies from '../../bodies.js';
import { askFor, type Call, calls } from './calls.js';
import { against, answered, type Provoker, spoiled, withBody } from './provoker.js';
import { stateIsAwayFrom } from './state-is-away.js';
import { suspended } from './suspended.js';
import { MGMT, REGISTRY, SUPPORT, World } from './world.js';

const wrongEndpoints = { endpoint: { ...bodies.endpoint, fqdn: ['here'] } };
const byCallback = { websockNotifConfig: undefined, callbackReference: bodies.callbackReference };

/** What is there to be done to one operation only, by its `operationId`; what can be done to all is in provokers.ts. */
export const special: Readonly<Record<string, readonly Provoker[]>> = {
  Services_GET: [...namedTwice(), ...wrongList()],
  Transports_GET: wrongList(),
  AppServices_GET: [...namedTwice(), ...wrongList()],
  AppServices_POST: [
    ...wrongService(),
    ofTheGateway('the gateway is the one who is to offer it', async () => ({ body: bodies.service })),
    notReady('AppServices_POST'),
    against(403, '100 services are offered already', 'services already', async (world) => {
      const appInstanceId = await world.application();
      for (let count = 0; count < 100; count++) await world.service(appInstanceId);
      return { params: { appInstanceId }, body: bodies.service };
    }),
  ],
  AppServicesServiceId_GET: [ofAnother('serviceId', (world, application) => world.service(application))],
  AppServicesServiceId_PUT: [
    ...wrongService(),
    ofTheGateway("it is one of the gateway's own", async () => ({ body: bodies.service })),
    ofAnother('serviceId', (world, application) => world.service(application)),
  ],
  AppServicesServiceId_DELETE: [
    ofTheGateway("it is one of the gateway's own", async () => ({})),
    ofAnother('serviceId', (world, application) => world.service(application)),
  ],
  ServiceLiveness_GET: [lifeless('ServiceLiveness_GET')],
  ServiceLiveness_PATCH: [
    answered(200, 'sent for a service that was SUSPENDED, for it had been silent for too long', suspended),
    withBody(400, 'a `state` that is not ACTIVE', 'body state', { state: 'SUSPENDED' }),
    lifeless('ServiceLiveness_PATCH'),
    against(409, 'the service is INACTIVE', 'INACTIVE', async (world) => {
      const call = await usual(world, 'ServiceLiveness_PATCH');
      const path = `${MGMT}/applications/${call.params.appInstanceId}/services/${call.params.serviceId}`;
      await world.must({ method: 'PUT', path, body: { ...bodies.service, livenessInterval: 60, state: 'INACTIVE' } });
      return call;
    }),
    stateIsAwayFrom(suspended, 'the service is SUSPENDED, and the table of the state is away from state.db'),
  ],
  AppSubscriptions_POST: [
    ...wrongSubscription(),
    withBody(400, 'two ways to name services in `filteringCriteria`', 'filteringCriteria', {
      filteringCriteria: { serNames: ['plates'], serInstanceIds: ['1'] },
    }),
    tooLarge('`filteringCriteria` that are longer than the registry takes', {
      filteringCriteria: { serCategories: longCategories() },
    }),
    ofTheGateway('the gateway is the one who is to be told', async () => ({ body: bodies.toServices })),
    notReady('AppSubscriptions_POST'),
    against(403, '100 subscriptions are made already', 'subscriptions already', async (world) => {
      const appInstanceId = await world.application();
      for (let count = 0; count < 100; count++) await world.toServices(appInstanceId);
      return { params: { appInstanceId }, body: bodies.toServices };
    }),
  ],
  AppSubscriptionsSubscriptionId_GET: [
    ofAnother('subscriptionId', (world, application) => world.toServices(application)),
    ofTheOtherApi((world, application) => world.toTheEnd(application)),
  ],
  AppSubscriptionsSubscriptionId_PUT: [
    ...wrongSubscription(),
    tooLarge('`filteringCriteria` that are longer than the registry takes', {
      filteringCriteria: { serCategories: longCategories() },
    }),
    ofAnother('subscriptionId', (world, application) => world.toServices(application)),
  ],
  AppSubscriptionsSubscriptionId_DELETE: [ofAnother('subscriptionId', (world, application) => world.toServices(application))],
  AppSubscriptionsSubscriptionIdWebsocket_GET: [toldElsewhere((world, application) => world.toServices(application, byCallback))],

  Registrations_POST: [
    answered(201, "sent by one that the platform's management has made", managed),
    ...wrongRegistration(),
    against(403, 'the instance is registered already', 'registered already', async (world) => {
      const call = await managed(world);
      await world.must({ method: 'POST', path: `${SUPPORT}/registrations`, body: call.body });
      return call;
    }),
    fullOfApplications({ params: {}, body: bodies.registration }),
  ],
  Registration_GET: [neverRegistered('Registration_GET')],
  Registration_PUT: [...wrongRegistration(), neverRegistered('Registration_PUT')],
  Registration_DELETE: [neverRegistered('Registration_DELETE')],
  ApplicationsSubscriptions_POST: [
    ...wrongSubscription(),
    ofTheGateway('the gateway is the one who is to be told', async () => ({ body: bodies.toTheEnd })),
    notReady('ApplicationsSubscriptions_POST'),
  ],
  ApplicationsSubscription_GET: [
    ofAnother('subscriptionId', (world, application) => world.toTheEnd(application)),
    ofTheOtherApi((world, application) => world.toServices(application)),
  ],
  ApplicationsSubscription_PUT: [
    ...wrongSubscription(),
    ofAnother('subscriptionId', (world, application) => world.toTheEnd(application)),
  ],
  ApplicationsSubscription_DELETE: [ofAnother('subscriptionId', (world, application) => world.toTheEnd(application))],
  ApplicationsSubscriptionWebsocket_GET: [toldElsewhere((world, application) => world.toTheEnd(application, byCallback))],
  ApplicationsTrafficRules_GET: wrongList(),
  ApplicationsTrafficRule_PUT: [
    withBody(400, 'DROP with a `dstInterface`', 'dstInterface', { dstInterface: { interfaceType: 'IP' } }),
    tooLarge('a rule that is longer than the registry takes', { trafficFilter: longFilters() }),
  ],
  ApplicationsDnsRules_GET: wrongList(),
  ApplicationsDnsRule_PUT: [
    withBody(400, 'an address that is not of its `ipAddressType`', 'expected an address of type IP_V6', {
      ipAddressType: 'IP_V6',
    }),
  ],
  ApplicationsConfirmReady_POST: [
    withBody(400, 'an `indication` that is not READY', 'body indication', { indication: 'NOT_READY' }),
  ],
  ApplicationsConfirmTermination_POST: [
    answered(204, 'the end that was announced', ending),
    withBody(400, 'an `operationAction` that there is not', 'body operationAction', { operationAction: 'PAUSING' }),
    against(409, 'the other `operationAction` than the one announced', 'is STOPPING', async (world) => ({
      params: { appInstanceId: await world.ending('STOPPING') },
      body: { operationAction: 'TERMINATING' },
    })),
    stateIsAwayFrom(ending, 'the end was announced, and the table of the state is away from state.db'),
  ],

  Applications_POST: [
    withBody(400, 'an attribute that there is not', 'colour', { colour: 'red' }),
    withBody(400, 'two rules with the same identifier', 'rule-1', { trafficRules: [bodies.trafficRule, bodies.trafficRule] }),
    withBody(400, 'a rule that cannot be', 'dstInterface', { trafficRules: [{ ...bodies.trafficRule, action: 'PASSTHROUGH' }] }),
    fullOfApplications({ params: {}, body: bodies.managed }),
    against(409, 'an `appInstanceId` that there is already', 'already', async (world) => ({
      params: {},
      body: { ...bodies.managed, appInstanceId: await world.application() },
    })),
    tooLarge('a rule that is longer than the registry takes', {
      trafficRules: [{ ...bodies.trafficRule, trafficFilter: longFilters() }],
    }),
  ],
  ApplicationsTerminate_POST: [
    withBody(400, 'no time to say goodbye', 'body maxGracefulTimeout', { maxGracefulTimeout: 0 }),
    against(409, 'its end is announced already', 'is STOPPING already', async (world) => ({
      params: { appInstanceId: await world.ending('STOPPING') },
      body: { operationAction: 'STOPPING' },
    })),
  ],
};

function usual(world: World, operationId: string): Promise<Call> {
  const make = calls[operationId];
  if (!make) throw new Error(`calls.ts has no call for ${operationId}`);
  return make(world);
}

function namedTwice(): Provoker[] {
  return [
    spoiled(400, 'two of `ser_instance_id`, `ser_name` and `ser_category_id`', 'only one of ser_instance_id', (call) => ({
      ...call,
      query: '?ser_name=plates&ser_category_id=vision',
    })),
  ];
}

function wrongList(): Provoker[] {
  return [
    spoiled(400, 'a `filter` that is none', 'filter', (call) => ({ ...call, query: '?filter=(eq,state)' })),
    spoiled(400, 'an attribute in `fields` that there is not', 'nowhere', (call) => ({ ...call, query: '?fields=nowhere' })),
  ];
}

function wrongService(): Provoker[] {
  const { transportInfo, ...withoutTransport } = bodies.service;
  return [
    withBody(400, '`transportId` and `transportInfo` together', 'body', { transportId: 'broker' }),
    spoiled(400, 'a `transportId` that there is not', 'carrier-pigeon', (call) => ({
      ...call,
      body: { ...withoutTransport, transportId: 'carrier-pigeon' },
    })),
    withBody(400, 'a REST service without `uris`', 'must have uris', {
      transportInfo: { ...transportInfo, endpoint: { fqdn: ['here'] } },
    }),
    withBody(400, 'the `state` SUSPENDED', 'body state', { state: 'SUSPENDED' }),
    tooLarge('a service that is longer than the registry takes', {
      transportInfo: { ...transportInfo, implSpecificInfo: { more: 'x'.repeat(17_000) } },
    }),
  ];
}

function wrongSubscription(): Provoker[] {
  const asked = (callback: string) => ({ websockNotifConfig: undefined, callbackReference: callback });
  return [
    withBody(400, 'neither `callbackReference` nor `websockNotifConfig`', 'callbackReference', { websockNotifConfig: undefined }),
    withBody(400, 'a `callbackReference` with a query', 'has a query', asked('http://127.0.0.1:9/?to=me')),
    withBody(400, 'a `callbackReference` in a network that is not allowed', 'may not call', asked('http://169.254.169.254/')),
  ];
}

function wrongRegistration(): Provoker[] {
  return [
    withBody(400, 'no `endpoint`, by one that came by itself', 'must have endpoint', { endpoint: undefined }),
    withBody(400, 'an `endpoint` of two forms', 'body endpoint', wrongEndpoints),
    withBody(400, '`isInsByMec` without `appDId`', 'must have appDId', { isInsByMec: true, appInstanceId: 'one' }),
    tooLarge('an `appProfile` that is longer than the registry takes', { appProfile: { more: 'x'.repeat(17_000) } }),
  ];
}

function tooLarge(how: string, body: object): Provoker {
  return withBody(413, how, /has \d+ characters, expected at most 16384/, body);
}

function longCategories(): object[] {
  return Array.from({ length: 10 }, (_, at) => ({
    href: `http://h/${'x'.repeat(2_000)}`,
    id: `${at}`,
    name: 'vision',
    version: '1',
  }));
}

function longFilters(): object[] {
  return Array.from({ length: 10 }, () => ({ dstAddress: Array.from({ length: 32 }, () => 'x'.repeat(100)) }));
}

/** The gateway stands in its own registry, and nobody else speaks for it. */
function ofTheGateway(why: string, rest: () => Promise<Partial<Call>>): Provoker {
  return against(403, why, 'is the gateway itself', async (world) => ({
    params: { ...(await world.own()) },
    ...(await rest()),
  }));
}

function notReady(operationId: string): Provoker {
  return against(
    403,
    'the application has not confirmed that it is ready, and `mec.requireReady` is on',
    'is NOT_READY, expected that it confirms ready first',
    async () => ({ params: {} }),
    async (_world, operation) => {
      await using strict = await World.open({ requireReady: true });
      return await askFor(strict, operation, await usual(strict, operationId));
    },
  );
}

function fullOfApplications(call: Call): Provoker {
  return against(403, 'there are 1000 application instances already', '1000 application instances already', async (world) => {
    const { length } = await world.must<unknown[]>({ method: 'GET', path: `${REGISTRY}/applications` });
    await Promise.all(Array.from({ length: 1_000 - length }, () => world.application({ trafficRules: [], dnsRules: [] })));
    return call;
  });
}

/** It is there, and it is another application's. */
function ofAnother(name: string, make: (world: World, appInstanceId: string) => Promise<string>): Provoker {
  return {
    ...spoiled(404, `a \`${name}\` of another application`, /there is no .+ of application/, (call) => call),
    async provoke(world, operation, call) {
      const others = await make(world, await world.application());
      return askFor(world, operation, { ...call, params: { ...call.params, [name]: others } });
    },
  };
}

function ofTheOtherApi(make: (world: World, appInstanceId: string) => Promise<string>): Provoker {
  return {
    ...spoiled(404, 'a subscription of the other API of MEC 011', /there is no subscription .+ here/, (call) => call),
    async provoke(world, operation, call) {
      const subscriptionId = await make(world, call.params.appInstanceId ?? '');
      return askFor(world, operation, { ...call, params: { ...call.params, subscriptionId } });
    },
  };
}

function lifeless(operationId: string): Provoker {
  return against(404, 'a service that has not offered to send signs of life', 'livenessInterval', async (world) => {
    const call = await usual(world, operationId);
    const appInstanceId = call.params.appInstanceId ?? '';
    return { ...call, params: { appInstanceId, serviceId: await world.service(appInstanceId) } };
  });
}

function toldElsewhere(make: (world: World, appInstanceId: string) => Promise<string>): Provoker {
  return {
    ...spoiled(409, 'the subscription is told at its `callbackReference`', 'callbackReference', (call) => call),
    async provoke(world, operation, call) {
      const subscriptionId = await make(world, call.params.appInstanceId ?? '');
      return askFor(world, operation, { ...call, params: { ...call.params, subscriptionId } });
    },
  };
}

async function managed(world: World): Promise<Call> {
  const appInstanceId = await world.application();
  return { params: {}, body: { appName: 'reader', appDId: 'descriptor', isInsByMec: true, appInstanceId } };
}

function neverRegistered(operationId: string): Provoker {
  return against(
    404,
    "the application was made by the platform's management, and has never registered",
    'has not registered',
    async (world) => ({
      ...(await usual(world, operationId)),
      params: { appInstanceId: await world.application() },
    }),
  );
}

async function ending(world: World): Promise<Call> {
  return { params: { appInstanceId: await world.ending('STOPPING') }, body: { operationAction: 'STOPPING' } };
}
