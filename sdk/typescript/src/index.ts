/**
 * A µMEC gateway from TypeScript: `connect` gives every operation of its APIs, and the rest of this package does what no generator makes.
 *
 * @packageDocumentation
 */
export { arrivals, type ArrivalOptions } from './arrivals.js';
export type * from './cloud-event.js';
export { events, type EventOptions, type Gap } from './events.js';
export type { FollowOptions } from './follow.js';
export { frames, type Frame, type FrameOptions } from './frames.js';
export { connect, type Gateway, type GatewayOptions, type Json } from './gateway.js';
export {
  isNotification,
  notifications,
  parseNotification,
  type EventNotification,
  type GatewayNotification,
  type MecNotification,
  type NotificationOf,
  type NotificationType,
  type OtherNotification,
} from './notifications.js';
export { pages, type Got } from './pages.js';
export { ok, problemOf, Problem, type Answer } from './problem.js';
export type { Send } from './refusal.js';
export { ClientCredentials, type Credentials, type TokenSource } from './tokens.js';
export type { HeaderWebSocketConstructor, WebSocketLike } from './web-socket.js';
export type * from './schema.js';
