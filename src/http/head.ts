import type { IncomingMessage } from 'node:http';

const heads = new WeakSet<IncomingMessage>();

/**
 * HEAD is GET without the body (RFC 9110, clause 9.3.2): from here on the request is a GET, and node:http, which saw what
 * it was, sends no body. Parts are of a GET alone (clause 14.2).
 */
export function headAsGet(req: IncomingMessage): void {
  if (req.method !== 'HEAD') return;
  heads.add(req);
  req.method = 'GET';
  delete req.headers.range;
}

export function isHead(req: IncomingMessage): boolean {
  return heads.has(req);
}
