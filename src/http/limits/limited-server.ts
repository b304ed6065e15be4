import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayError } from '../../errors.js';
import { rawProblem, toProblemDetails } from '../problem.js';
import type { Limits } from './limits.js';

/** For how long a client may take, in ms. */
export interface Patience {
  /** For the request line and the headers, from the first byte, or from the connection when there is none. */
  readonly headersMs: number;
  /** For a whole request. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly betweenMs: number;
  /** With nothing moving either way, as when nobody reads an answer. */
  readonly stalledMs: number;
}

export const defaultPatience: Patience = { headersMs: 10_000, requestMs: 30_000, betweenMs: 10_000, stalledMs: 60_000 };
/** node:http looks no more often than this whether anybody is late; its own 30 s would triple what they are given. */
const LOOK_MS = 1_000;

const NO_ROOM = rawProblem(
  toProblemDetails(new GatewayError('unavailable', 'there are too many connections from this address (http.limits)')),
  { 'Retry-After': '1' },
);

/** A server of node:http that takes what `limits` admits, and cuts off whoever is slow: a Pi has few descriptors and 1 GB. */
export function limitedServer(limits: Limits, { headersMs, requestMs, betweenMs, stalledMs }: Patience): Server {
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: betweenMs,
    connectionsCheckingInterval: Math.min(LOOK_MS, headersMs),
    maxHeaderSize: 16_384,
    // the guard says so, in words
    requireHostHeader: false,
  });
  server.timeout = stalledMs;
  server.maxConnections = limits.connections.most;
  server.on('drop', () => {
    limits.counters.connectionsInAll++;
  });
  // before node:http makes a parser for it
  const [take] = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => (limits.admits(socket) ? take?.call(server, socket) : turnAway(socket)));
  return server;
}

/** With a word of why, if that goes out at once: whoever is turned away must not cost a descriptor. */
function turnAway(socket: Socket): void {
  socket.on('error', () => socket.destroy());
  socket.write(NO_ROOM);
  socket.destroySoon();
}
