import { createHash } from 'node:crypto';
import { Observed } from '../events/observed.js';
import { deviceIdOf } from './devices.js';
import { active, type Health, observedHealth, suspended } from './health.js';
import type { ServiceInfo, TransportInfo } from './service.js';
import type { Services } from './services.js';

/** A service that the gateway itself offers. */
export interface OwnService {
  /** Unique among them; the identifier is made of it and of the gateway's own, so that it is the same after a restart. */
  readonly serName: string;
  readonly description: string;
  readonly type: 'REST_HTTP' | 'WEBSOCKET';
  /** From the root of the gateway: `/camera/v1/cameras/lens-1`. */
  readonly path: string;
  /** The specification it follows, by its name in openapi/. */
  readonly spec: string;
  /** Its state is the hardware's state. */
  readonly health: Observed<Health>;
}

interface Hardware {
  readonly radios: readonly { readonly health: Observed<Health> }[];
  readonly cameras: readonly { readonly cameraId: string; readonly health: Observed<Health> }[];
  readonly lines: readonly { readonly lineId: string; readonly name?: string; readonly health: Observed<Health> }[];
}

const PREFIX = 'umec-';
/** Of these each has a service of its own. */
const OWN_KINDS = ['CAMERA', 'LINE'] as const;

/** Whether it is a name that only gateways have for their services. */
export function isGatewayName(serName: string): boolean {
  return serName.startsWith(PREFIX);
}

/** The device that one of the gateway's own services is about, by the service's name; most are about none. */
export function deviceOfOwn(serName: string): string | undefined {
  const name = serName.slice(PREFIX.length);
  return OWN_KINDS.some((kind) => name.startsWith(deviceIdOf(kind, ''))) ? name : undefined;
}

/** The gateway's own services: each camera and each line, the tags together, what happens, and the inventory. */
export function ownServices({ radios, cameras, lines }: Hardware): OwnService[] {
  const always = new Observed(active);
  return [
    {
      serName: 'umec-sensors',
      description: 'Tags, their latest readings and their history',
      type: 'REST_HTTP',
      path: '/sensors/v1',
      spec: 'sensors',
      health: anyOf(radios.map(({ health }) => health)),
    },
    ...cameras.map(({ cameraId, health }): OwnService => ({
      serName: PREFIX + deviceIdOf('CAMERA', cameraId),
      description: `Pictures of ${cameraId}`,
      type: 'REST_HTTP',
      path: `/camera/v1/cameras/${cameraId}`,
      spec: 'camera',
      health,
    })),
    ...lines.map(({ lineId, name, health }): OwnService => ({
      serName: PREFIX + deviceIdOf('LINE', lineId),
      description: name === undefined ? `Line ${lineId}` : `Line ${lineId}: ${name}`,
      type: 'REST_HTTP',
      path: `/gpio/v1/lines/${lineId}`,
      spec: 'gpio',
      health,
    })),
    {
      serName: 'umec-events',
      description: 'What happens, as it happens',
      type: 'WEBSOCKET',
      path: '/events/v1',
      spec: 'platform',
      health: always,
    },
    {
      serName: 'umec-registry',
      description: 'Devices and services',
      type: 'REST_HTTP',
      path: '/registry/v1',
      spec: 'registry',
      health: always,
    },
  ];
}

/** ACTIVE as long as one of them is; without any there is nothing to serve. */
function anyOf(healths: readonly Observed<Health>[]): Observed<Health> {
  const now = () =>
    healths.find(({ value }) => value.state === 'ACTIVE')?.value ??
    healths[0]?.value ??
    suspended('no radio is configured (devices.radios)');
  const any = observedHealth(now());
  for (const health of healths) health.watch(() => any.set(now()));
  return any;
}

/** Where the gateway is and which it is. */
export interface Gateway {
  /** A UUID, the same for ever. */
  readonly id: string;
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly url: string;
  /** Where those get tokens who call its services; absent where nobody needs any. */
  readonly tokenEndpoint?: string;
}

export const VERSION = '0.1.0';

/** Shows the services in the registry, and follows the health of each until disposed. */
export async function offerOwnServices(
  services: Pick<Services, 'offer'>,
  gateway: Gateway,
  own: readonly OwnService[],
): Promise<Disposable> {
  const offer = () =>
    services.offer(
      gateway.id,
      own.map((service) => infoOf(service, gateway, service.health.value)),
    );
  // a chip that goes takes all of its lines along: they are offered once
  let isDue = false;
  const offerSoon = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      void offer();
    });
  };
  const watching = own.map(({ health }) => health.watch(offerSoon));
  await offer();
  return { [Symbol.dispose]: () => watching.forEach((watch) => watch[Symbol.dispose]()) };
}

function infoOf(service: OwnService, gateway: Gateway, health: Health): ServiceInfo {
  const { serName, spec } = service;
  return {
    serInstanceId: uuidOf(`${gateway.id}/${serName}`),
    serName,
    serCategory: { href: `${gateway.url}/openapi/${spec}.yaml`, id: `umec-${spec}`, name: spec, version: VERSION },
    version: VERSION,
    state: health.state,
    transportInfo: transportOf(service, gateway),
    serializer: 'JSON',
    scopeOfLocality: 'MEC_HOST',
    consumedLocalOnly: false,
  };
}

function transportOf({ type, serName, description, path, spec }: OwnService, { url, tokenEndpoint }: Gateway): TransportInfo {
  const uri = `${type === 'WEBSOCKET' ? url.replace(/^http/, 'ws') : url}${path}`;
  return {
    id: `${serName}-transport`,
    name: type === 'WEBSOCKET' ? 'WebSocket' : 'REST',
    description,
    type,
    protocol: type === 'WEBSOCKET' ? 'WebSocket' : 'HTTP',
    version: type === 'WEBSOCKET' ? '13' : '1.1',
    endpoint: { uris: [uri] },
    security: tokenEndpoint === undefined ? {} : { oAuth2Info: { grantTypes: ['OAUTH2_CLIENT_CREDENTIALS'], tokenEndpoint } },
    implSpecificInfo: { openapi: `${url}/openapi/${spec}.yaml` },
  };
}

/** A name-based UUID (RFC 9562, version 8: our own use of SHA-256). */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
