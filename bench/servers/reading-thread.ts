import { once } from 'node:events';
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { forEach } from '../mec-client.js';

// readers that only take what comes, in a thread of their own; they say when all are joined
const { port, count } = workerData as { readonly port: number; readonly count: number };

await forEach(count, async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
  );
  await once(socket, 'data');
  socket.resume();
});
parentPort?.postMessage('joined');
