import type { components, operations } from '../../../generated/gpio.js';
import type { Grant } from '../../auth/grants.js';
import type { SubscriptionRequest } from '../../events/subscription.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { fromCriteria, withCriteria } from '../mec011/criteria.js';
import { SubscriptionApi, type SubscriptionParts } from '../mec011/subscription-api.js';

interface Subscribing {
  readonly grant: Grant;
  readonly body: Immutable<components['schemas']['EdgeSubscriptionRequest']>;
}

type Operations = Extract<keyof operations, `EdgeSubscriptions${string}`>;

/** @param requireSeen throws when the caller does not see the line, or there is none */
export function edgeSubscriptions(
  parts: SubscriptionParts,
  requireSeen: (grant: Grant, lineId: string) => void,
): Pick<Handlers<operations>, Operations> {
  const subscriptions = new SubscriptionApi('EdgeSubscription', parts, withCriteria('EdgeSubscription'));
  /** A line that there is not would never tell anything, and nobody would notice. */
  const toEdges = ({ body, grant }: Subscribing): SubscriptionRequest => {
    for (const lineId of body.filteringCriteria?.lineIds ?? []) requireSeen(grant, lineId);
    return fromCriteria(body);
  };
  return {
    EdgeSubscriptions_GET: (call) => subscriptions.list(call),
    EdgeSubscriptions_POST: (call) => subscriptions.create(call, toEdges(call)),
    EdgeSubscriptionsSubscriptionId_GET: (call) => subscriptions.get(call),
    EdgeSubscriptionsSubscriptionId_PUT: (call) => subscriptions.replace(call, toEdges(call)),
    EdgeSubscriptionsSubscriptionId_DELETE: (call) => subscriptions.remove(call),
    EdgeSubscriptionsSubscriptionIdWebsocket_GET: (call) => subscriptions.connect(call),
  };
}
