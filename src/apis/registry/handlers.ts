import type { components, operations } from '../../../generated/registry.js';
import type { Immutable } from '../../immutable.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import type { Device, Devices } from '../../registry/devices.js';
import type { Service, Services } from '../../registry/services.js';
import { withColons } from '../../sensors/tag-reading.js';
import type { Subsystem } from '../../registry/subsystem.js';

type Schemas = Immutable<components['schemas']>;

export function registryHandlers(devices: Devices, services: Services, subsystems: readonly Subsystem[]): Handlers<operations> {
  return {
    Devices_GET() {
      return { status: 200, body: toDevices(devices.list()) };
    },

    DevicesDeviceId_GET({ path }) {
      return { status: 200, body: toDevice(devices.get(path.deviceId)) };
    },

    RegistryServices_GET() {
      return { status: 200, body: toServices(services.list()) };
    },

    Subsystems_GET() {
      return {
        status: 200,
        body: subsystems.map(({ name, health, counters }) => ({
          name,
          ...health.value,
          counters: { ...(counters() as Record<string, number>) },
        })),
      };
    },
  };
}

const toDevice = mapOnce(({ health, since, ...device }: Device): Schemas['Device'] => {
  const resource = resourceOf(device);
  return {
    ...device,
    ...health,
    since: new Date(since).toISOString(),
    _links: { self: { href: `/registry/v1/devices/${device.deviceId}` }, ...(resource ? { resource: { href: resource } } : {}) },
  };
});
const toDevices = mapOnce((devices: readonly Device[]): readonly Schemas['Device'][] => devices.map(toDevice));

/** Where the device's own API shows it; a radio has none. */
function resourceOf({ kind, deviceId }: Pick<Device, 'kind' | 'deviceId'>): string | undefined {
  const name = deviceId.slice(deviceId.indexOf('-') + 1);
  if (kind === 'CAMERA') return `/camera/v1/cameras/${name}`;
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
const toServices = mapOnce((services: readonly Service[]): readonly Schemas['Service'][] =>
  services.map(toService).sort((a, b) => (a.serName < b.serName ? -1 : 1)),
);

/** An application may say anything there. */
function isUrl(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2048 && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(value) && URL.canParse(value);
}
