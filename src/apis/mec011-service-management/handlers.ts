import { document, type operations } from '../../../generated/mec011-service-management.js';
import type { Access } from '../../auth/access.js';
import { GatewayError } from '../../errors.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import type { Applications } from '../../registry/applications.js';
import type { Locality } from '../../registry/locality.js';
import type { Service, TransportInfo } from '../../registry/service.js';
import type { Services } from '../../registry/services.js';
import type { Liveness } from '../../registry/signs-of-life.js';
import { withCriteria } from '../mec011/criteria.js';
import { SubscriptionApi, type SubscriptionParts } from '../mec011/subscription-api.js';
import {
  appServicesHref,
  fromServiceInfo,
  fromSubscription,
  ROOT,
  type ServiceInfo,
  toServiceInfo,
  toServiceLivenessInfo,
} from './mapping.js';
import { select } from './select.js';

const TYPE = 'SerAvailabilityNotificationSubscription' as const;
const PAGE = 500;

/** The list of services as it looks from this host, or from elsewhere. */
const listFor = (isHere: boolean) => (isHere ? listHere : listElsewhere);
const [listHere, listElsewhere] = [true, false].map(
  (isHere) =>
    new List<Service, ServiceInfo>({
      document,
      schema: 'ServiceInfo',
      pageSize: PAGE,
      key: ({ number }) => number,
      represent: (service) => toServiceInfo(service, isHere),
    }),
) as [List<Service, ServiceInfo>, List<Service, ServiceInfo>];
const transportList = new List<TransportInfo>({ document, schema: 'TransportInfo', pageSize: 64, key: ({ id }) => id });

export interface ServiceManagement extends SubscriptionParts {
  readonly access: Access;
  readonly services: Services;
  readonly applications: Applications;
  readonly locality: Locality;
  /** Those that the platform provides. */
  readonly transports: readonly TransportInfo[];
}

/** @see ETSI GS MEC 011 V3.1.1, clause 8.2 */
export function serviceManagementHandlers(parts: ServiceManagement): Handlers<operations> {
  const { access, services, applications, locality, transports } = parts;
  const subscriptions = new SubscriptionApi(TYPE, parts, withCriteria(TYPE));
  const unchanged = (ifMatch: string | undefined, remoteAddress: string) => (present: Service) =>
    requireMatch(ifMatch, etagOf(toServiceInfo(present, locality.isHere(remoteAddress))));
  /** Who changes a service is an application that may offer some. */
  const changeable =
    (appInstanceId: string, check: (present: Service) => void) =>
    (present: Service): void => {
      applications.admit(appInstanceId);
      check(present);
    };

  return {
    Services_GET({ query, grant, remoteAddress }) {
      const isHere = locality.isHere(remoteAddress);
      const seen = access.services(grant, select(services, query, isHere));
      return { status: 200, ...listFor(isHere).answer(seen, query, `${ROOT}/services`) };
    },

    ServicesServiceId_GET({ path, grant, remoteAddress }) {
      const service = services.get(path.serviceId);
      access.requireService(grant, service);
      return { status: 200, body: toServiceInfo(service, locality.isHere(remoteAddress)) };
    },

    Transports_GET({ query }) {
      return { status: 200, body: transportList.answer(transports, query, `${ROOT}/transports`).body };
    },

    AppServices_GET({ path: { appInstanceId }, query, remoteAddress }) {
      applications.requireKnown(appInstanceId);
      const isHere = locality.isHere(remoteAddress);
      const selected = select(services, query, isHere, appInstanceId);
      return { status: 200, ...listFor(isHere).answer(selected, query, appServicesHref(appInstanceId)) };
    },

    async AppServices_POST({ path: { appInstanceId }, body, grant, remoteAddress }) {
      access.requireServiceName(grant, body.serName);
      const isHere = locality.isHere(remoteAddress);
      const request = fromServiceInfo(body, transports);
      const service = await services.register(appInstanceId, request, isHere, () => applications.admit(appInstanceId));
      const Location = `${appServicesHref(appInstanceId)}/${service.info.serInstanceId}`;
      return { status: 201, headers: { Location }, body: toServiceInfo(service, isHere) };
    },

    AppServicesServiceId_GET({ path, remoteAddress }) {
      return {
        status: 200,
        body: toServiceInfo(services.get(path.serviceId, path.appInstanceId), locality.isHere(remoteAddress)),
      };
    },

    async AppServicesServiceId_PUT({ path: { appInstanceId, serviceId }, header, body, grant, remoteAddress }) {
      access.requireServiceName(grant, body.serName);
      const check = changeable(appInstanceId, unchanged(header['If-Match'], remoteAddress));
      const service = await services.replace(appInstanceId, serviceId, fromServiceInfo(body, transports), check);
      return { status: 200, body: toServiceInfo(service, locality.isHere(remoteAddress)) };
    },

    async AppServicesServiceId_DELETE({ path: { appInstanceId, serviceId }, header, remoteAddress }) {
      await services.deregister(
        appInstanceId,
        serviceId,
        changeable(appInstanceId, unchanged(header['If-Match'], remoteAddress)),
      );
      return { status: 204 };
    },

    ServiceLiveness_GET({ path: { appInstanceId, serviceId } }) {
      return { status: 200, body: toServiceLivenessInfo(livenessOf(services, appInstanceId, serviceId)) };
    },

    async ServiceLiveness_PATCH({ path: { appInstanceId, serviceId }, header }) {
      const news = await services.heartbeat(appInstanceId, serviceId, () =>
        requireMatch(header['If-Match'], etagOf(toServiceLivenessInfo(livenessOf(services, appInstanceId, serviceId)))),
      );
      return news ? { status: 200, body: toServiceLivenessInfo(news) } : { status: 204 };
    },

    AppSubscriptions_GET: (call) => subscriptions.list(call),
    AppSubscriptions_POST: (call) => subscriptions.create(call, fromSubscription(call.body)),
    AppSubscriptionsSubscriptionId_GET: (call) => subscriptions.get(call),
    AppSubscriptionsSubscriptionId_PUT: (call) => subscriptions.replace(call, fromSubscription(call.body)),
    AppSubscriptionsSubscriptionId_DELETE: (call) => subscriptions.remove(call),
    AppSubscriptionsSubscriptionIdWebsocket_GET: (call) => subscriptions.connect(call),
  };
}

function livenessOf(services: Services, appInstanceId: string, serviceId: string): Liveness {
  const liveness = services.liveness(appInstanceId, serviceId);
  if (!liveness)
    throw new GatewayError('notFound', `service ${serviceId} has not offered to say that it lives (livenessInterval)`);
  return liveness;
}
