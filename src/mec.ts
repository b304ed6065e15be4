import { randomUUID } from 'node:crypto';
import { notificationWriter } from './apis/mec011/notifications.js';
import type { CloudEvent, CloudEvents } from './apis/platform/cloud-events.js';
import { Access } from './auth/access.js';
import type { Clients } from './auth/clients.js';
import { HttpPostman } from './callbacks/http-postman.js';
import type { Tenants } from './auth/tenants.js';
import type { CameraMotion } from './camera/motion/motion-watch.js';
import type { Clock } from './clock.js';
import type { Config } from './config/schema.js';
import { messageOf } from './errors.js';
import { SystemTimeSource } from './devices/timing/system-time-source.js';
import { Announcer } from './events/announcer.js';
import type { EventBus } from './events/bus.js';
import { Courier } from './events/courier.js';
import type { ConditionNotice, EdgeNotice, MotionNotice } from './events/notice.js';
import { type Hears, Outbox } from './events/outbox.js';
import { type SubscriptionQuotas, Subscriptions } from './events/subscriptions.js';
import type { GpioEdge } from './gpio/line.js';
import { KeepAlive } from './http/keep-alive.js';
import type { Outgoing } from './outgoing/outgoing.js';
import { ownAddresses } from './own-addresses.js';
import { Applications } from './registry/applications.js';
import type { Audience } from './registry/audience.js';
import { deviceIdOf } from './registry/devices.js';
import { active, observedHealth } from './registry/health.js';
import { locality } from './registry/locality.js';
import type { Gateway } from './registry/own-services.js';
import { Rules } from './registry/rules.js';
import { Serial } from './registry/serial.js';
import type { TransportInfo } from './registry/service.js';
import { Services } from './registry/services.js';
import type { State } from './registry/state.js';
import type { Subsystem } from './registry/subsystem.js';
import { Timing } from './registry/timing.js';
import type { ConditionChange } from './sensors/conditions/condition.js';
import { Conditions } from './sensors/conditions/conditions.js';
import { type TagReading, tagNameOf, withColons } from './sensors/tag-reading.js';

const SWEEP_MS = 1_000;
/** How long the end waits for a disk that hangs. What was delivered and not noted by then is delivered again. */
const CLOSE_MS = 3_000;
const SERVICE_BOUNDS = { perApplication: 100, total: 11_000, characters: 16_384 };
const SUBSCRIPTION_BOUNDS = { perApplication: 100, total: 1_000 };
/** All services may change at once, as when a network falls silent: nobody who lives is to miss any of it. */
const OUTBOX_BOUNDS = { perSubscriber: SERVICE_BOUNDS.total, total: 2 * SERVICE_BOUNDS.total };
/** Of either kind. */
const MOST_RULES = 2_000;
const CONDITION_BOUNDS = { entered: 20_000, windows: 10_000 };
const APPLICATION_BOUNDS = { total: 1_000, characters: 16_384 };

export interface MecParts {
  readonly state: State;
  readonly bus: EventBus;
  /** Names what happens. */
  readonly events: CloudEvents;
  readonly clock: Clock;
  readonly report: (message: string) => void;
  readonly gateway: Gateway;
  readonly clients: Pick<Clients, 'find' | 'list' | 'ownerOf'>;
  readonly tenants: Pick<Tenants, 'find'>;
  /** To where callbacks may go. */
  readonly outgoing: Outgoing;
  /** The latest of each tag that is known. */
  readonly latest: () => readonly TagReading[];
}

/** The MEC platform: applications, their services, rules and subscriptions, who may see them, and whoever brings notifications. */
export type Mec = Awaited<ReturnType<typeof openMec>>;

/**
 * Restores the platform from the state, and begins to deliver what waits.
 *
 * @returns everything that its APIs are made of; disposing it ends deliveries, and notes what was delivered
 */
