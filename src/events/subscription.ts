import type { components as camera } from '../../generated/camera.js';
import type { components as gpio } from '../../generated/gpio.js';
import type { components } from '../../generated/mec011-service-management.js';
import type { Immutable } from '../immutable.js';
import type { Owner } from '../registry/owner.js';
import type { ConditionCriteria } from '../sensors/conditions/condition.js';
import type { EdgeNotice, MotionNotice, Notice, ServiceNotice } from './notice.js';

/** Which changes of services are wanted: those that fit all that is given (ETSI GS MEC 011, clause 8.1.3.2). */
export type FilteringCriteria = Immutable<components['schemas']['FilteringCriteria']>;

/** Which edges are wanted: those that fit all that is given. */
export type EdgeCriteria = Immutable<gpio['schemas']['EdgeCriteria']>;

/** Which motion is wanted: what fits all that is given. */
export type MotionCriteria = Immutable<camera['schemas']['MotionCriteria']>;

/** What a subscriber asks for. */
export interface SubscriptionRequest {
  readonly subscriptionType:
    | 'SerAvailabilityNotificationSubscription'
    | 'AppTerminationNotificationSubscription'
    | 'EdgeSubscription'
    | 'MotionSubscription'
    | 'ConditionSubscription';
  /** Where notifications are posted; absent when they go through a WebSocket. */
  readonly callbackReference?: string;
  readonly requestTestNotification?: boolean;
  /** Those of its type; the others are absent. */
  readonly filteringCriteria?: FilteringCriteria & EdgeCriteria & MotionCriteria & Partial<ConditionCriteria>;
}

/** A subscription of an application. Never changed: an update is a new value. */
export interface Subscription extends SubscriptionRequest {
  /** Grows from subscription to subscription, so that their order survives a restart. */
  readonly number: number;
  readonly subscriptionId: string;
  readonly appInstanceId: string;
  /** Whose the application is, when a client has made it; it stays so as long as the application lives. */
  readonly owner?: Owner;
  /** The last notice before it was as it is; what is older is none of its business, save what waited for it then. */
  readonly since: number;
  /** The older ones that waited when it became as it is, whatever it wants now; absent when it has never been another. */
  readonly waiting?: readonly number[];
}

export type SubscriptionType = Subscription['subscriptionType'];

/** Those who are told of what there may be plenty of. */
export const TOLD_PLENTY: ReadonlySet<SubscriptionType> = new Set([
  'EdgeSubscription',
  'MotionSubscription',
  'ConditionSubscription',
]);

/** Whether a subscriber is told of something. */
export function isWanted(notice: Notice, subscription: Subscription): boolean {
  if (notice.kind === 'test' || notice.kind === 'condition') return notice.subscriptionId === subscription.subscriptionId;
  if (notice.kind === 'termination')
    return (
      subscription.subscriptionType === 'AppTerminationNotificationSubscription' &&
      subscription.appInstanceId === notice.appInstanceId
    );
  const { subscriptionType, filteringCriteria = {} } = subscription;
  if (notice.kind === 'edge') return subscriptionType === 'EdgeSubscription' && fitsEdge(notice, filteringCriteria);
  if (notice.kind === 'motion') return subscriptionType === 'MotionSubscription' && fitsMotion(notice, filteringCriteria);
  return subscriptionType === 'SerAvailabilityNotificationSubscription' && fitsService(notice, filteringCriteria);
}

function fitsEdge({ lineId, edge }: EdgeNotice, { lineIds, edges }: EdgeCriteria): boolean {
  return (!lineIds || lineIds.includes(lineId)) && (!edges || edges.includes(edge));
}

function fitsMotion({ cameraId, zoneId, change }: MotionNotice, { cameraIds, zoneIds, changes }: MotionCriteria): boolean {
  return (
    (!cameraIds || cameraIds.includes(cameraId)) &&
    (!zoneIds || (zoneId !== undefined && zoneIds.includes(zoneId))) &&
    (!changes || changes.includes(change))
  );
}

function fitsService(
  notice: ServiceNotice,
  { serInstanceIds, serNames, serCategories, states, isLocal }: FilteringCriteria,
): boolean {
  return (
    (!serInstanceIds || serInstanceIds.includes(notice.serInstanceId)) &&
    (!serNames || serNames.includes(notice.serName)) &&
    (!serCategories || serCategories.some(({ id }) => id === notice.serCategoryId)) &&
    (!states || states.includes(notice.state)) &&
    (isLocal === undefined || isLocal === notice.isLocal)
  );
}
