import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import { GatewayError } from '../../errors.js';
import { rawProblem, toProblemDetails } from '../problem.js';
import { type Messages, newMessages } from '../messages.js';
import type { Tls, TlsContext } from '../tls/tls.js';
import { Handshakes } from './handshakes.js';
import type { Limits } from './limits.js';

/** For how long a client may take, in ms. */
export interface Patience {
  /** For the handshake of TLS. */
  readonly handshakeMs: number;
  /** For the request line and the headers, from the first byte, or from the connection when there is none. */
  readonly headersMs: number;
  /** For a whole request. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly betweenMs: number;
  /** With nothing moving either way, as when nobody reads an answer. */
  readonly stalledMs: number;
}

export const defaultPatience: Patience = {
  handshakeMs: 10_000,
  headersMs: 10_000,
  requestMs: 30_000,
  betweenMs: 10_000,
  stalledMs: 60_000,
};
/** node:http looks no more often than this whether anybody is late; its own 30 s would triple what they are given. */
const LOOK_MS = 1_000;

const NO_ROOM = rawProblem(
  toProblemDetails(new GatewayError('unavailable', 'there are too many connections from this address (http.limits)')),
  { 'Retry-After': '1' },
);

/** What somebody gets who speaks HTTP where TLS is expected. */
const NOT_PLAIN = rawProblem(toProblemDetails(new GatewayError('invalid', 'this port speaks TLS: use https:// or wss://')));

export interface LimitedServer {
  readonly server: Server;
  readonly messages: Messages;
  /** The connections on which nobody has asked for anything so far. */
  readonly silent: () => Socket[];
}

/**
 * A server of node:http that takes what `limits` admits, and cuts off whoever is slow: a Pi has few descriptors and 1 GB.
 *
 * @param tls what TLS is spoken with; without it the server speaks HTTP as it is
 */
export function limitedServer(limits: Limits, patience: Patience, tls?: Tls): LimitedServer {
  const { headersMs, requestMs, betweenMs, stalledMs } = patience;
  const messages = newMessages();
  const options = {
    ...messages,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: betweenMs,
    connectionsCheckingInterval: Math.min(LOOK_MS, headersMs),
    maxHeaderSize: 16_384,
    // the guard says so, in words
    requireHostHeader: false,
  };
  const handshakes = new Handshakes();
  const server = tls ? secureServer(options, { limits, patience, tls, handshakes }) : createServer(options);
  server.timeout = stalledMs;
  server.maxConnections = limits.connections.most;
  server.on('drop', () => {
    limits.counters.connectionsInAll++;
  });
  // before node:http makes a parser for it, or node:tls begins a handshake
  const [take] = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    if (!limits.admits(socket)) {
      // before a handshake nobody can be told anything
      if (tls) socket.destroy();
      else turnAway(socket);
      return;
    }
    if (tls) handshakes.begin(socket);
    take?.call(server, socket);
  });
  // browsers connect ahead of time, and node:http does not take such a connection for idle
  const silent = () => (tls ? handshakes.silent() : [...limits.connections].filter(({ bytesRead }) => bytesRead === 0));
  return { server, messages, silent };
}

interface SecureParts {
  readonly limits: Limits;
  readonly patience: Patience;
  readonly tls: Tls;
  readonly handshakes: Handshakes;
}

function secureServer(options: ServerOptions, { limits, patience, tls, handshakes }: SecureParts): TlsServer {
  const { context } = tls;
  const server = createTlsServer({
    ...options,
    ...contextOptions(context.value),
    handshakeTimeout: patience.handshakeMs,
    requestCert: context.value.ca !== undefined,
    // who shows none, or one of somebody else, is let in like everybody
    rejectUnauthorized: false,
  });
  const watching = context.watch((changed) => server.setSecureContext(contextOptions(changed)));
  server.once('close', () => watching[Symbol.dispose]());
  server.prependListener('secureConnection', (socket: TLSSocket) => handshakes.done(socket));
  // node:https closes it afterwards
  server.prependListener('tlsClientError', ({ code }: NodeJS.ErrnoException, socket: TLSSocket) => {
    limits.counters[code === 'ERR_TLS_HANDSHAKE_TIMEOUT' ? 'tooSlow' : 'handshakes']++;
    if (code === 'ERR_SSL_HTTP_REQUEST') handshakes.connectionOf(socket)?.write(NOT_PLAIN);
  });
  return server;
}

function contextOptions({ cert, key, ca }: TlsContext): SecureContextOptions {
  return { cert, key, ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' };
}

/** With a word of why, if that goes out at once: whoever is turned away must not cost a descriptor. */
function turnAway(socket: Socket): void {
  socket.on('error', () => socket.destroy());
  socket.write(NO_ROOM);
  socket.destroySoon();
}
