import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

const known = new WeakMap<Socket, string | undefined>();

/**
 * The certificate that the client of a request has shown, if it comes from the authority that the configuration names
 * (`http.tls.clientCa`): its SHA-256, base64url.
 *
 * @see RFC 8705, clause 3.1: `x5t#S256`
 */
export function certificateOf({ socket }: Pick<IncomingMessage, 'socket'>): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  if (!known.has(socket)) known.set(socket, thumbprintOf(socket));
  return known.get(socket);
}

function thumbprintOf(socket: TLSSocket): string | undefined {
  // a session of TLS 1.3 that goes on counts as authorized, also when nobody has shown anything
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  return certificate && createHash('sha256').update(certificate.raw).digest('base64url');
}
