import { document, type components, type operations } from '../../../generated/registry.js';
import type { Immutable } from '../../immutable.js';
import type { Access } from '../../auth/access.js';
import type { Outbox } from '../../events/outbox.js';
import type { Subscription } from '../../events/subscription.js';
import type { Subscriptions } from '../../events/subscriptions.js';
import { List } from '../../http/lists/list.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import { type Application, nameOf } from '../../registry/application.js';
import type { Applications } from '../../registry/applications.js';
import type { Grant } from '../../auth/grants.js';
import { GatewayError } from '../../errors.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { SettingsView } from '../../config/settings-view.js';
import type { Destinations } from '../../destinations/destinations.js';
import type { DeviceConfiguration, DeviceRecords } from '../../registry/device-records.js';
import type { Device, Devices } from '../../registry/devices.js';
import type { LogPage, RecentLog } from '../../recent-log.js';
import { adjustmentOf } from '../../sensors/adjustment.js';
import { destinationHandlers } from './destination-handlers.js';
import { configurationHref, deviceHref } from './hrefs.js';
import { planHandlers } from './plan-handlers.js';
import type { Plan } from '../../registry/plan.js';
import type { Service } from '../../registry/service.js';
import type { Services } from '../../registry/services.js';
import { checkDnsRule, checkTrafficRule } from '../mec011-app-support/mapping.js';
import { lineHref } from '../gpio/mapping.js';
import { appServicesHref } from '../mec011-service-management/mapping.js';
import { subscriptionHref, subscriptionsHref } from '../mec011/hrefs.js';
import { withColons } from '../../sensors/tag-reading.js';
import type { Subsystem } from '../../registry/subsystem.js';

type Schemas = Immutable<components['schemas']>;

export interface Inventory {
  readonly access: Access;
  readonly devices: Devices;
  readonly records: DeviceRecords;
  readonly services: Services;
  readonly applications: Applications;
  readonly subscriptions: Subscriptions;
  readonly outbox: Pick<Outbox, 'find'>;
  readonly subsystems: readonly Subsystem[];
  readonly destinations: Destinations;
  readonly recentLog: RecentLog;
  readonly settings: SettingsView;
  readonly plan: Plan;
}

