import type { WebSocket } from 'ws';
import type { Clock } from '../clock.js';

const PING_MS = 30_000;

/**
 * Pings WebSockets, so that a NAT between keeps its way open and both sides learn that the other is gone: whoever has not answered
 * the last ping is cut off.
 */
export class KeepAlive implements Disposable {
  /** Whether it has answered since the last ping. */
  private readonly sockets = new Map<WebSocket, boolean>();
  private readonly timer: Disposable;

  constructor(clock: Clock) {
    this.timer = clock.every(PING_MS, () => this.ping());
  }

  /** How many are open. */
  get size(): number {
    return this.sockets.size;
  }

  /** Until it is closed. */
  watch(socket: WebSocket): void {
    if (socket.readyState !== socket.OPEN) return;
    this.sockets.set(socket, true);
    socket.on('pong', () => this.sockets.set(socket, true));
    socket.once('close', () => this.sockets.delete(socket));
  }

  private ping(): void {
    for (const [socket, isAlive] of this.sockets) {
      if (!isAlive) socket.terminate();
      this.sockets.set(socket, false);
      socket.ping();
    }
  }

  [Symbol.dispose](): void {
    this.timer[Symbol.dispose]();
  }
}
