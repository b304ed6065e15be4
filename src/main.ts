import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { allApis, allScopes } from './all-apis.js';
import { cameraOfPlace } from './apis/camera/camera-of-place.js';
import { mjpgStreamerAddress } from './apis/camera/mjpg-streamer.js';
import { CloudEvents } from './apis/platform/cloud-events.js';
import { EventSockets } from './apis/platform/event-sockets.js';
import { Measurements } from './apis/platform/metrics/measurements.js';
import { Metrics } from './apis/platform/metrics/metrics.js';
import { Things } from './apis/platform/things/things.js';
import { ArrivalSockets } from './apis/sensors/arrival-sockets.js';
import { atExit } from './at-exit.js';
import { AuditLog } from './audit/audit-log.js';
import { ADMINISTRATOR } from './auth/administrator.js';
import { finishRestore } from './backup/put-in-place.js';
import { openCallers } from './callers.js';
import { redrawn } from './camera/redrawn.js';
import { openCameraService } from './camera-service.js';
import { type Clock, systemClock } from './clock.js';
import { isLoopback } from './config/is-loopback.js';
import { SettingsView } from './config/settings-view.js';
import { listenAddress } from './config/listen-address.js';
import type { Config } from './config/schema.js';
import { backupServices } from './control/backup-services.js';
import { Door } from './control/door.js';
import { ownerServices } from './control/owner-services.js';
import { Destinations } from './destinations/destinations.js';
import { deviceSubsystems } from './devices/device-subsystems.js';
import { openDevices } from './devices/open.js';
import { SystemClockWitness } from './devices/timing/system-clock-witness.js';
import { EventBus } from './events/bus.js';
import { Lines } from './gpio/lines.js';
import { AuditTrail } from './http/audit-trail.js';
import { files } from './http/files.js';
import { doors } from './http/guard.js';
import { defaultPatience } from './http/limits/limited-server.js';
import { Limits } from './http/limits/limits.js';
import { Proxies } from './http/proxies.js';
import { proxiesOf } from './http/proxies-of.js';
import { Listener } from './http/server.js';
import { openTls, type OwnAuthority } from './http/tls/open-tls.js';
import type { Log } from './log.js';
import { logChanges, logSubsystems } from './log-changes.js';
import { openMec } from './mec.js';
import { publisherOf } from './mqtt/publisher-of.js';
import { onAbort } from './on-abort.js';
import { openOutgoing } from './outgoing/open.js';
import { ownListeners } from './outgoing/own-listeners.js';
import { RecentLog } from './recent-log.js';
import { DeviceRecords } from './registry/device-records.js';
import { deviceIdOf, Devices } from './registry/devices.js';
import { identity } from './registry/identity.js';
import { offerOwnServices, ownServices } from './registry/own-services.js';
import { Plan } from './registry/plan.js';
import { subsystemOf } from './registry/subsystem.js';
import { running } from './running.js';
import { openSensing } from './sensing.js';
import { Arrivals } from './sensors/arrivals.js';
import type { ClockWitness } from './sensors/clock-trust.js';
import { ReadingClock } from './sensors/reading-clock.js';
import { Receivers } from './sensors/receivers.js';
import { openStore } from './store/store.js';
import { Street } from './street/street.js';
import type { ServiceManager } from './systemd/service-manager.js';
import { statusOf, watchStatus } from './systemd/status.js';

/** Beside dist/, in a checkout and in an image. */
const PANEL = fileURLToPath(new URL('../web', import.meta.url));
const PLAIN =
  'PLAIN HTTP BEYOND THIS MACHINE: whoever is on the way can read every token and picture along, and change them, unless only a ' +
  'proxy that speaks TLS can come here; http.tls.mode: own speaks TLS';
/** What is answered when there is too much to do for all: whether the gateway lives, and what its sensors say now. */
const URGENT = ['Healthz_GET', 'Readyz_GET', 'LatestReadings_GET', 'TagLatestReading_GET'];

