import type { components } from '../../../generated/camera.js';
import { type Access, HOST } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import { GatewayError } from '../../errors.js';
import type { Immutable } from '../../immutable.js';
import type { Service, ServiceInfo } from '../../registry/service.js';
import type { Services } from '../../registry/services.js';

/** A service that can be asked. */
export interface ModelService {
  readonly serInstanceId: string;
  readonly uri: string;
}

/**
 * A name is anybody's to take: by it, pictures go to no other tenant's service, not those of somebody either who sees all of them.
 *
 * @throws GatewayError `notFound` when there is none that the grant may see, `unavailable` when it is SUSPENDED, `conflict` when it is
 *   INACTIVE, is not reached by HTTP, or wants a token
 */
export function modelService(
  services: Pick<Services, 'find' | 'named'>,
  access: Access,
  grant: Grant,
  asked: Immutable<components['schemas']['InferenceRequest']['service']>,
): ModelService {
  const { serInstanceId, serName = '' } = asked;
  const isNear = (service: Service) => [undefined, grant.tenant ?? HOST].includes(access.audienceOf(service).tenant);
  const candidates =
    serInstanceId === undefined ? services.named(serName).filter(isNear) : [services.find(serInstanceId) ?? []].flat();
  const seen = candidates.filter((service) => access.seesService(grant, service));
  const service = seen.find(({ info }) => info.state === 'ACTIVE') ?? seen[0];
  if (!service) throw new GatewayError('notFound', `there is no service ${serInstanceId ?? serName}`);
  requireActive(service);
  return { serInstanceId: service.info.serInstanceId, uri: uriOf(service.info) };
}

function requireActive({ info: { serInstanceId, state } }: Service): void {
  if (state === 'SUSPENDED')
    throw new GatewayError('unavailable', `service ${serInstanceId} is SUSPENDED: try again when it is ACTIVE`);
  if (state !== 'ACTIVE') throw new GatewayError('conflict', `service ${serInstanceId} is ${state}, expected ACTIVE`);
}

/** Who asks a service with OAuth2 needs to be known at its token endpoint: the gateway is not, and the caller's token is not its to give on. */
function uriOf({ serInstanceId, transportInfo: { type, endpoint, security } }: ServiceInfo): string {
  if (security.oAuth2Info)
    throw new GatewayError('conflict', `service ${serInstanceId} asks for OAuth2 tokens, and this gateway has none for it`);
  const uri = type === 'REST_HTTP' && 'uris' in endpoint ? endpoint.uris?.[0] : undefined;
  if (uri === undefined)
    throw new GatewayError(
      'conflict',
      `service ${serInstanceId} cannot be asked: expected a transport of type REST_HTTP with uris`,
    );
  return uri;
}
