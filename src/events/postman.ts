/** A notification as it is sent. */
export interface Message {
  /** What kind of JSON it is: `application/json`. */
  readonly contentType: string;
  /** UTF-8 */
  readonly body: Uint8Array;
}

/** What became of one notification. */
export type Delivery =
  /** The subscriber has answered with 2xx. */
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'failed';
      /** For the operator's log: it names addresses and tells what listens where, which is nothing for a subscriber to learn. */
      readonly reason: string;
      /** What the subscriber answered; absent when no answer came. */
      readonly status?: number;
      /** ms for which the subscriber wants to be left alone, an hour at most */
      readonly retryAfterMs?: number;
    };

/** Brings notifications to the URIs that subscribers have named, and to no place where they may not go. */
export interface Postman {
  /**
   * Judges a `callbackReference` when somebody subscribes with it. A host name that cannot be resolved passes: it is judged
   * again, like every other, with each delivery.
   *
   * @throws GatewayError `invalid` when its form is wrong, or when no address of its host may be called
   * @see ETSI GS MEC 009, clause 6.12.3: an absolute URI without query, fragment or userinfo
   */
  check(callback: string): Promise<void>;
  /**
   * Posts a message once. Trying again is the caller's business.
   *
   * @param callback a `callbackReference`, checked or not
   * @param signal ends it; without one it ends by itself, within a bounded time
   * @returns never rejects for what a subscriber, a network or a name server does
   */
  post(callback: string, message: Message, signal?: AbortSignal): Promise<Delivery>;
}
