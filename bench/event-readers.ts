import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { WebSocketServer } from 'ws';
import { CloudEvents } from '../src/apis/platform/cloud-events.js';
import { EventSockets } from '../src/apis/platform/event-sockets.js';
import { systemClock } from '../src/clock.js';
import type { EventBus } from '../src/events/bus.js';

/** Readers of all that is published, by WebSocket and as the gateway tells them; they read in a thread of their own. */
export class EventReaders implements AsyncDisposable {
  private constructor(
    private readonly server: Server,
    private readonly sockets: EventSockets,
    private readonly worker: Worker,
  ) {}

  static async join(bus: EventBus, count: number): Promise<EventReaders> {
    const sockets = new EventSockets(bus, new CloudEvents('gateway', 'run'), systemClock, count, () => ({}));
    const accepting = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    const server = createServer();
    server.on('upgrade', (req, socket, head) =>
      accepting.handleUpgrade(req, socket, head, (one) => sockets.add(one, () => true)),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const workerData = { port: (server.address() as AddressInfo).port, count };
    const worker = new Worker(new URL('./servers/reading-thread.js', import.meta.url), { workerData });
    await once(worker, 'message');
    return new EventReaders(server, sockets, worker);
  }

  /** Those that have kept up so far. */
  get size(): number {
    return this.sockets.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.sockets[Symbol.dispose]();
    await this.worker.terminate();
    this.server.closeAllConnections();
    this.server.close();
  }
}