export interface RunOptions {
  readonly log: Log;
  /** What `log` has said lately; absent: nothing of it is shown. */
  readonly recentLog?: RecentLog;
  /** Of which settings count before those of a file, when another configuration is judged; absent: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  /** What can be known of the machine's clock; absent: what the machine itself says. */
  readonly witness?: ClockWitness;
  /** Who has started it and wants to know how it does; absent: nobody. */
  readonly manager?: ServiceManager;
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
 * Runs the gateway until `stop` aborts: the one place that joins everything. What is opened is closed in reverse order, also when a
 * line throws: first nobody is let in any more, then the devices are let go, last what is under way is written.
 *
 * @throws Error with a message for people, when something that is needed cannot be had, or is gone for good
 */
export async function run(config: Config, stop: AbortSignal, options: RunOptions): Promise<void> {
  const {
    log,
    recentLog = new RecentLog(),
    env = {},
    clock = systemClock,
    witness = new SystemClockWitness({ clock }),
    manager,
    onReady,
  } = options;
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
  const { state } = store;
  const { commitMs } = config.data;
  await using audit = await AuditLog.open({ journal: store.audit, state, clock, report, commitMs });
  const destinations = new Destinations(config.destinations, { store, clock, report, reach: outgoing.reach });
  await using _sending = running((signal) => destinations.run(signal), failed);

  const bus = new EventBus();
  const records = await DeviceRecords.load(state);
  const inventory = new Devices(bus, clock, records);
  const plan = await Plan.load({ dir: config.data.dir, draw: redrawn, report });
  const readingClock = new ReadingClock(clock, report);
  await using devices = await openDevices(config.devices, { wall: clock, readings: readingClock }, config.data.dir, outgoing);
  using measurements = new Measurements(bus);
  await using sensing = await openSensing(config, {
    ...{ opened: devices, devices: inventory, records, store, bus, clock, readingClock, witness, report, failed },
  });
  const { sensors, trust } = sensing;
  using _logging = logChanges(bus, log);
  await using cameras = await openCameraService(config, {
    ...{ devices: devices.cameras, state, bus, clock, report },
    outgoing: outgoing.callbacks,
  });
  for (const { cameraId, driver, health } of devices.cameras)
    inventory.add({ deviceId: deviceIdOf('CAMERA', cameraId), kind: 'CAMERA', driver, health });
  for (const { radioId, driver, health } of devices.radios)
    inventory.add({ deviceId: deviceIdOf('RADIO', radioId), kind: 'RADIO', driver, health });
  using lines = await Lines.load({
    ...{ chips: devices.chips, state, bus, clock, devices: inventory, newId: randomUUID, report },
    options: config.gpio,
  });
  using _atExit = atExit(() => lines.rest());
  // outputs do not wait until whoever is being answered has been, nor for a disk
  using _resting = onAbort(stop, () => lines.rest());

  const gateway = { id: await identity(state, randomUUID), url };
  await using callers = await openCallers(config, {
    ...{ state, clock, report, gateway, scopes: allScopes(), outgoing: outgoing.configured },
  });
  const { authority, metering, grants, tickets, tokenEndpoint, asksForTokens } = callers;
  const reached = asksForTokens ? { ...gateway, tokenEndpoint } : gateway;
  const events = new CloudEvents(gateway.id, randomUUID());
  await using mec = await openMec(config, {
    ...{ state, bus, events, clock, report, gateway, clients: authority.clients, tenants: authority.tenants },
    outgoing: outgoing.callbacks,
    latest: () => sensors.latest(),
  });
  sensors.keepAlso((reading) => mec.conditions.crosses(reading));
  const { access } = mec;
  using _own = await offerOwnServices(
    mec.services,
    reached,
    ownServices({ ...devices, lines: lines.list().map(({ config, health }) => ({ ...config, health })) }),
  );
  using sockets = new EventSockets(bus, events, clock, config.http.maxEventReaders, (service) => access.audienceOf(service));
  const arrivals = new Arrivals(store.arrivals, clock, config.http.maxEventReaders);
  using arrivalSockets = new ArrivalSockets(arrivals, events, clock);
  const receivers = new Receivers(devices.receivers, clock, asksForTokens, report);
  const street =
    config.street &&
    new Street({
      ...{ state, bus, services: mec.services, clock, random: Math.random, gateway },
      ...{ outgoing: outgoing.configured, ...config.street },
    });
  const mqtt =
    config.mqtt && publisherOf(config.mqtt, config.sensors, { bus, clock, reach: outgoing.reach, gateway: gateway.id });
  await using _publishing = running((signal) => mqtt?.run(signal), failed);

  const parts = [
    subsystemOf('sensors', sensors),
    subsystemOf('gpio', lines),
    subsystemOf('store', store),
    ...destinations.subsystems,
    ...[limits, audit, cameras, mec].map(({ subsystem }) => subsystem),
    ...(street ? [subsystemOf('street', street)] : []),
    sensing.clockSubsystem,
    ...(mqtt ? [subsystemOf('mqtt', mqtt)] : []),
  ];
  using _watching = logSubsystems(parts, log);
  const subsystems = [...parts, ...deviceSubsystems({ ...devices, cameras: cameras.masked })];
  const apis = allApis(
    {
      ...{ ...mec, ...cameras, ...authority, authority, metering, audit, tickets, sensors, trust, clock: readingClock, lines },
      ...{ devices: inventory, records, subsystems, destinations, sockets, arrivalSockets, receivers, recentLog, plan },
      asksForTokens,
      settings: new SettingsView(config, env),
      links: asksForTokens ? authority.cameraLinks : undefined,
      metrics: new Metrics({ sensors, devices: inventory, subsystems, destinations, measurements, access, clock }),
      things: new Things({ gateway: reached, devices: inventory, lines, access }),
    },
    { mp1Legacy: config.mec.mp1Legacy, tokenEndpoint },
  );

  const { hosts, origins, maxBodyBytes, validateResponses } = config.http;
  await using _serving = listener.serve(apis, {
    doors: doors(listener.address, url, hosts, origins),
    proxies: new Proxies(proxiesOf(config.http)),
    grants,
    waysIn: { ticket: tickets, signature: authority.cameraLinks },
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
  // a disk that refuses has answered: to start anew would lose what waits for it
  const lives = () => store.state.commit([]).catch(() => undefined);
  await using _attending = running((signal) => manager?.attend({ status: statusOf(url, subsystems), lives }, signal), failed);
  using _telling = watchStatus(url, subsystems, (status) => manager?.status(status));
  using _leaving = onAbort(stop, () => manager?.stopping());
  onReady?.(url, callers.secret, tls?.authority);
  const end = AbortSignal.any([stop, over.signal]);
  if (!end.aborted) await once(end, 'abort');
  // whoever started it starts it again
  over.signal.throwIfAborted();
}
