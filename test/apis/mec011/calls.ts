import * as bodies from '../../bodies.js';
import { type Answer, type Question, upgradeHeaders } from './ask.js';
import type { Declared, World } from './world.js';

/** A request to an operation, in its parts, so that one of them can be made wrong. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that succeeds, on an application of its own. */
export type MakeCall = (world: World) => Promise<Call>;

export function questionOf({ base, path, method }: Declared, { params, query = '', ...rest }: Call): Question {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `no-${name}`));
  return { ...rest, method: method.toUpperCase(), path: base + filled + query };
}

export function askFor(world: World, operation: Declared, call: Call): Promise<Answer> {
  return world.ask(questionOf(operation, call));
}

const nothing: MakeCall = async () => ({ params: {} });

const ofApplication =
  (body?: object): MakeCall =>
  async (world) => ({ params: { appInstanceId: await world.application() }, ...(body ? { body } : {}) });

const ofService =
  (body?: object, changes: object = {}): MakeCall =>
  async (world) => {
    const appInstanceId = await world.application();
    const serviceId = await world.service(appInstanceId, changes);
    return { params: { appInstanceId, serviceId }, ...(body ? { body } : {}) };
  };

const ofRegistration =
  (body?: object): MakeCall =>
  async (world) => ({ params: { appInstanceId: await world.registered() }, ...(body ? { body } : {}) });

const ofSubscription =
  (kind: 'toServices' | 'toTheEnd', rest: () => Partial<Call> = () => ({})): MakeCall =>
  async (world) => {
    const appInstanceId = await world.application();
    return { params: { appInstanceId, subscriptionId: await world[kind](appInstanceId) }, ...rest() };
  };

const ofRule =
  (name: 'trafficRuleId' | 'dnsRuleId', ruleId: string, body?: object): MakeCall =>
  async (world) => ({ params: { appInstanceId: await world.application(), [name]: ruleId }, ...(body ? { body } : {}) });

/** A service that promises a sign of life each minute. */
export const ofLivingService = ofService(undefined, { livenessInterval: 60 });

const webSocket = () => ({ headers: upgradeHeaders() });

/** How each operation is called so that it succeeds. */
export const calls: Readonly<Record<string, MakeCall>> = {
  Services_GET: nothing,
  ServicesServiceId_GET: ofService(),
  Transports_GET: nothing,
  AppServices_GET: ofService(),
  AppServices_POST: ofApplication(bodies.service),
  AppServicesServiceId_GET: ofService(),
  AppServicesServiceId_PUT: ofService({ ...bodies.service, version: '1.1' }),
  AppServicesServiceId_DELETE: ofService(),
  ServiceLiveness_GET: ofLivingService,
  ServiceLiveness_PATCH: ofService({ state: 'ACTIVE' }, { livenessInterval: 60 }),
  AppSubscriptions_GET: ofSubscription('toServices'),
  AppSubscriptions_POST: ofApplication(bodies.toServices),
  AppSubscriptionsSubscriptionId_GET: ofSubscription('toServices'),
  AppSubscriptionsSubscriptionId_PUT: ofSubscription('toServices', () => ({ body: bodies.toServices })),
  AppSubscriptionsSubscriptionId_DELETE: ofSubscription('toServices'),
  AppSubscriptionsSubscriptionIdWebsocket_GET: ofSubscription('toServices', webSocket),

  Registrations_POST: async () => ({ params: {}, body: bodies.registration }),
  Registration_GET: ofRegistration(),
  Registration_PUT: ofRegistration({ ...bodies.registration, appProvider: 'we' }),
  Registration_DELETE: ofRegistration(),
  ApplicationsSubscriptions_GET: ofSubscription('toTheEnd'),
  ApplicationsSubscriptions_POST: ofApplication(bodies.toTheEnd),
  ApplicationsSubscription_GET: ofSubscription('toTheEnd'),
  ApplicationsSubscription_PUT: ofSubscription('toTheEnd', () => ({ body: bodies.toTheEnd })),
  ApplicationsSubscription_DELETE: ofSubscription('toTheEnd'),
  ApplicationsSubscriptionWebsocket_GET: ofSubscription('toTheEnd', webSocket),
  ApplicationsTrafficRules_GET: ofApplication(),
  ApplicationsTrafficRule_GET: ofRule('trafficRuleId', 'rule-1'),
  ApplicationsTrafficRule_PUT: ofRule('trafficRuleId', 'rule-1', { ...bodies.trafficRule, state: 'INACTIVE' }),
  ApplicationsDnsRules_GET: ofApplication(),
  ApplicationsDnsRule_GET: ofRule('dnsRuleId', 'name-1'),
  ApplicationsDnsRule_PUT: ofRule('dnsRuleId', 'name-1', { ...bodies.dnsRule, state: 'INACTIVE' }),
  ApplicationsConfirmReady_POST: ofApplication({ indication: 'READY' }),
  ApplicationsConfirmTermination_POST: ofApplication({ operationAction: 'TERMINATING' }),
  TimingCaps_GET: nothing,
  TimingCurrentTime_GET: nothing,

  Applications_GET: ofApplication(),
  Applications_POST: async () => ({ params: {}, body: bodies.managed }),
  ApplicationsAppInstanceId_GET: ofApplication(),
  ApplicationsAppInstanceId_DELETE: ofApplication(),
  ApplicationsTerminate_POST: async (world) => {
    const appInstanceId = await world.application();
    await world.toTheEnd(appInstanceId);
    return { params: { appInstanceId }, body: { operationAction: 'STOPPING', maxGracefulTimeout: 3600 } };
  },
  RegistrySubscriptions_GET: ofSubscription('toServices'),
};
