import type { Subscription, SubscriptionType } from '../../events/subscription.js';

const ROOT: Record<SubscriptionType, string> = {
  SerAvailabilityNotificationSubscription: '/mec_service_mgmt/v1',
  AppTerminationNotificationSubscription: '/mec_app_support/v1',
  EdgeSubscription: '/gpio/v1',
  MotionSubscription: '/camera/v1',
  ConditionSubscription: '/sensors/v1',
};

/** Where the subscriptions of an application are: each type has an API of its own. */
export function subscriptionsHref(type: SubscriptionType, appInstanceId: string): string {
  return `${ROOT[type]}/applications/${encodeURIComponent(appInstanceId)}/subscriptions`;
}

export function subscriptionHref(subscription: Subscription): string {
  const { subscriptionType, appInstanceId, subscriptionId } = subscription;
  return `${subscriptionsHref(subscriptionType, appInstanceId)}/${encodeURIComponent(subscriptionId)}`;
}
