import type { WebSocket } from 'ws';
import { GatewayError } from '../../errors.js';
import type { Outbox } from '../../events/outbox.js';
import type { Postman } from '../../events/postman.js';
import type { Subscription, SubscriptionRequest, SubscriptionType } from '../../events/subscription.js';
import type { Subscriptions } from '../../events/subscriptions.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { KeepAlive } from '../../http/keep-alive.js';
import { mapOnce } from '../../http/memo.js';
import type { Applications } from '../../registry/applications.js';
import { subscriptionHref, subscriptionsHref } from './hrefs.js';
import { WebSocketLine } from './web-socket-line.js';

/** Half of the connections that the gateway takes: who listens must not keep away who asks. */
const MOST_LINES = 500;

/** What the APIs that have subscriptions need for them: both of MEC 011, and those of pins, of cameras and of sensors. */
export interface SubscriptionParts {
  readonly subscriptions: Subscriptions;
  readonly applications: Pick<Applications, 'requireKnown' | 'admit'>;
  readonly outbox: Pick<Outbox, 'find'>;
  readonly postman: Pick<Postman, 'check'>;
  /** Those of all of them. */
  readonly keepAlive: Pick<KeepAlive, 'watch' | 'size'>;
  /** Where WebSockets are to be opened: `http://127.0.0.1:8080`. */
  readonly url: string;
}

interface OfApplication {
  readonly path: { readonly appInstanceId: string };
}
interface OfSubscription {
  readonly path: { readonly appInstanceId: string; readonly subscriptionId: string };
  readonly header: { readonly 'If-Match'?: string };
}

/** Where notifications are to go, as a subscriber says it. */
interface Addressee {
  readonly callbackReference?: string;
  readonly requestTestNotification?: boolean;
  readonly websockNotifConfig?: object;
}

/** What every subscription says of itself. */
export interface SubscriptionBody {
  readonly subscriptionType: SubscriptionType;
  readonly callbackReference?: string;
  readonly requestTestNotification?: boolean;
  readonly websockNotifConfig?: { readonly requestWebsocketUri: boolean; readonly websocketUri: string };
  readonly _links: { readonly self: { readonly href: string } };
}

/**
 * The subscriptions of one API, which are the same for all save for what is subscribed to.
 *
 * @see ETSI GS MEC 011, clauses 7.2.4, 8.2.8, 8.2.9; ETSI GS MEC 009, clause 6.12a for WebSockets and test notifications
 */
export class SubscriptionApi<Body extends SubscriptionBody> {
  private readonly represent: (subscription: Subscription) => Body;

  /** @param represent adds what is this API's own to what every subscription says */
  constructor(
    private readonly type: Body['subscriptionType'],
    private readonly parts: SubscriptionParts,
    represent: (subscription: Subscription, common: SubscriptionBody) => Body,
  ) {
    this.represent = mapOnce((subscription: Subscription) => represent(subscription, this.common(subscription)));
  }

  list({ path: { appInstanceId } }: OfApplication) {
    this.parts.applications.requireKnown(appInstanceId);
    const subscriptions = this.parts.subscriptions
      .ofApplication(appInstanceId)
      .filter(({ subscriptionType }) => subscriptionType === this.type)
      // `rel` is what V2.1.1 called it
      .map((subscription) => ({ href: subscriptionHref(subscription), subscriptionType: this.type, rel: this.type }));
    return {
      status: 200,
      body: { _links: { self: { href: subscriptionsHref(this.type, appInstanceId) }, subscriptions } },
    } as const;
  }

  async create({ path: { appInstanceId }, body }: OfApplication & { readonly body: Addressee }, request: SubscriptionRequest) {
    const { subscriptions, applications } = this.parts;
    applications.admit(appInstanceId);
    const addressed = await this.addressed(request, body);
    const subscription = await subscriptions.create(appInstanceId, addressed, () => applications.admit(appInstanceId).owner);
    return { status: 201, headers: { Location: subscriptionHref(subscription) }, body: this.represent(subscription) } as const;
  }

  get({ path }: Pick<OfSubscription, 'path'>) {
    return { status: 200, body: this.represent(this.find(path)) } as const;
  }

  async replace({ path, header, body }: OfSubscription & { readonly body: Addressee }, request: SubscriptionRequest) {
    this.find(path);
    const addressed = await this.addressed(request, body);
    const subscription = await this.parts.subscriptions.replace(path, addressed, this.unchanged(header['If-Match']));
    return { status: 200, body: this.represent(subscription) } as const;
  }

  async remove({ path, header }: OfSubscription) {
    await this.parts.subscriptions.remove(this.find(path), this.unchanged(header['If-Match']));
    return { status: 204 } as const;
  }

  connect({ path }: Pick<OfSubscription, 'path'>) {
    const subscription = this.find(path);
    const { subscriptionId, callbackReference } = subscription;
    if (callbackReference !== undefined)
      throw new GatewayError(
        'conflict',
        `subscription ${subscriptionId} is told at its callbackReference: ask for a WebSocket by PUT`,
      );
    // one that takes the place of another needs no room
    if (this.parts.keepAlive.size >= MOST_LINES && !this.parts.outbox.find(subscriptionId)?.line)
      throw new GatewayError('unavailable', `${MOST_LINES} subscribers have a WebSocket open already; try again later`);
    const accept = (socket: WebSocket): void => {
      const line = new WebSocketLine(socket, subscriptionHref(subscription));
      const connection = this.parts.outbox.find(subscriptionId)?.connect(line);
      if (!connection) {
        line.close(); // it was unsubscribed meanwhile
        return;
      }
      socket.once('close', () => connection[Symbol.dispose]());
      this.parts.keepAlive.watch(socket);
    };
    return { status: 101, accept } as const;
  }

  private find({ appInstanceId, subscriptionId }: OfSubscription['path']): Subscription {
    return this.parts.subscriptions.get(appInstanceId, subscriptionId, this.type);
  }

  private unchanged(ifMatch: string | undefined): (present: Subscription) => void {
    return (present) => requireMatch(ifMatch, etagOf(this.represent(present)));
  }

  /** Of a WebSocket and a callback, the WebSocket is taken. */
  private async addressed(request: SubscriptionRequest, to: Addressee): Promise<SubscriptionRequest> {
    const { callbackReference, websockNotifConfig, requestTestNotification } = to;
    const tested = requestTestNotification === undefined ? request : { ...request, requestTestNotification };
    if (websockNotifConfig || callbackReference === undefined) return tested;
    await this.parts.postman.check(callbackReference);
    return { ...tested, callbackReference };
  }

  private common(subscription: Subscription): SubscriptionBody {
    const { subscriptionType, callbackReference, requestTestNotification } = subscription;
    const href = subscriptionHref(subscription);
    const websocketUri = `${this.parts.url.replace(/^http/, 'ws')}${href}/websocket`;
    return {
      subscriptionType,
      ...(callbackReference === undefined
        ? { websockNotifConfig: { requestWebsocketUri: true, websocketUri } }
        : { callbackReference }),
      ...(requestTestNotification === undefined ? {} : { requestTestNotification }),
      _links: { self: { href } },
    };
  }
}
