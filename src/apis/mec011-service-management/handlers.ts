import type { operations } from '../../../generated/mec011-service-management.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import type { Service, Services, TransportInfo } from '../../registry/services.js';
import { fromServiceInfo, select, toServiceInfo, toServiceInfos } from './mapping.js';

/** @see ETSI GS MEC 011 V3.1.1, clause 8.2 */
export function serviceManagementHandlers(services: Services, transports: readonly TransportInfo[]): Handlers<operations> {
  const ofApplication = (appInstanceId: string) => services.list().filter((service) => service.appInstanceId === appInstanceId);
  const unchanged = (ifMatch: string | undefined) => (present: Service) => requireMatch(ifMatch, etagOf(toServiceInfo(present)));

  return {
    Services_GET({ query }) {
      return { status: 200, body: toServiceInfos(select(services.list(), query)) };
    },

    ServicesServiceId_GET({ path }) {
      return { status: 200, body: toServiceInfo(services.get(path.serviceId)) };
    },

    Transports_GET() {
      return { status: 200, body: transports };
    },

    AppServices_GET({ path, query }) {
      return { status: 200, body: toServiceInfos(select(ofApplication(path.appInstanceId), query)) };
    },

    async AppServices_POST({ path, body }) {
      const service = await services.register(path.appInstanceId, fromServiceInfo(body, transports));
      const Location = `/mec_service_mgmt/v1/applications/${encodeURIComponent(path.appInstanceId)}/services/${service.info.serInstanceId}`;
      return { status: 201, headers: { Location }, body: toServiceInfo(service) };
    },

    AppServicesServiceId_GET({ path }) {
      return { status: 200, body: toServiceInfo(services.get(path.serviceId, path.appInstanceId)) };
    },

    async AppServicesServiceId_PUT({ path, header, body }) {
      const request = fromServiceInfo(body, transports);
      const service = await services.replace(path.appInstanceId, path.serviceId, request, unchanged(header['If-Match']));
      return { status: 200, body: toServiceInfo(service) };
    },

    async AppServicesServiceId_DELETE({ path, header }) {
      await services.deregister(path.appInstanceId, path.serviceId, unchanged(header['If-Match']));
      return { status: 204 };
    },
  };
}
