import { connections, type FollowOptions } from './follow.js';
import type { Gateway } from './gateway.js';
import { pathAt } from './path-at.js';
import type {
  AppTerminationNotification,
  ConditionEvent,
  EdgeEvent,
  MotionEvent,
  SerAvailabilityNotification,
  TestNotification,
} from './schema.js';

/** What MEC 011 tells a subscriber, told apart by `notificationType`. */
export type MecNotification = SerAvailabilityNotification | AppTerminationNotification | TestNotification;

/** What the gateway's own subscriptions tell, told apart by `type`. */
export type EventNotification = ConditionEvent | MotionEvent | EdgeEvent;

/** One of a kind that this version of the package does not know, as it came. */
export type OtherNotification = Readonly<Record<string, unknown>>;

export type GatewayNotification = MecNotification | EventNotification | OtherNotification;

/** What a notification says it is: `SerAvailabilityNotification`, `org.umec.gpio.edge.v1`. */
export type NotificationType = MecNotification['notificationType'] | EventNotification['type'];

export type NotificationOf<Type extends NotificationType> = Extract<
  MecNotification | EventNotification,
  { notificationType: Type } | { type: Type }
>;

const RECEIVED = 'HTTP/1.1 204 No Content\r\n\r\n';

/**
 * What was posted to a subscriber's own HTTP listener.
 *
 * @param body the request's
 * @returns what `isNotification` tells apart
 * @throws TypeError when it is no object of JSON
 */
export function parseNotification(body: string): GatewayNotification {
  const value = parsed(body);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as OtherNotification;
  throw new TypeError('this is no notification of a gateway');
}

/** Whether a notification is one of this kind. */
export function isNotification<Type extends NotificationType>(
  told: GatewayNotification,
  type: Type,
): told is NotificationOf<Type> {
  const { notificationType, type: eventType } = told as OtherNotification;
  return notificationType === type || eventType === type;
}

/**
 * The notifications of a subscription that come by WebSocket, one after the other. One counts as received when the caller asks for the next,
 * for which the gateway waits 10 s: what the caller did not come to the end of comes again, so a notification can come twice, and none is
 * lost.
 *
 * @param websocketUri of the subscription's `websockNotifConfig`
 * @throws Problem when there is no such subscription, TypeError when it is at another gateway
 */
export async function* notifications(
  gateway: Gateway,
  websocketUri: string,
  options: FollowOptions = {},
): AsyncGenerator<GatewayNotification, undefined> {
  const path = pathAt(gateway.url, websocketUri);
  for await (const connection of connections(gateway, () => path, options))
    for await (const frame of connection.messages()) {
      yield parseNotification(bodyOf(frame));
      connection.send(RECEIVED);
    }
  return undefined;
}

/** Each text frame is an HTTP/1.1 request (ETSI GS MEC 009, clause 6.12a). */
function bodyOf(frame: string): string {
  return frame.slice(frame.indexOf('\r\n\r\n') + 4);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TypeError('this is no notification: it is no JSON', { cause });
  }
}
