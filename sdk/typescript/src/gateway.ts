import createClient, { type Client } from 'openapi-fetch';
import { authorized } from './authorized.js';
import { ok } from './problem.js';
import { sending, type Send } from './refusal.js';
import type { paths } from './schema.js';
import type { HeaderWebSocketConstructor, WebSocketLike } from './web-socket.js';
import type { TokenSource } from './tokens.js';

/** What `data` is typed as, where an operation gives several content types. */
export type Json = 'application/json' | `application/${string}+json`;

/** Where a gateway is, and how to come in. */
export interface GatewayOptions {
  /** The gateway's address, such as `https://gateway.local:8443`. */
  readonly url: string;
  /** A token, or where tokens come from; absent: a gateway that asks for none. */
  readonly token?: string | TokenSource;
  /**
   * `WebSocket` of the package `ws`: Node 20 has none of its own, and it sends the token in a header. Absent: the one that browsers and
   * later versions of Node have, for which each connection asks for a ticket.
   */
  readonly WebSocket?: HeaderWebSocketConstructor;
  readonly fetch?: typeof globalThis.fetch;
}

/** A gateway that can be asked. */
export interface Gateway {
  /** Without a slash at its end. */
  readonly url: string;
  /** Every operation, by its path. */
  readonly api: Client<paths, Json>;
  /** Asks for any address of the gateway with the token; it is not sent to another. */
  readonly fetch: Send;
  /**
   * @param path with its query
   * @param signal ends the waiting for a token or a ticket
   * @throws Problem when none is given, ReferenceError where there is no WebSocket
   */
  openWebSocket(path: string, signal: AbortSignal): Promise<WebSocketLike>;
}

/** Nothing is asked before something is wanted. */
export function connect(options: GatewayOptions): Gateway {
  const { origin } = new URL(options.url);
  const url = options.url.replace(/\/+$/, '');
  const plain = sending(options.fetch);
  const tokens = typeof options.token === 'string' ? unchanging(options.token) : options.token;
  const fetch = tokens === undefined ? plain : authorized(plain, tokens, origin);
  const api = createClient<paths, Json>({ baseUrl: url, fetch });
  const address = url.replace(/^http/, 'ws');

  return { url, api, fetch, openWebSocket };

  async function openWebSocket(path: string, signal: AbortSignal): Promise<WebSocketLike> {
    if (options.WebSocket) {
      const headers = tokens && { Authorization: `Bearer ${await tokens.token(undefined, signal)}` };
      return new options.WebSocket(address + path, [], { headers: headers ?? {} });
    }
    if (typeof WebSocket === 'undefined')
      throw new ReferenceError('there is no WebSocket here: give connect() that of the package ws');
    if (tokens === undefined) return new WebSocket(address + path);
    const { data } = await ok(api.POST('/tickets', { body: { path: path.replace(/\?.*/, '') }, signal }));
    const query = new URLSearchParams({ ticket: data.ticket }).toString();
    return new WebSocket(`${address}${path}${path.includes('?') ? '&' : '?'}${query}`);
  }
}

function unchanging(token: string): TokenSource {
  return { token: () => Promise.resolve(token) };
}