export function registryHandlers(inventory: Inventory): Handlers<operations> {
  const {
    access,
    devices,
    records,
    services,
    applications,
    subscriptions,
    outbox,
    subsystems,
    destinations,
    recentLog,
    settings,
    plan,
  } = inventory;
  /** A tag may be told of before it is heard, and anything that is gone as long as something is said of it. */
  const requireConfigurable = (grant: Grant, deviceId: string): void => {
    access.requireDevice(grant, deviceId, `device ${deviceId}`);
    if (!TAG.test(deviceId) && !records.has(deviceId)) devices.get(deviceId);
  };
  return {
    Devices_GET({ query, grant }) {
      return { status: 200, ...deviceList.answer(access.devices(grant, devices.list()), query, '/registry/v1/devices') };
    },

    DevicesDeviceId_GET({ path, grant }) {
      access.requireDevice(grant, path.deviceId, `device ${path.deviceId}`);
      return { status: 200, body: toDevice(devices.get(path.deviceId)) };
    },

    DeviceConfiguration_GET({ path: { deviceId }, grant }) {
      requireConfigurable(grant, deviceId);
      return { status: 200, body: records.find(deviceId) };
    },

    async DeviceConfiguration_PUT({ path: { deviceId }, body, header, grant }) {
      requireConfigurable(grant, deviceId);
      access.requireWhole(grant);
      requireFit(deviceId, body);
      const check = (present: DeviceConfiguration) => requireMatch(header['If-Match'], etagOf(present));
      return { status: 200, body: await records.put(deviceId, body, check) };
    },

    RegistryServices_GET({ query, grant }) {
      return { status: 200, ...serviceList.answer(access.services(grant, services.list()), query, '/registry/v1/services') };
    },

    Applications_GET({ query, grant }) {
      const seen = access.applications(grant, applications.list());
      return { status: 200, ...applicationList.answer(seen, query, '/registry/v1/applications') };
    },

    async Applications_POST({ body, grant }) {
      const { appInstanceId, trafficRules = [], dnsRules = [] } = body;
      if (appInstanceId !== undefined) access.requireName(grant, appInstanceId);
      const application = await applications.create({
        ...(appInstanceId === undefined ? {} : { appInstanceId }),
        named: nameOf(body),
        owner: access.ownerFor(grant),
        trafficRules: trafficRules.map(checkTrafficRule),
        dnsRules: dnsRules.map(checkDnsRule),
      });
      return { status: 201, headers: { Location: applicationHref(application) }, body: toApplication(application) };
    },

    ApplicationsAppInstanceId_GET({ path }) {
      return { status: 200, body: toApplication(applications.get(path.appInstanceId)) };
    },

    async ApplicationsAppInstanceId_DELETE({ path }) {
      await applications.remove(path.appInstanceId);
      return { status: 204 };
    },

    async ApplicationsTerminate_POST({ path, body: { operationAction, maxGracefulTimeout } }) {
      const application = await applications.terminate(path.appInstanceId, { operationAction, maxGracefulTimeout });
      return { status: 202, body: toApplication(application) };
    },

    RegistrySubscriptions_GET({ grant }) {
      const seen = subscriptions.list().filter(({ appInstanceId }) => access.owns(grant, appInstanceId));
      return { status: 200, body: seen.map((subscription) => toSubscription(subscription, outbox)) };
    },

    Subsystems_GET({ grant }) {
      const seen = subsystems.filter((subsystem) => access.seesSubsystem(grant, subsystem));
      return {
        status: 200,
        body: seen.map(({ name, health, counters }) => ({
          name,
          ...health.value,
          counters: { ...(counters() as Record<string, number>) },
        })),
      };
    },

    Log_GET({ query: { level = 'DEBUG', limit = 100, after }, grant }) {
      access.requireHost(grant, 'the log');
      return { status: 200, body: toLogPage(recentLog.page({ level, limit, ...(after === undefined ? {} : { after }) })) };
    },

    Settings_GET({ grant }) {
      access.requireHost(grant, 'the configuration');
      return { status: 200, body: settings.shown };
    },

    SettingsValidations_POST({ body, grant }) {
      access.requireHost(grant, 'the configuration');
      return { status: 200, body: settings.validate(body) };
    },

    ...planHandlers(access, plan),
    ...destinationHandlers(access, destinations),
  };
}

const TAG = /^tag-[0-9A-F]{12}$/;
const ONLY_OF_TAGS = ['adoption', 'calibration', 'precision', 'minStoreIntervalS'] as const;

/** @throws GatewayError `invalid` for what cannot be said of this device */
function requireFit(deviceId: string, configuration: DeviceConfiguration): void {
  const strange = TAG.test(deviceId) ? undefined : ONLY_OF_TAGS.find((key) => configuration[key] !== undefined);
  if (strange !== undefined) throw new GatewayError('invalid', `${strange} is for tags, and ${deviceId} is none`);
  if (configuration.name === '__proto__') throw new GatewayError('invalid', 'name is __proto__, which is a word of ours');
  adjustmentOf(configuration);
}

function toLogPage({ lines, ...page }: LogPage): Schemas['LogPage'] {
  return { lines: lines.map((line) => ({ ...line, time: new Date(line.time).toISOString() })), ...page };
}

const toApplication = mapOnce((application: Application): Schemas['Application'] => {
  const { appInstanceId, origin, state, named } = application;
  const support = `/mec_app_support/v1/applications/${encodeURIComponent(appInstanceId)}`;
  return {
    appInstanceId,
    ...named,
    origin,
    state,
    _links: {
      self: { href: applicationHref(application) },
      services: { href: appServicesHref(appInstanceId) },
      subscriptions: { href: subscriptionsHref('SerAvailabilityNotificationSubscription', appInstanceId) },
      trafficRules: { href: `${support}/traffic_rules` },
      dnsRules: { href: `${support}/dns_rules` },
    },
  };
});

