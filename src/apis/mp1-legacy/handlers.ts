import { document, type operations } from '../../../generated/mp1-legacy.js';
import type { Access } from '../../auth/access.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import type { Applications } from '../../registry/applications.js';
import type { Locality } from '../../registry/locality.js';
import type { DnsRule, Rules } from '../../registry/rules.js';
import type { Service, TransportInfo } from '../../registry/service.js';
import type { Services } from '../../registry/services.js';
import type { Timing } from '../../registry/timing.js';
import { checkDnsRule } from '../mec011-app-support/mapping.js';
import { appServicesHref } from '../mec011-service-management/mapping.js';
import { select } from '../mec011-service-management/select.js';
import { makeLegacyApplication } from './legacy-application.js';
import { fromServiceInfo, type ServiceInfo, toServiceInfo } from './mapping.js';

const PATH = '/mp1/v1/services';
const list = new List<Service, ServiceInfo>({
  document,
  schema: 'Mp1ServiceInfo',
  pageSize: 500,
  key: ({ number }) => number,
  represent: toServiceInfo,
});

export interface Mp1Legacy {
  readonly access: Access;
  readonly services: Services;
  readonly applications: Applications;
  readonly dnsRules: Rules<DnsRule>;
  readonly timing: Timing;
  readonly locality: Locality;
  /** Those that the platform provides. */
  readonly transports: readonly TransportInfo[];
}

/** The API of 2019, from the registry of today. @see ETSI GS MEC 011 V1.1.1, clause 7 */
export function mp1LegacyHandlers(parts: Mp1Legacy): Handlers<operations> {
  const { access, services, applications, dnsRules, timing, locality, transports } = parts;
  return {
    Mp1Services_GET({ query, grant, remoteAddress }) {
      const selected = access.services(grant, select(services, query, locality.isHere(remoteAddress)));
      return { status: 200, ...list.answer(selected, query, PATH) };
    },

    async Mp1Services_POST({ body, grant, remoteAddress }) {
      access.requireServiceName(grant, body.serName);
      const request = fromServiceInfo(body, transports);
      const appInstanceId = await makeLegacyApplication(applications, grant.tenant);
      const isHere = locality.isHere(remoteAddress);
      const service = await services.register(appInstanceId, request, isHere, () => applications.admit(appInstanceId));
      const Location = `${appServicesHref(appInstanceId)}/${encodeURIComponent(service.info.serInstanceId)}`;
      return { status: 201, headers: { Location }, body: toServiceInfo(service) };
    },

    async Mp1TimingCurrentTime_GET() {
      return { status: 200, body: await timing.currentTime() };
    },

    Mp1DnsRules_GET({ path: { appInstanceId } }) {
      applications.requireKnown(appInstanceId);
      return { status: 200, body: dnsRules.ofApplication(appInstanceId) };
    },

    Mp1DnsRule_GET({ path: { appInstanceId, dnsRuleId } }) {
      applications.requireKnown(appInstanceId);
      return { status: 200, body: dnsRules.get(appInstanceId, dnsRuleId) };
    },

    async Mp1DnsRule_PUT({ path: { appInstanceId, dnsRuleId }, header, body }) {
      const admit = () => applications.requireKnown(appInstanceId);
      const check = (present: DnsRule) => requireMatch(header['If-Match'], etagOf(present));
      return { status: 200, body: await dnsRules.replace(appInstanceId, dnsRuleId, checkDnsRule(body), admit, check) };
    },
  };
}
