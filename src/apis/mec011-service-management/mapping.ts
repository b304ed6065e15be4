import type { components } from '../../../generated/mec011-service-management.js';
import type { Immutable } from '../../immutable.js';
import { GatewayError } from '../../errors.js';
import { mapOnce } from '../../http/memo.js';
import type { Service, ServiceInfoRequest, TransportInfo } from '../../registry/services.js';

type Schemas = Immutable<components['schemas']>;

/** What a client asks of the list of services. */
export interface ServiceQuery {
  readonly ser_instance_id?: readonly string[];
  readonly ser_name?: readonly string[];
  readonly ser_category_id?: string;
  readonly scope_of_locality?: Schemas['LocalityType'];
  readonly consumed_local_only?: boolean;
  readonly is_local?: boolean;
}

/**
 * `isLocal` is relative to who asks: all that is registered here is on this host, and so is, for now, everyone who asks.
 *
 * @see ETSI GS MEC 011, clause 8.1.2.2, note 4
 */
export const toServiceInfo = mapOnce(({ info }: Service): Schemas['ServiceInfo'] => ({
  ...info,
  isLocal: true,
  _links: { self: { href: `/mec_service_mgmt/v1/services/${encodeURIComponent(info.serInstanceId)}` } },
}));

/** The same list for the same services, so that it is written only once. */
export const toServiceInfos = mapOnce((services: readonly Service[]): readonly Schemas['ServiceInfo'][] =>
  services.map(toServiceInfo),
);

/**
 * Takes from the body what an application may say, and nothing else.
 *
 * @param transports those of the platform, one of which `transportId` may name
 * @throws GatewayError `invalid` when it names none of them, or a REST service gives no URIs
 * @see ETSI GS MEC 011, clause 8.1.2.2: defaults of scopeOfLocality and consumedLocalOnly
 */
export function fromServiceInfo(body: Schemas['ServiceInfoRequest'], transports: readonly TransportInfo[]): ServiceInfoRequest {
  const { serName, serCategory, version, state, serializer, scopeOfLocality = 'MEC_HOST', consumedLocalOnly = true } = body;
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
  };
}

function transportOf(transportId: string | undefined, transports: readonly TransportInfo[]): TransportInfo {
  const transport = transports.find(({ id }) => id === transportId);
  if (transport) return transport;
  const known = transports.map(({ id }) => id).join(', ') || 'none';
  throw new GatewayError(
    'invalid',
    `body transportId is ${transportId}, expected one of GET /mec_service_mgmt/v1/transports: ${known}`,
  );
}

/**
 * The services that a query asks for.
 *
 * @throws GatewayError `invalid` when more than one of the three ways to name services is used
 * @see ETSI GS MEC 011, clause 8.2.3.3.1, note to the query parameters
 */
export function select(services: readonly Service[], query: ServiceQuery): readonly Service[] {
  const category = query.ser_category_id;
  const [ids, names] = [eachOf(query.ser_instance_id), eachOf(query.ser_name)];
  if ([ids, names, category].filter((given) => given !== undefined).length > 1)
    throw new GatewayError('invalid', 'query may have only one of ser_instance_id, ser_name and ser_category_id');
  if (Object.keys(query).length === 0) return services;
  return services.filter(
    ({ info }) =>
      (!ids || ids.has(info.serInstanceId)) &&
      (!names || names.has(info.serName)) &&
      (category === undefined || info.serCategory?.id === category) &&
      (query.scope_of_locality === undefined || info.scopeOfLocality === query.scope_of_locality) &&
      (query.consumed_local_only === undefined || info.consumedLocalOnly === query.consumed_local_only) &&
      query.is_local !== false,
  );
}

/**
 * A list may be repeated (`a=1&a=2`, as in ETSI's OpenAPI files) or separated by commas, as in ETSI GS MEC 009, clause 6.7; a
 * value that has commas of its own is found as a whole as well.
 */
function eachOf(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return values && new Set(values.flatMap((value) => [value, ...value.split(',')]));
}
