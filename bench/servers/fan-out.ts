import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as cameraSpec from '../../generated/camera.js';
import { pictureHandlers } from '../../src/apis/camera/picture-handlers.js';
import { StreamSockets } from '../../src/apis/camera/stream-sockets.js';
import { viewsFor } from '../../src/apis/camera/view-for.js';
import { Access } from '../../src/auth/access.js';
import { OpenGrants } from '../../src/auth/grants.js';
import type { Frame } from '../../src/camera/camera.js';
import { Cameras } from '../../src/camera/cameras.js';
import { Pictures } from '../../src/camera/pictures.js';
import { BOUNDARY } from '../../src/camera/streams/mjpeg.js';
import { systemClock } from '../../src/clock.js';
import { StreetScene } from '../../src/devices/simulated/street-scene.js';
import { defineApi } from '../../src/http/api.js';
import { doors } from '../../src/http/guard.js';
import { Listener } from '../../src/http/server.js';
import { silent } from '../../src/log.js';
import { active, observedHealth } from '../../src/registry/health.js';
import { serveParent } from './protocol.js';

// 30 pictures a second of 1280x720, drawn beforehand: as the gateway passes them on, or as little as one can do with node:http
const INTERVAL_MS = 1000 / 30;
const scene = new StreetScene(1, { width: 1280, height: 720 });
const pictures: Uint8Array[] = [];
for (let at = 0; at < 8; at++) pictures.push(await scene.render(Date.UTC(2026, 5, 1, 12, 0, at)));

/** Each at its time, until `isOver`. */
async function* film(isOver: () => boolean): AsyncGenerator<Frame> {
  for (let sequence = Math.floor(performance.now() / INTERVAL_MS); !isOver(); sequence++) {
    await systemClock.sleep(sequence * INTERVAL_MS - performance.now());
    const jpeg = Uint8Array.from(pictures[sequence % pictures.length] ?? []);
    yield { jpeg, capturedAt: performance.timeOrigin + performance.now(), sequence };
  }
}

const STREAM = '/cameras/{cameraId}/stream';
const streamAlone = { ...cameraSpec.document, paths: { [STREAM]: cameraSpec.document.paths[STREAM] ?? {} } };

async function gateway(): Promise<string> {
  const camera = {
    ...{ cameraId: 'lens-1', driver: 'film', health: observedHealth(active), counters: { frames: 0, damaged: 0 } },
    frames: (signal: AbortSignal) => film(() => signal.aborted),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const cameras = new Cameras([camera], { maxReaders: 1_000, idleMs: 0 });
  const access = new Access();
  const parts = { cameras, pictures: new Pictures(), streamSockets: new StreamSockets(systemClock), access };
  const { CameraStream_GET } = pictureHandlers(parts, viewsFor(cameras, access));
  const listener = await Listener.open('127.0.0.1', 0);
  listener.serve([defineApi<Pick<cameraSpec.operations, 'CameraStream_GET'>>('camera', streamAlone, { CameraStream_GET })], {
    ...{ doors: doors(listener.address, listener.url, [], []), grants: new OpenGrants(), access, files: () => false },
    ...{ log: silent, maxBodyBytes: 1024, validateResponses: false },
  });
  return listener.url;
}

async function bare(): Promise<string> {
  const readers = new Set<ServerResponse>();
  const show = async () => {
    for await (const { jpeg, capturedAt, sequence } of film(() => readers.size === 0)) {
      const about = `Content-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\nX-Timestamp: ${(capturedAt / 1000).toFixed(6)}\r\nUmec-Sequence: ${sequence}\r\n\r\n`;
      const part = Buffer.concat([Buffer.from(about), jpeg, Buffer.from(`\r\n--${BOUNDARY}\r\n`)]);
      for (const res of readers) if (!res.writableNeedDrain) res.write(part);
    }
  };
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': `multipart/x-mixed-replace;boundary=${BOUNDARY}`, 'Cache-Control': 'no-store' });
    res.write(`--${BOUNDARY}\r\n`);
    res.once('close', () => readers.delete(res));
    readers.add(res);
    if (readers.size === 1) void show();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const url = process.argv[2] === 'bare' ? await bare() : await gateway();
serveParent(
  url,
  () => undefined,
  () => process.exit(),
);
