import type { components, operations } from '../../../generated/camera.js';
import type { Grant } from '../../auth/grants.js';
import type { SubscriptionRequest } from '../../events/subscription.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { fromCriteria, withCriteria } from '../mec011/criteria.js';
import { SubscriptionApi, type SubscriptionParts } from '../mec011/subscription-api.js';

interface Subscribing {
  readonly grant: Grant;
  readonly body: Immutable<components['schemas']['MotionSubscriptionRequest']>;
}

type Operations = Extract<keyof operations, `MotionSubscriptions${string}`>;

/** @param requireSeen throws when the caller does not see the camera, or there is none */
export function motionSubscriptions(
  parts: SubscriptionParts,
  requireSeen: (grant: Grant, cameraId: string) => void,
): Pick<Handlers<operations>, Operations> {
  const subscriptions = new SubscriptionApi('MotionSubscription', parts, withCriteria('MotionSubscription'));
  /** Of a camera that there is not nobody would notice that nothing is ever told. */
  const toMotion = ({ body, grant }: Subscribing): SubscriptionRequest => {
    for (const cameraId of body.filteringCriteria?.cameraIds ?? []) requireSeen(grant, cameraId);
    return fromCriteria(body);
  };
  return {
    MotionSubscriptions_GET: (call) => subscriptions.list(call),
    MotionSubscriptions_POST: (call) => subscriptions.create(call, toMotion(call)),
    MotionSubscriptionsSubscriptionId_GET: (call) => subscriptions.get(call),
    MotionSubscriptionsSubscriptionId_PUT: (call) => subscriptions.replace(call, toMotion(call)),
    MotionSubscriptionsSubscriptionId_DELETE: (call) => subscriptions.remove(call),
    MotionSubscriptionsSubscriptionIdWebsocket_GET: (call) => subscriptions.connect(call),
  };
}
