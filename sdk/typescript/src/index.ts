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
export type { Send } from './authorized.js';
export { connect, type Gateway, type GatewayOptions, type Json } from './gateway.js';
export { notifications, parseNotification, type EventNotification, type MecNotification } from './notifications.js';
export { pages, type Got } from './pages.js';
export { ok, problemOf, Problem, type Answer } from './problem.js';
export { ClientCredentials, type Credentials, type TokenSource } from './tokens.js';
export type { HeaderWebSocketConstructor, WebSocketLike } from './web-socket.js';
export type * from './schema.js';
