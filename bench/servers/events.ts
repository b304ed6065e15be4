import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { CloudEvents } from '../../src/apis/platform/cloud-events.js';
import { EventSockets } from '../../src/apis/platform/event-sockets.js';
import { systemClock } from '../../src/clock.js';
import { EventBus } from '../../src/events/bus.js';
import type { TagReading } from '../../src/sensors/tag-reading.js';
import { serveParent } from './protocol.js';

// readers of events by WebSocket, who are told by the gateway (/ours) or as one does it with ws (/ws); both answer when they began, in
// ns of the monotonic clock, which is the same for all processes
const reading: TagReading = { mac: 'CB:B8:33:4C:88:4F', dataFormat: '5', receiver: 'hci0', time: 0, temperature: 24.3 };
const bus = new EventBus();
const events = new CloudEvents('gateway', 'run');
const sockets = new EventSockets(bus, events, systemClock, 10_000, () => ({}));
const readers = new Set<WebSocket>();
const tellers: Readonly<Record<string, () => void>> = {
  '/ours': () => bus.publish('reading', reading),
  '/ws': () => readers.forEach((reader) => reader.send(JSON.stringify(events.of('reading', reading, Date.now())))),
};
const accepting = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((req, res) => {
  const began = process.hrtime.bigint();
  tellers[req.url ?? '']?.();
  res.end(String(began));
});
server.on('upgrade', (req, socket, head) =>
  accepting.handleUpgrade(req, socket, head, (reader) => {
    readers.add(reader);
    sockets.add(reader, () => true);
  }),
);
server.listen(0, '127.0.0.1', 1_000);
await once(server, 'listening');
serveParent(
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  () => undefined,
  () => process.exit(),
);
