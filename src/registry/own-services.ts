import { createHash } from 'node:crypto';
import type { Observed } from '../events/observed.js';
import type { Health } from './health.js';
import type { ServiceInfo, Services, TransportInfo } from './services.js';

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

/** Where the gateway is and which it is. */
export interface Gateway {
  /** A UUID, the same for ever. */
  readonly id: string;
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly url: string;
}

export const VERSION = '0.1.0';

/** Shows the services in the registry, and follows the health of each until disposed. */
export function offerOwnServices(services: Services, gateway: Gateway, own: readonly OwnService[]): Disposable {
  const watching = own.map((service) => {
    const offer = (health: Health) => services.offer(gateway.id, infoOf(service, gateway, health));
    offer(service.health.value);
    return service.health.watch(offer);
  });
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

function transportOf({ type, serName, description, path, spec }: OwnService, { url }: Gateway): TransportInfo {
  const uri = `${type === 'WEBSOCKET' ? url.replace(/^http/, 'ws') : url}${path}`;
  return {
    id: `${serName}-transport`,
    name: type === 'WEBSOCKET' ? 'WebSocket' : 'REST',
    description,
    type,
    protocol: type === 'WEBSOCKET' ? 'WebSocket' : 'HTTP',
    version: type === 'WEBSOCKET' ? '13' : '1.1',
    endpoint: { uris: [uri] },
    security: {},
    implSpecificInfo: { openapi: `${url}/openapi/${spec}.yaml` },
  };
}

/** A name-based UUID (RFC 9562, version 8: our own use of SHA-256). */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
