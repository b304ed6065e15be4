import { connections, type FollowOptions } from './follow.js';
import type { Gateway } from './gateway.js';
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

const MEC_TYPES: Record<MecNotification['notificationType'], true> = {
  SerAvailabilityNotification: true,
  AppTerminationNotification: true,
  TestNotification: true,
};

const EVENT_TYPES: Record<EventNotification['type'], true> = {
  'org.umec.sensors.condition.v1': true,
  'org.umec.camera.motion.v1': true,
  'org.umec.gpio.edge.v1': true,
};

const RECEIVED = 'HTTP/1.1 204 No Content\r\n\r\n';

/**
 * What was posted to a subscriber's own HTTP listener.
 *
 * @param body the request's
 * @throws TypeError when it is no notification that a gateway sends
 */
export function parseNotification(body: string): MecNotification | EventNotification {
  const value = parsed(body);
  if (typeof value === 'object' && value !== null) {
    if (isOneOf(MEC_TYPES, value, 'notificationType')) return value as MecNotification;
    if (isOneOf(EVENT_TYPES, value, 'type')) return value as EventNotification;
  }
  throw new TypeError('this is no notification of a gateway');
}

/**
 * The notifications of a subscription that come by WebSocket, one after the other. One counts as received when the caller asks for the next:
 * what the caller did not come to the end of comes again, so a notification can come twice, and none is lost.
 *
 * @param websocketUri of the subscription's `websockNotifConfig`
 * @throws Problem when there is no such subscription, TypeError when it is at another gateway
 */
export async function* notifications(
  gateway: Gateway,
  websocketUri: string,
  options: FollowOptions = {},
): AsyncGenerator<MecNotification | EventNotification, undefined> {
  const path = pathAt(gateway, websocketUri);
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

function pathAt({ url }: Gateway, websocketUri: string): string {
  const { origin, pathname, search } = new URL(websocketUri.replace(/^ws/, 'http'));
  if (origin !== new URL(url).origin) throw new TypeError(`${websocketUri} is not at ${url}`);
  return pathname + search;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TypeError('this is no notification: it is no JSON', { cause });
  }
}

function isOneOf(types: Readonly<Record<string, true>>, value: object, property: string): boolean {
  const type = (value as Readonly<Record<string, unknown>>)[property];
  return typeof type === 'string' && Object.hasOwn(types, type);
}