function applicationHref({ appInstanceId }: Pick<Application, 'appInstanceId'>): string {
  return `/registry/v1/applications/${encodeURIComponent(appInstanceId)}`;
}

/** SUSPENDED is one that is not reached: its last attempt has failed, or nobody has opened its WebSocket. */
function toSubscription(subscription: Subscription, outbox: Pick<Outbox, 'find'>): Schemas['Subscription'] {
  const { subscriptionId, subscriptionType, appInstanceId, callbackReference } = subscription;
  const mailbox = outbox.find(subscriptionId);
  const { pending = 0, delivered = 0, dropped = 0, failure, lastSuccess, lastFailure } = mailbox?.status ?? {};
  const closed = callbackReference === undefined && !mailbox?.line ? 'its WebSocket is not open' : undefined;
  const reason = failure ?? closed;
  return {
    subscriptionId,
    subscriptionType,
    appInstanceId,
    ...(callbackReference === undefined ? { by: 'WEBSOCKET' } : { by: 'CALLBACK', callbackReference }),
    ...(reason === undefined ? { state: 'ACTIVE' } : { state: 'SUSPENDED', reason }),
    ...(lastSuccess === undefined ? {} : { lastSuccess: new Date(lastSuccess).toISOString() }),
    ...(lastFailure === undefined ? {} : { lastFailure: new Date(lastFailure).toISOString() }),
    pending,
    delivered,
    dropped,
    _links: { self: { href: subscriptionHref(subscription) } },
  };
}

const toDevice = mapOnce(({ health, since, ...device }: Device): Schemas['Device'] => {
  const resource = resourceOf(device);
  return {
    ...device,
    ...health,
    since: new Date(since).toISOString(),
    _links: {
      self: { href: deviceHref(device.deviceId) },
      configuration: { href: configurationHref(device.deviceId) },
      ...(resource ? { resource: { href: resource } } : {}),
    },
  };
});

/** Where the device's own API shows it; radios and chips have none. */
function resourceOf({ kind, deviceId }: Pick<Device, 'kind' | 'deviceId'>): string | undefined {
  const name = deviceId.slice(deviceId.indexOf('-') + 1);
  if (kind === 'CAMERA') return `/camera/v1/cameras/${name}`;
  if (kind === 'LINE') return lineHref(name);
  if (kind === 'TAG') return `/sensors/v1/tags/${withColons(name)}`;
  return undefined;
}

const toService = mapOnce(({ info }: Service): Schemas['Service'] => {
  const { serInstanceId, serName, serCategory, version, state, transportInfo } = info;
  const spec = transportInfo.implSpecificInfo?.openapi;
  return {
    serInstanceId,
    serName,
    ...(serCategory ? { category: serCategory.name } : {}),
    version,
    state,
    type: transportInfo.type,
    uris: transportInfo.endpoint.uris ?? [],
    ...(isUrl(spec) ? { spec } : {}),
    _links: { self: { href: `/mec_service_mgmt/v1/services/${encodeURIComponent(serInstanceId)}` } },
  };
});
/** An application may say anything there. */
function isUrl(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2048 && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(value) && URL.canParse(value);
}

const PAGE = 500;
const deviceList = new List({
  document,
  schema: 'Device',
  pageSize: PAGE,
  key: ({ deviceId }: Device) => deviceId,
  represent: toDevice,
});
const serviceList = new List({
  document,
  schema: 'Service',
  pageSize: PAGE,
  key: ({ number }: Service) => number,
  represent: toService,
});
const applicationList = new List({
  document,
  schema: 'Application',
  pageSize: PAGE,
  key: ({ number }: Application) => number,
  represent: toApplication,
});
