import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { GatewayError } from '../errors.js';
import type { Messages } from './messages.js';

/** RFC 6455, clause 7.4.1 */
const GOING_AWAY = 1001;
const PATIENCE_MS = 2_000;
/**
 * What a WebSocket may leave unread, bytes. Whoever sends on it sees to that; but a ping is answered by ws itself, however much waits
 * to be read.
 */
const MAX_BUFFERED = 1_048_576;
/** How long a request that asked for a WebSocket may stand still as long as it is none; node:http no longer looks after it. */
const IDLE_MS = 30_000;

/**
 * A request to become a WebSocket goes the way of every other request, so that it is routed, validated and authorised by the
 * same code, and refused with the same problem details.
 */
export class Upgrades {
  private readonly heads = new WeakMap<IncomingMessage, Buffer>();
  private readonly open = new Set<Socket>();
  private closed = false;
  /** Text of 64 KiB is more than any client has to say; compression would cost each socket a window of memory. */
  private readonly sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: 65_536, perMessageDeflate: false },
    // each piece costs far more than the byte that may be in it
    ...{ maxFragments: 64, maxBufferedChunks: 1_024 },
  });

  /** @param messages what the answers are made of */
  constructor(private readonly messages: Pick<Messages, 'ServerResponse'>) {}

  /** What node:http's `upgrade` event is given to. */
  listener(handle: RequestListener): (req: IncomingMessage, socket: Duplex, head: Buffer) => void {
    return (req, socket, head) => {
      const res = new this.messages.ServerResponse(req);
      res.shouldKeepAlive = false;
      socket.on('error', () => socket.destroy());
      if (!(socket instanceof Socket)) return void socket.destroy();
      this.watch(socket);
      res.assignSocket(socket);
      res.once('finish', () => socket.destroySoon());
      this.heads.set(req, head);
      handle(req, res);
    };
  }

  /** @throws GatewayError `upgradeRequired` when the client asked for no WebSocket */
  accept(req: IncomingMessage, res: ServerResponse, opened: (socket: WebSocket) => void): void {
    if (this.closed) throw new GatewayError('unavailable', 'the gateway stops');
    const head = this.heads.get(req);
    const { socket } = res;
    if (!head || !socket)
      throw new GatewayError('upgradeRequired', 'this address speaks WebSocket: connect with ws:// or wss://');
    res.detachSocket(socket);
    this.sockets.handleUpgrade(req, socket, head, (webSocket) => {
      webSocket.on('ping', () => {
        if (webSocket.bufferedAmount > MAX_BUFFERED) webSocket.terminate();
      });
      opened(webSocket);
    });
  }

  /** Says goodbye to all, and does not wait for those who do not hear. */
  close(): void {
    this.closed = true;
    for (const socket of this.sockets.clients) socket.close(GOING_AWAY, 'the gateway stops');
    for (const socket of this.open) {
      const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
      socket.once('close', () => clearTimeout(patience));
    }
  }

  private watch(socket: Socket): void {
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    // a WebSocket takes this off again
    socket.setTimeout(IDLE_MS, () => socket.destroy());
  }
}
