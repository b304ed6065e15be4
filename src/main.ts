import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as accessSpec from '../generated/access.js';
import * as cameraSpec from '../generated/camera.js';
import * as gpioSpec from '../generated/gpio.js';
import * as appSupportSpec from '../generated/mec011-app-support.js';
import * as serviceManagementSpec from '../generated/mec011-service-management.js';
import * as mp1LegacySpec from '../generated/mp1-legacy.js';
import * as platformSpec from '../generated/platform.js';
import * as registrySpec from '../generated/registry.js';
import * as sensorsSpec from '../generated/sensors.js';
import { accessHandlers } from './apis/access/handlers.js';
import { cameraOfPlace } from './apis/camera/camera-of-place.js';
import { mjpgStreamerAddress } from './apis/camera/mjpg-streamer.js';
import { cameraHandlers } from './apis/camera/handlers.js';
import { gpioHandlers } from './apis/gpio/handlers.js';
import { appSupportHandlers } from './apis/mec011-app-support/handlers.js';
import { serviceManagementHandlers } from './apis/mec011-service-management/handlers.js';
import { mp1LegacyHandlers } from './apis/mp1-legacy/handlers.js';
import { CloudEvents } from './apis/platform/cloud-events.js';
import { EventSockets } from './apis/platform/event-sockets.js';
import { platformHandlers } from './apis/platform/handlers.js';
import { Measurements } from './apis/platform/metrics/measurements.js';
import { Metrics } from './apis/platform/metrics/metrics.js';
import { Things } from './apis/platform/things/things.js';
import { registryHandlers } from './apis/registry/handlers.js';
import { ArrivalSockets } from './apis/sensors/arrival-sockets.js';
import { sensorHandlers } from './apis/sensors/handlers.js';
import { AuditLog } from './audit/audit-log.js';
import { ADMINISTRATOR, firstAdministrator } from './auth/administrator.js';
import { openAuthority } from './auth/authority.js';
import { OpenGrants } from './auth/grants.js';
import { Tickets } from './auth/tickets.js';
import { finishRestore } from './backup/put-in-place.js';
import { atExit } from './at-exit.js';
import { openCameraService } from './camera-service.js';
import { onAbort } from './on-abort.js';
import { type Clock, systemClock } from './clock.js';
import { isLoopback } from './config/is-loopback.js';
import { listenAddress } from './config/listen-address.js';
import type { Config } from './config/schema.js';
import { backupServices } from './control/backup-services.js';
import { Door } from './control/door.js';
import { ownerServices } from './control/owner-services.js';
import { Destinations } from './destinations/destinations.js';
import { type OpenDevices, openDevices } from './devices/open.js';
import { SystemClockWitness } from './devices/timing/system-clock-witness.js';
import { GatewayError } from './errors.js';
import { EventBus } from './events/bus.js';
import { Observed } from './events/observed.js';
import { Lines } from './gpio/lines.js';
import { type Api, defineApi, scopesOf } from './http/api.js';
import { withTokenUrl } from './http/document.js';
import { AuditTrail } from './http/audit-trail.js';
import { doors } from './http/guard.js';
import { files } from './http/files.js';
import { defaultPatience } from './http/limits/limited-server.js';
import { Limits } from './http/limits/limits.js';
import { Proxies, type ProxyOptions } from './http/proxies.js';
import { Listener } from './http/server.js';
import { openTls, type OwnAuthority } from './http/tls/open-tls.js';
import { trustedIssuers } from './issuers/trusted-issuers.js';
import type { Log } from './log.js';
import { logChanges, logSubsystems } from './log-changes.js';
import { Metering } from './metering/metering.js';
import { DeviceRecords } from './registry/device-records.js';
import { deviceIdOf, Devices } from './registry/devices.js';
import { publisherOf } from './mqtt/publisher-of.js';
import { openMec } from './mec.js';
import { openOutgoing } from './outgoing/open.js';
import { ownListeners } from './outgoing/own-listeners.js';
import { active } from './registry/health.js';
import { identity } from './registry/identity.js';
import { offerOwnServices, ownServices } from './registry/own-services.js';
import type { Subsystem } from './registry/subsystem.js';
import { running } from './running.js';
import { Arrivals } from './sensors/arrivals.js';
import { ClockTrust, type ClockWitness, sureWitness } from './sensors/clock-trust.js';
import { Receivers } from './sensors/receivers.js';
import { ReadingClock } from './sensors/reading-clock.js';
import { keysOf } from './sensors/ruuvi/tag-key.js';
import { Sensors } from './sensors/sensors.js';
import { TimelyHistory } from './sensors/timely-history.js';
import { openStore, type Store } from './store/store.js';
import { Street } from './street/street.js';

