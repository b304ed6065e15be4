import type { Subscription, SubscriptionRequest, SubscriptionType } from '../../events/subscription.js';
import type { SubscriptionBody } from './subscription-api.js';

/** What a subscription says whose criteria are kept as its API shows them; without any, all is wanted. */
export function withCriteria<Type extends SubscriptionType>(type: Type) {
  return ({ filteringCriteria }: Subscription, common: SubscriptionBody) => ({
    ...common,
    subscriptionType: type,
    ...(filteringCriteria ? { filteringCriteria } : {}),
  });
}

/** What is asked for by such a one. Where notifications are to go is not said here. */
export function fromCriteria({ subscriptionType, filteringCriteria }: SubscriptionRequest): SubscriptionRequest {
  return { subscriptionType, ...(filteringCriteria ? { filteringCriteria } : {}) };
}
