import type { components } from '../../../generated/mec011-service-management.js';
import { GatewayError } from '../../errors.js';
import type { SubscriptionRequest } from '../../events/subscription.js';
import { mapOnce } from '../../http/memo.js';
import type { Immutable } from '../../immutable.js';
import type { Service, ServiceInfoRequest, TransportInfo } from '../../registry/service.js';
import type { Liveness } from '../../registry/signs-of-life.js';

type Schemas = Immutable<components['schemas']>;
export type ServiceInfo = Schemas['ServiceInfo'];

export const ROOT = '/mec_service_mgmt/v1';

export function serviceHref(serInstanceId: string): string {
  return `${ROOT}/services/${encodeURIComponent(serInstanceId)}`;
}

export function appServicesHref(appInstanceId: string): string {
  return `${ROOT}/applications/${encodeURIComponent(appInstanceId)}/services`;
}

/**
 * How a service looks to whoever is, or is not, in its locality: on this host, or anywhere when its scope is the whole system.
 *
 * @see ETSI GS MEC 011, clause 8.1.2.2, notes 3 to 6
 */
export function toServiceInfo(service: Service, consumerIsHere: boolean): ServiceInfo {
  return isLocalTo(service, consumerIsHere) ? toLocal(service) : toRemote(service);
}

export function isLocalTo({ info, onHost }: Service, consumerIsHere: boolean): boolean {
  return info.scopeOfLocality === 'MEC_SYSTEM' || (onHost && consumerIsHere);
}

const toLocal = mapOnce((service: Service) => represent(service, true));
const toRemote = mapOnce((service: Service) => represent(service, false));

function represent({ info, appInstanceId }: Service, isLocal: boolean): ServiceInfo {
  const self = { href: serviceHref(info.serInstanceId) };
  if (info.livenessInterval === undefined) return { ...info, isLocal, _links: { self } };
  const liveness = { href: `${appServicesHref(appInstanceId)}/${encodeURIComponent(info.serInstanceId)}/liveness` };
  return { ...info, isLocal, _links: { self, liveness } };
}

/** @see ETSI GS MEC 011, clause 8.1.2.4 */
export function toServiceLivenessInfo({ state, heardAt, interval }: Liveness): Schemas['ServiceLivenessInfo'] {
  const timeStamp = { seconds: Math.floor(heardAt / 1000), nanoSeconds: Math.round((heardAt % 1000) * 1e6) };
  return { state, interval, timeStamp };
}

/**
 * Takes from the body what an application may say, and nothing else.
 *
 * @param transports those of the platform, one of which `transportId` may name
 * @throws GatewayError `invalid` when it names none of them, or a REST service gives no URIs
 * @see ETSI GS MEC 011, clause 8.1.2.2: defaults of scopeOfLocality and consumedLocalOnly
 */
export function fromServiceInfo(body: Schemas['ServiceInfoRequest'], transports: readonly TransportInfo[]): ServiceInfoRequest {
  const { serName, serCategory, version, state, serializer, livenessInterval } = body;
  const { scopeOfLocality = 'MEC_HOST', consumedLocalOnly = true } = body;
  const transportInfo = body.transportInfo ?? transportOf(body.transportId, transports);
  if (transportInfo.type === 'REST_HTTP' && !transportInfo.endpoint.uris)
    throw new GatewayError('invalid', 'body transportInfo.endpoint must have uris, for the type is REST_HTTP');
  return {
    serName,
    ...(serCategory ? { serCategory } : {}),
    version,
    state,
    transportInfo,
    serializer,
    scopeOfLocality,
    consumedLocalOnly,
    ...(livenessInterval === undefined ? {} : { livenessInterval }),
  };
}

function transportOf(transportId: string | undefined, transports: readonly TransportInfo[]): TransportInfo {
  const transport = transports.find(({ id }) => id === transportId);
  if (transport) return transport;
  const known = transports.map(({ id }) => id).join(', ') || 'none';
  throw new GatewayError('invalid', `body transportId is ${transportId}, expected one of GET ${ROOT}/transports: ${known}`);
}

/**
 * @throws GatewayError `invalid` when more than one of the three ways to name services is used
 * @see ETSI GS MEC 011, clause 8.1.3.2, note
 */
export function fromSubscription(body: Schemas['SerAvailabilityNotificationSubscriptionRequest']): SubscriptionRequest {
  const { filteringCriteria } = body;
  const { serInstanceIds, serNames, serCategories } = filteringCriteria ?? {};
  if ([serInstanceIds, serNames, serCategories].filter((given) => given !== undefined).length > 1)
    throw new GatewayError('invalid', 'body filteringCriteria may have only one of serInstanceIds, serNames and serCategories');
  return {
    subscriptionType: body.subscriptionType,
    ...(filteringCriteria ? { filteringCriteria: wanted(filteringCriteria) } : {}),
  };
}

/** What we know of them; what else a client sends is not kept. */
function wanted(criteria: Schemas['FilteringCriteria']): Schemas['FilteringCriteria'] {
  const { serInstanceIds, serNames, serCategories, states, isLocal } = criteria;
  return {
    ...(serInstanceIds ? { serInstanceIds } : {}),
    ...(serNames ? { serNames } : {}),
    ...(serCategories ? { serCategories } : {}),
    ...(states ? { states } : {}),
    ...(isLocal === undefined ? {} : { isLocal }),
  };
}