/** Of all that can be served: their scopes are those that a client can have. */
const SPECIFICATIONS = [
  accessSpec,
  cameraSpec,
  gpioSpec,
  appSupportSpec,
  serviceManagementSpec,
  mp1LegacySpec,
  platformSpec,
  registrySpec,
  sensorsSpec,
];
/** Beside dist/, in a checkout and in an image. */
const PANEL = fileURLToPath(new URL('../../panel', import.meta.url));
const SWEEP_MS = 1_000;
const PLAIN =
  'PLAIN HTTP BEYOND THIS MACHINE: whoever is on the way can read every token and picture along, and change them, unless only a ' +
  'proxy that speaks TLS can come here; http.tls.mode: own speaks TLS';
/** What is answered when there is too much to do for all: whether the gateway lives, and what its sensors say now. */
const URGENT = ['Healthz_GET', 'Readyz_GET', 'LatestReadings_GET', 'TagLatestReading_GET'];

export interface RunOptions {
  readonly log: Log;
  readonly clock?: Clock;
  /** What can be known of the machine's clock; absent: what the machine itself says. */
  readonly witness?: ClockWitness;
  /**
   * Called once everything serves.
   *
   * @param url the gateway's own, without a slash at the end
   * @param secret the administrator's, when this is the first start: to be shown once
   * @param ca the gateway's own authority, which clients are to trust, when there is one
   */
  readonly onReady?: (url: string, secret?: string, ca?: OwnAuthority) => void;
}

/**
 * Runs the gateway until `stop` aborts: the one place that knows every class. What is opened is closed in reverse order, also
 * when a line throws: first nobody is let in any more, then the devices are let go, last what is under way is written.
 *
 * @throws Error with a message for people, when something that is needed cannot be had, or is gone for good
 */
