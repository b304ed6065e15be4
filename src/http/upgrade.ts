import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { GatewayError } from '../errors.js';

const waiting = new WeakMap<IncomingMessage, Buffer>();

/** Text of 64 KiB is more than any client has to say; compression would cost each socket a window of memory. */
const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536, perMessageDeflate: false });

/**
 * A request to become a WebSocket goes the way of every other request, so that it is routed, validated and authorised by the
 * same code, and refused with the same problem details.
 */
export function upgradeListener(listener: RequestListener): (req: IncomingMessage, socket: Duplex, head: Buffer) => void {
  return (req, socket, head) => {
    const res = new ServerResponse(req);
    res.shouldKeepAlive = false;
    res.assignSocket(socket as Socket);
    res.once('finish', () => socket.end());
    socket.on('error', () => socket.destroy());
    waiting.set(req, head);
    listener(req, res);
  };
}

/** @throws GatewayError `upgradeRequired` when the client asked for no WebSocket */
export function acceptUpgrade(req: IncomingMessage, res: ServerResponse, accept: (socket: WebSocket) => void): void {
  const head = waiting.get(req);
  const socket = res.socket;
  if (!head || !socket) throw new GatewayError('upgradeRequired', 'this address speaks WebSocket: connect with ws:// or wss://');
  res.detachSocket(socket);
  sockets.handleUpgrade(req, socket, head, accept);
}
