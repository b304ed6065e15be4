import type { components, operations } from '../../../generated/sensors.js';
import type { Grant } from '../../auth/grants.js';
import type { Subscription, SubscriptionRequest } from '../../events/subscription.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { SubscriptionApi, type SubscriptionBody, type SubscriptionParts } from '../mec011/subscription-api.js';

type Schemas = Immutable<components['schemas']>;

interface Subscribing {
  readonly grant: Grant;
  readonly body: Schemas['ConditionSubscriptionRequest'];
}

type Operations = Extract<keyof operations, `ConditionSubscriptions${string}`>;

/** @param requireSeen throws when the caller does not see the tag, or there is none */
export function conditionSubscriptions(
  parts: SubscriptionParts,
  requireSeen: (grant: Grant, mac: string) => void,
): Pick<Handlers<operations>, Operations> {
  const subscriptions = new SubscriptionApi('ConditionSubscription', parts, toSubscription);
  /** Of a tag that there is not nobody would notice that nothing is ever told. */
  const toCondition = ({ body, grant }: Subscribing): SubscriptionRequest => {
    for (const mac of body.filteringCriteria.macs ?? []) requireSeen(grant, mac);
    return fromSubscription(body);
  };
  return {
    ConditionSubscriptions_GET: (call) => subscriptions.list(call),
    ConditionSubscriptions_POST: (call) => subscriptions.create(call, toCondition(call)),
    ConditionSubscriptionsSubscriptionId_GET: (call) => subscriptions.get(call),
    ConditionSubscriptionsSubscriptionId_PUT: (call) => subscriptions.replace(call, toCondition(call)),
    ConditionSubscriptionsSubscriptionId_DELETE: (call) => subscriptions.remove(call),
    ConditionSubscriptionsSubscriptionIdWebsocket_GET: (call) => subscriptions.connect(call),
  };
}

/** Where notifications are to go is not said here. Addresses are kept in one spelling. */
function fromSubscription(body: Schemas['ConditionSubscriptionRequest']): SubscriptionRequest {
  const { subscriptionType, filteringCriteria } = body;
  const { macs, condition } = filteringCriteria;
  return {
    subscriptionType,
    filteringCriteria: { ...(macs ? { macs: [...new Set(macs.map((mac) => mac.toUpperCase()))] } : {}), condition },
  };
}

/** @throws Error for a subscription of another kind */
function toSubscription(
  { filteringCriteria: { macs, condition } = {} }: Subscription,
  common: SubscriptionBody,
): SubscriptionBody & Pick<Schemas['ConditionSubscription'], 'subscriptionType' | 'filteringCriteria'> {
  if (!condition) throw new Error('this subscription has no condition');
  const filteringCriteria = { ...(macs ? { macs } : {}), condition };
  return { ...common, subscriptionType: 'ConditionSubscription', filteringCriteria };
}