export async function run(config: Config, stop: AbortSignal, options: RunOptions): Promise<void> {
  const { log, clock = systemClock, witness = new SystemClockWitness({ clock }), onReady } = options;
  const report = (message: string) => log.warn(message);
  const failed = (err: unknown) => log.fatal({ err }, 'a part of the gateway has ended; start it again and tell us why');
  const { host, port } = listenAddress(config.http.listen);
  await finishRestore(config.data.dir);
  const limits = new Limits(config.http.limits, clock);
  using tls = await openTls(config, { clock, log });
  if (!tls && !isLoopback(host)) log.warn(PLAIN);
  await using listener = await Listener.open(host, port, limits, defaultPatience, tls);
  const url = config.http.publicUrl?.replace(/(?<!\/)\/+$/, '') ?? listener.url;
  const outgoing = openOutgoing(
    config.callbacks.networks,
    ownListeners(() => [listener.address]),
    clock,
  );

  const over = new AbortController();
  await using store = await openStore({ ...config.data, clock, report, died: (error) => over.abort(error) });
  const { commitMs } = config.data;
  await using audit = await AuditLog.open({ journal: store.audit, state: store.state, clock, report, commitMs });
  const destinations = new Destinations(config.destinations, { store, clock, report, reach: outgoing.reach });
  await using _sending = running((signal) => destinations.run(signal), failed);

  const bus = new EventBus();
  const records = await DeviceRecords.load(store.state);
  const inventory = new Devices(bus, clock, records);
  using trust = new ClockTrust(clock, isMadeUp(config.devices) ? sureWitness : witness, report);
  const readingClock = new ReadingClock(clock, report);
  await using devices = await openDevices(config.devices, { wall: clock, readings: readingClock }, config.data.dir, outgoing);
  using measurements = new Measurements(bus);
  const names = { ...devices.names, ...config.sensors.names };
  await using history = new TimelyHistory({
    ...{ history: store.history, room: store.room, clock: readingClock, trust, boot: witness.boot },
  });
  const sensors = new Sensors(
    { history, bus, devices: inventory, records, clock: readingClock, trust, report },
    { ...config.sensors, names, keyOf: keysOf(config.sensors.keys) },
  );
  await recall(sensors, history, report);
  for (const { time } of sensors.latest()) readingClock.goOnFrom(time);
  await using _listening = running(
    (signal) => Promise.all(devices.radios.map((radio) => radio.listen((heard) => sensors.hear(radio, heard), signal))),
    failed,
  );
  using _logging = logChanges(bus, log);
  await using cameras = await openCameraService(config, {
    ...{ devices: devices.cameras, state: store.state, bus, clock, report },
    outgoing: outgoing.callbacks,
  });
  for (const { cameraId, driver, health } of devices.cameras)
    inventory.add({ deviceId: deviceIdOf('CAMERA', cameraId), kind: 'CAMERA', driver, health });
  for (const { radioId, driver, health } of devices.radios)
    inventory.add({ deviceId: deviceIdOf('RADIO', radioId), kind: 'RADIO', driver, health });
  using lines = await Lines.load({
    ...{ chips: devices.chips, state: store.state, bus, clock, devices: inventory, newId: randomUUID, report },
    options: config.gpio,
  });
  using _atExit = atExit(() => lines.rest());
  // outputs do not wait until whoever is being answered has been, nor for a disk
  using _resting = onAbort(stop, () => lines.rest());
  using _sweeping = clock.every(SWEEP_MS, () => sensors.sweep());

  const gateway = { id: await identity(store.state, randomUUID), url };
  await using authority = await openAuthority({
    ...{ state: store.state, clock, report, issuer: url, audience: gateway.id },
    scopes: [...new Set(SPECIFICATIONS.flatMap(({ document }) => scopesOf(document)))],
    lifetimeMs: config.auth.tokenLifetimeS * 1000,
    hasCertificates: config.http.tls.clientCa !== undefined,
    issuers: trustedIssuers(config.auth.issuers, outgoing.configured, [gateway.id, url]),
  });
  const { clients, tenants, cameraLinks } = authority;
  const quotasOf = (tenant: string) => tenants.find(tenant)?.quotas;
  await using metering = await Metering.load({ state: store.state, clock, limits: config.auth.limits, quotasOf, report });
  const { token_endpoint: tokenEndpoint } = authority.metadata;
  const asksForTokens = config.auth.mode === 'tokens';
  const grants = asksForTokens ? authority.grants : new OpenGrants();
  const receivers = new Receivers(devices.receivers, clock, asksForTokens, report);
  const tickets = new Tickets({ grants, clock });
  const secret = asksForTokens ? await firstAdministrator(clients) : undefined;
  const events = new CloudEvents(gateway.id, randomUUID());
  await using mec = await openMec(config, {
    ...{ state: store.state, bus, events, clock, report, gateway, clients, tenants },
    outgoing: outgoing.callbacks,
    latest: () => sensors.latest(),
  });
  sensors.keepAlso((reading) => mec.conditions.crosses(reading));
  const { access } = mec;
  const reached = asksForTokens ? { ...gateway, tokenEndpoint } : gateway;
  using _own = await offerOwnServices(
    mec.services,
    reached,
    ownServices({ ...devices, lines: lines.list().map(({ config, health }) => ({ ...config, health })) }),
  );
  using sockets = new EventSockets(bus, events, clock, config.http.maxEventReaders, (service) => access.audienceOf(service));
  const arrivals = new Arrivals(store.arrivals, clock, config.http.maxEventReaders);
  using arrivalSockets = new ArrivalSockets(arrivals, events, clock);
  const street =
    config.street &&
    new Street({
      ...{ state: store.state, bus, services: mec.services, clock, random: Math.random, gateway },
      ...{ outgoing: outgoing.configured, ...config.street },
    });
  const mqtt =
    config.mqtt && publisherOf(config.mqtt, config.sensors, { bus, clock, reach: outgoing.reach, gateway: gateway.id });
  await using _publishing = running((signal) => mqtt?.run(signal), failed);
  const parts = [
    ...partsOf(sensors, lines, store),
    ...destinations.subsystems,
    limits.subsystem,
    audit.subsystem,
    cameras.subsystem,
    mec.subsystem,
    ...streetOf(street),
    { name: 'clock', health: trust.health, counters: () => ({ steps: readingClock.steps, ...history.counters }) },
    ...(mqtt ? [{ name: 'mqtt', health: mqtt.health, counters: () => mqtt.counters }] : []),
  ];
  using _watching = logSubsystems(parts, log);
  const subsystems = [...parts, ...countersOf({ ...devices, cameras: cameras.masked })];

  const metrics = new Metrics({ sensors, devices: inventory, subsystems, destinations, measurements, access, clock });
  const things = new Things({ gateway: reached, devices: inventory, lines, access });

  const documents = new Map<string, Api['document']>();
  const apis = [
    defineApi(
      'sensors',
      sensorsSpec.document,
      sensorHandlers({ ...mec, sensors, clock: readingClock, trust, receivers, arrivalSockets }),
    ),
    defineApi(
      'camera',
      cameraSpec.document,
      cameraHandlers({ ...mec, ...cameras, links: asksForTokens ? cameraLinks : undefined }),
    ),
    defineApi('gpio', gpioSpec.document, gpioHandlers({ lines, ...mec })),
    defineApi(
      'registry',
      registrySpec.document,
      registryHandlers({ ...mec, devices: inventory, records, subsystems, destinations }),
    ),
    defineApi('mec011-service-management', serviceManagementSpec.document, serviceManagementHandlers(mec)),
    defineApi('mec011-app-support', appSupportSpec.document, appSupportHandlers(mec)),
    ...(config.mec.mp1Legacy ? [defineApi('mp1-legacy', mp1LegacySpec.document, mp1LegacyHandlers(mec))] : []),
    defineApi(
      'access',
      accessSpec.document,
      accessHandlers({ ...authority, ...mec, audit, metering, recordings: cameras.recordings }),
    ),
    defineApi(
      'platform',
      platformSpec.document,
      platformHandlers({ documents, sockets, access, authority, tickets, metrics, things }),
    ),
  ];
  for (const { stem, document } of apis) documents.set(stem, withTokenUrl(document, tokenEndpoint));

  const { hosts, origins, maxBodyBytes, validateResponses } = config.http;
  await using _serving = listener.serve(apis, {
    doors: doors(listener.address, url, hosts, origins),
    proxies: new Proxies(proxiesOf(config.http)),
    grants,
    waysIn: { ticket: tickets, signature: cameraLinks },
    receivers,
    clock,
    access,
    files: files(PANEL),
    meant: mjpgStreamerAddress,
    log,
    maxBodyBytes,
    validateResponses,
    urgent: URGENT,
    audit: new AuditTrail(audit, (path, grant) => cameraOfPlace(path, grant, devices.cameras, access)),
    metering,
  });
  // what it shows elsewhere can be called by now
  await using _showing = running((signal) => street?.run(signal), failed);
  const atTheDoor = (service: string) => audit.record({ what: `owner-${service}`, client: ADMINISTRATOR });
  const services = { ...ownerServices(authority), ...backupServices(store, audit) };
  await using _door = await Door.open(config.data.dir, services, atTheDoor);
  if (tls?.authority) log.info(tls.authority, 'clients are to trust the authority of this gateway');
  onReady?.(url, secret, tls?.authority);
  const end = AbortSignal.any([stop, over.signal]);
  if (!end.aborted) await once(end, 'abort');
  // whoever started it starts it again
  over.signal.throwIfAborted();
}

