import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** What a proxy that is trusted says of a request. */
export interface Forwarded {
  /** Of the client. */
  readonly address: string;
  /** Whether the client speaks TLS with the proxy, as far as it says. */
  readonly isSecure: boolean;
  /** What the client has called the proxy. */
  readonly host?: string;
  /** What the proxy has taken off the path; begins with a slash, or is empty. */
  readonly prefix: string;
}

const said = new WeakMap<IncomingMessage, Forwarded>();

/** `Proxies` alone calls this: whatever says it must be trusted. */
export function rememberForwarded(req: IncomingMessage, forwarded: Forwarded): void {
  said.set(req, forwarded);
}

export function isForwarded(req: IncomingMessage): boolean {
  return said.has(req);
}

/** Who asks: the other end of the connection, or whoever the proxy there asks for. Empty when it has gone already. */
export function clientAddress(req: IncomingMessage): string {
  return said.get(req)?.address ?? req.socket.remoteAddress ?? '';
}

/** Whether nobody on the way to us, or to the proxy, could read along. */
export function isSecure(req: IncomingMessage): boolean {
  return said.get(req)?.isSecure ?? req.socket instanceof TLSSocket;
}

/** What the client has called the proxy, when that says so. */
export function forwardedHost(req: IncomingMessage): string | undefined {
  return said.get(req)?.host;
}

/** What stands before our paths where the client is. */
export function prefixOf(req: IncomingMessage): string {
  return said.get(req)?.prefix ?? '';
}
