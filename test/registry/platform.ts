import { EventBus } from '../../src/events/bus.js';
import { Outbox } from '../../src/events/outbox.js';
import { Subscriptions } from '../../src/events/subscriptions.js';
import { Applications } from '../../src/registry/applications.js';
import { type DnsRule, Rules, type TrafficRule } from '../../src/registry/rules.js';
import { Serial } from '../../src/registry/serial.js';
import type { ServiceChange, ServiceInfoRequest } from '../../src/registry/service.js';
import { Services } from '../../src/registry/services.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from './fake-state.js';
import { type Audience } from '../../src/registry/audience.js';
import { service } from '../bodies.js';

/** The gateway's own identifier. */
export const OWN = 'gateway';
/** For what is allowed, and for what is as it is thought to be. */
export const anything = (): undefined => undefined;

const BOUNDS = {
  services: { perApplication: 3, total: 5, characters: 2_000 },
  subscriptions: { perApplication: 3, total: 5 },
  outbox: { perSubscriber: 10, total: 100 },
};

/** The registry as the gateway has it, on a state in memory and a clock that is moved by hand; identifiers count up. */
export async function openPlatform({
  state = new FakeState(),
  clock = new ManualClock(),
  bounds = BOUNDS,
  liveness = { min: 5, max: 100, chosen: 60 },
  requireReady = false,
} = {}) {
  const [bus, changes] = [new EventBus(), new Serial()];
  let ids = 0;
  const run = state.runs++;
  const newId = () => `id-${run}-${++ids}`;
  const told: ServiceChange[] = [];
  bus.subscribe('service', (change) => told.push(change));
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const outbox = await Outbox.load(state, bounds.outbox, clock, report);
  const audienceOf = (): Audience => ({});
  const parts = { state, outbox, bus, clock, audienceOf, changes, newId, liveness };
  const services = await Services.load({ ...parts, bounds: bounds.services });
  const subscriptions = await Subscriptions.load(state, outbox, changes, newId, bounds.subscriptions);
  const [trafficRules, dnsRules] = [await Rules.traffic(state, changes, 50), await Rules.dns(state, changes, 50)];
  const applications = await Applications.load({
    ...{ state, outbox, clock, changes, newId, services, subscriptions, trafficRules, dnsRules, report, requireReady },
    own: OWN,
    bounds: { total: 10, characters: 2_000 },
  });
  return { state, clock, bus, outbox, services, subscriptions, trafficRules, dnsRules, applications, told, reports };
}

export function trafficRule(trafficRuleId: string, state: TrafficRule['state'] = 'ACTIVE'): TrafficRule {
  return { trafficRuleId, filterType: 'FLOW', priority: 1, trafficFilter: [{ dstPort: ['80'] }], action: 'DROP', state };
}

export function dnsRule(dnsRuleId: string, state: DnsRule['state'] = 'ACTIVE'): DnsRule {
  return { dnsRuleId, domainName: 'plates.test', ipAddressType: 'IP_V4', ipAddress: '10.0.0.1', state };
}

/** What an application says of a service. */
export function serviceRequest(changes: Partial<ServiceInfoRequest> = {}): ServiceInfoRequest {
  return {
    ...service,
    scopeOfLocality: 'MEC_HOST',
    consumedLocalOnly: true,
    ...changes,
  };
}