/** A disk that does not give what the sensors said before is no reason not to say what they say now. */
async function recall(sensors: Sensors, history: TimelyHistory, report: (message: string) => void): Promise<void> {
  try {
    await sensors.recall(await history.waiting());
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    report(`what the sensors said before the start is not known: ${error.message}`);
  }
}

/** Where nothing but a declared proxy makes plain HTTP beyond this machine good, nobody may go around it. */
function proxiesOf({ listen, tls, insecure, trustedProxies, forwardedHeader, publicUrl }: Config['http']): ProxyOptions {
  const prefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/(?<!\/)\/+$/, '');
  const only = tls.mode === 'off' && !insecure && !isLoopback(listenAddress(listen).host);
  return { networks: trustedProxies, header: forwardedHeader, prefix, only };
}

/** Whether all that is heard is simulated: that was at no time, and nobody waits for a clock to be right. */
function isMadeUp({ radios }: Config['devices']): boolean {
  const drivers = Object.values(radios).map(({ driver }) => driver);
  return drivers.length > 0 && drivers.every((driver) => driver === 'simulated');
}

/** What is no device, and has a health of its own. */
function partsOf(sensors: Sensors, lines: Lines, store: Store): Subsystem[] {
  return [
    { name: 'sensors', health: new Observed(active), counters: () => sensors.counters },
    { name: 'gpio', health: new Observed(active), counters: () => lines.counters },
    { name: 'store', health: store.health, counters: () => store.counters },
  ];
}

function streetOf(street: Street | undefined): Subsystem[] {
  return street ? [{ name: 'street', health: street.health, counters: () => street.counters }] : [];
}

function countersOf({ radios, cameras, chips }: Pick<OpenDevices, 'radios' | 'cameras' | 'chips'>): Subsystem[] {
  return [
    ...radios.map((radio) => ({ deviceId: deviceIdOf('RADIO', radio.radioId), device: radio })),
    ...cameras.map((camera) => ({ deviceId: deviceIdOf('CAMERA', camera.cameraId), device: camera })),
    ...chips.map(({ chip }) => ({ deviceId: deviceIdOf('CHIP', chip.chipId), device: chip })),
  ].map(({ deviceId, device }) => ({ name: deviceId, deviceId, health: device.health, counters: () => device.counters }));
}
