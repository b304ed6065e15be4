/** What browsers, Node and the package `ws` have in common. */
export interface WebSocketLike {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Of the package `ws` alone: without a handshake, for whom the other side may be gone. */
  terminate?(): void;
  /** Of the package `ws` alone. */
  on?(event: 'ping', listener: () => void): unknown;
}

/** A WebSocket that can send headers, as that of the package `ws`. */
export type HeaderWebSocketConstructor = new (
  url: string,
  protocols: string[],
  options: { readonly headers: Record<string, string> },
) => WebSocketLike;
