import { document, type operations } from '../../../generated/mec011-app-support.js';
import type { Access } from '../../auth/access.js';
import type { SubscriptionRequest } from '../../events/subscription.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import type { Application } from '../../registry/application.js';
import type { Applications } from '../../registry/applications.js';
import type { DnsRule, Rules, TrafficRule } from '../../registry/rules.js';
import type { Timing } from '../../registry/timing.js';
import { SubscriptionApi, type SubscriptionParts } from '../mec011/subscription-api.js';
import { checkDnsRule, checkTrafficRule, fromAppInfo, registrationHref, ROOT, toAppInfo } from './mapping.js';

export interface AppSupport extends SubscriptionParts {
  readonly access: Access;
  readonly applications: Applications;
  readonly trafficRules: Rules<TrafficRule>;
  readonly dnsRules: Rules<DnsRule>;
  readonly timing: Timing;
}

/** @see ETSI GS MEC 011 V3.1.1, clause 7.2 */
export function appSupportHandlers(parts: AppSupport): Handlers<operations> {
  const { access, applications, trafficRules, dnsRules, timing } = parts;
  const subscriptions = new SubscriptionApi(TYPE, parts, ({ appInstanceId }, common) => ({
    ...common,
    subscriptionType: TYPE,
    appInstanceId,
  }));
  const asRegistered = (ifMatch: string | undefined) => (present: Application) =>
    requireMatch(ifMatch, etagOf(toAppInfo(applications.registered(present.appInstanceId))));
  const asItWas = (ifMatch: string | undefined) => (present: object) => requireMatch(ifMatch, etagOf(present));

  return {
    async Registrations_POST({ body, grant }) {
      const { isInsByMec, appInstanceId = '' } = body;
      if (isInsByMec) access.requireOwn(grant, appInstanceId);
      const info = fromAppInfo(body);
      const application = isInsByMec
        ? await applications.registerManaged(appInstanceId, info)
        : await applications.register(info, access.ownerFor(grant));
      const Location = registrationHref(application.appInstanceId);
      return { status: 201, headers: { Location }, body: toAppInfo(application) };
    },

    Registration_GET({ path }) {
      return { status: 200, body: toAppInfo(applications.registered(path.appInstanceId)) };
    },

    async Registration_PUT({ path, header, body }) {
      await applications.replaceRegistration(path.appInstanceId, fromAppInfo(body), asRegistered(header['If-Match']));
      return { status: 204 };
    },

    async Registration_DELETE({ path, header }) {
      await applications.deregister(path.appInstanceId, asRegistered(header['If-Match']));
      return { status: 204 };
    },

    ApplicationsSubscriptions_GET: (call) => subscriptions.list(call),
    ApplicationsSubscriptions_POST: (call) => subscriptions.create(call, REQUEST),
    ApplicationsSubscription_GET: (call) => subscriptions.get(call),
    ApplicationsSubscription_PUT: (call) => subscriptions.replace(call, REQUEST),
    ApplicationsSubscription_DELETE: (call) => subscriptions.remove(call),
    ApplicationsSubscriptionWebsocket_GET: (call) => subscriptions.connect(call),

    ApplicationsTrafficRules_GET({ path: { appInstanceId }, query }) {
      applications.requireKnown(appInstanceId);
      return { status: 200, body: trafficRuleList.answer(trafficRules.ofApplication(appInstanceId), query, ROOT).body };
    },

    ApplicationsTrafficRule_GET({ path }) {
      applications.requireKnown(path.appInstanceId);
      return { status: 200, body: trafficRules.get(path.appInstanceId, path.trafficRuleId) };
    },

    async ApplicationsTrafficRule_PUT({ path: { appInstanceId, trafficRuleId }, header, body }) {
      const admit = () => applications.requireKnown(appInstanceId);
      const check = asItWas(header['If-Match']);
      return {
        status: 200,
        body: await trafficRules.replace(appInstanceId, trafficRuleId, checkTrafficRule(body), admit, check),
      };
    },

    ApplicationsDnsRules_GET({ path: { appInstanceId }, query }) {
      applications.requireKnown(appInstanceId);
      return { status: 200, body: dnsRuleList.answer(dnsRules.ofApplication(appInstanceId), query, ROOT).body };
    },

    ApplicationsDnsRule_GET({ path }) {
      applications.requireKnown(path.appInstanceId);
      return { status: 200, body: dnsRules.get(path.appInstanceId, path.dnsRuleId) };
    },

    async ApplicationsDnsRule_PUT({ path: { appInstanceId, dnsRuleId }, header, body }) {
      const admit = () => applications.requireKnown(appInstanceId);
      const check = asItWas(header['If-Match']);
      return { status: 200, body: await dnsRules.replace(appInstanceId, dnsRuleId, checkDnsRule(body), admit, check) };
    },

    async ApplicationsConfirmTermination_POST({ path, body }) {
      await applications.confirmTermination(path.appInstanceId, body.operationAction);
      return { status: 204 };
    },

    async ApplicationsConfirmReady_POST({ path }) {
      await applications.confirmReady(path.appInstanceId);
      return { status: 204 };
    },

    async TimingCaps_GET() {
      return { status: 200, body: { ...(await timing.caps()), ptpMasters: [] } };
    },

    async TimingCurrentTime_GET() {
      return { status: 200, body: await timing.currentTime() };
    },
  };
}

const trafficRuleList = new List<TrafficRule>({
  document,
  schema: 'TrafficRule',
  pageSize: 64,
  key: ({ trafficRuleId }) => trafficRuleId,
});
const dnsRuleList = new List<DnsRule>({ document, schema: 'DnsRule', pageSize: 64, key: ({ dnsRuleId }) => dnsRuleId });

const TYPE = 'AppTerminationNotificationSubscription' as const;
/** There is nothing to choose: an application is told of its own end. */
const REQUEST: SubscriptionRequest = { subscriptionType: TYPE };