export async function openMec(config: Config, parts: MecParts) {
  const { state, bus, events, clock, report, gateway, outgoing, clients, tenants } = parts;
  const changes = new Serial();
  const newId = randomUUID;
  const access = new Access({
    own: gateway.id,
    application: (appInstanceId) => applications.find(appInstanceId),
    clients,
    tenants,
  });
  // where nobody needs a token nobody's sight ends
  const hears: Hears = (subscription, audience) => config.auth.mode === 'none' || access.hears(subscription, audience);
  const outbox = await Outbox.load(state, OUTBOX_BOUNDS, clock, report, hears);
  const services = await Services.load({
    state,
    outbox,
    bus,
    clock,
    audienceOf: (service) => access.audienceOf(service),
    changes,
    newId,
    bounds: SERVICE_BOUNDS,
    liveness: livenessOf(config.mec.liveness),
  });
  const ofTenants: SubscriptionQuotas = {
    tenantOf: (appInstanceId) => (applications.find(appInstanceId)?.owner ?? clients.ownerOf(appInstanceId))?.tenant,
    most: (tenant) => tenants.find(tenant)?.quotas.subscriptions,
  };
  const subscriptions = await Subscriptions.load(state, outbox, changes, newId, { ...SUBSCRIPTION_BOUNDS, ofTenants });
  const trafficRules = await Rules.traffic(state, changes, MOST_RULES);
  const dnsRules = await Rules.dns(state, changes, MOST_RULES);
  const applications: Applications = await Applications.load({
    ...{ state, outbox, clock, changes, newId, services, subscriptions, trafficRules, dnsRules, report },
    own: gateway.id,
    bounds: APPLICATION_BOUNDS,
    mostOf: (tenant) => tenants.find(tenant)?.quotas.applications,
    requireReady: config.mec.requireReady,
  });

  const postman = new HttpPostman(outgoing, clock);
  const courier = new Courier({ postman, clock, random: Math.random, write: notificationWriter(gateway.url) });
  outbox.serve((mailbox, signal) => courier.serve(mailbox, signal));
  const edges = new Announcer(outbox, OUTBOX_BOUNDS.perSubscriber, report);
  const hearing = bus.subscribe('edge', (edge) => edges.announce(edgeNotice(edge, events.of('edge', edge, clock.now()))));
  const moves = new Announcer(outbox, OUTBOX_BOUNDS.perSubscriber, report);
  const seeing = bus.subscribe('motion', (one) => moves.announce(motionNotice(one, events.of('motion', one, clock.now()))));
  const told = new Announcer(outbox, OUTBOX_BOUNDS.perSubscriber, report);
  const conditions = await Conditions.load({
    ...{ state, clock, bounds: CONDITION_BOUNDS },
    sees: (subscription, mac) => hears(subscription, audienceOf(mac)),
    tell: (change, kept) => told.announce(conditionNotice(change, events.ofCondition(change)), kept),
    forget: (gone) => told.keep(gone),
  });
  subscriptions.follow(conditions);
  conditions.begin(parts.latest());
  const watching = watchTags(bus, conditions);
  const keepAlive = new KeepAlive(clock);
  const sweeping = clock.every(SWEEP_MS, () => {
    conditions.sweep();
    services.sweep().catch((error: unknown) => report(`services: who is silent cannot be told: ${messageOf(error)}`));
  });

  const subsystem: Subsystem = {
    name: 'notifications',
    health: observedHealth(active),
    counters: () => ({
      ...courier.counters,
      dropped: edges.counters.dropped + moves.counters.dropped + told.counters.dropped,
      waiting: outbox.size,
      conditionsEntered: conditions.counters.entered,
      conditionsRefused: conditions.counters.refused,
    }),
  };
  return {
    ...{ access, services, applications, subscriptions, conditions, trafficRules, dnsRules, outbox, postman, keepAlive },
    subsystem,
    url: gateway.url,
    locality: locality(config.mec.localNetworks, ownAddresses),
    timing: new Timing(new SystemTimeSource({ clock }), clock),
    transports: Object.entries(config.mec.transports).map(toTransportInfo),
    async [Symbol.asyncDispose]() {
      hearing[Symbol.dispose]();
      seeing[Symbol.dispose]();
      watching[Symbol.dispose]();
      sweeping[Symbol.dispose]();
      keepAlive[Symbol.dispose]();
      const patience = new AbortController();
      const closed = Promise.all([edges, moves, told, applications, outbox].map((one) => one[Symbol.asyncDispose]()));
      await Promise.race([closed, clock.sleep(CLOSE_MS, patience.signal)]);
      patience.abort();
    },
  };
}

function edgeNotice({ lineId, edge }: GpioEdge, event: CloudEvent): EdgeNotice {
  return { kind: 'edge', lineId, edge, event, audience: { deviceId: deviceIdOf('LINE', lineId) } };
}

function motionNotice({ cameraId, zoneId, change }: CameraMotion, event: CloudEvent): MotionNotice {
  const audience = { deviceId: deviceIdOf('CAMERA', cameraId) };
  return { kind: 'motion', cameraId, ...(zoneId === undefined ? {} : { zoneId }), change, event, audience };
}

function conditionNotice({ subscriptionId, mac }: ConditionChange, event: CloudEvent): ConditionNotice {
  return { kind: 'condition', subscriptionId, event, audience: audienceOf(mac) };
}

function audienceOf(mac: string): Audience {
  return { deviceId: deviceIdOf('TAG', tagNameOf(mac)) };
}

/** Conditions hear of readings, and of tags that are no more. */
function watchTags(bus: EventBus, conditions: Conditions): Disposable {
  const hearing = bus.subscribe('reading', (reading) => conditions.hear(reading));
  const prefix = deviceIdOf('TAG', '');
  const losing = bus.subscribe('device', ({ changeType, device: { kind, deviceId } }) => {
    if (changeType === 'REMOVED' && kind === 'TAG') conditions.forget(withColons(deviceId.slice(prefix.length)));
  });
  return {
    [Symbol.dispose]() {
      hearing[Symbol.dispose]();
      losing[Symbol.dispose]();
    },
  };
}

function livenessOf({ intervalS, minIntervalS, maxIntervalS }: Config['mec']['liveness']) {
  return { min: minIntervalS, max: maxIntervalS, chosen: intervalS };
}

function toTransportInfo([id, { uris, description, ...transport }]: [
  string,
  Config['mec']['transports'][string],
]): TransportInfo {
  return { id, ...transport, ...(description === undefined ? {} : { description }), endpoint: { uris }, security: {} };
}
