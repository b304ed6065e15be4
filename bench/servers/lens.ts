import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../src/config/config.js';
import { SimulatedCamera } from '../../src/devices/simulated/camera.js';
import { silent } from '../../src/log.js';
import { run } from '../../src/main.js';
import { serveParent } from './protocol.js';

// one camera that looks all the time, 30 pictures a second: behind the whole gateway, or behind as little as one can do with node:http
const FPS = 30;
const [mode = '', dir = ''] = process.argv.slice(2);

async function gateway(): Promise<string> {
  const cameras = { 'lens-1': { driver: 'simulated', fps: FPS } };
  const config = parseConfig(
    {
      ...{ http: { listen: '127.0.0.1:0' }, auth: { mode: 'none' }, data: { dir } },
      ...{ devices: { cameras }, camera: { idleMs: 60_000 } },
    },
    {},
  );
  return await new Promise((resolve, reject) => {
    run(config, new AbortController().signal, { log: silent, onReady: resolve }).catch(reject);
  });
}

async function bare(): Promise<string> {
  const waiting = new Map<ServerResponse, number>();
  const server = createServer((_req, res) => void waiting.set(res, Date.now()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const show = async () => {
    for await (const { jpeg, capturedAt, sequence } of new SimulatedCamera('lens-1', { fps: FPS }).frames(NEVER))
      for (const [res, since] of waiting) {
        if (capturedAt < since) continue;
        waiting.delete(res);
        res.writeHead(200, { 'Content-Length': jpeg.length, 'Umec-Sequence': sequence }).end(jpeg);
      }
  };
  void show();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const NEVER = new AbortController().signal;

const url = mode === 'bare' ? await bare() : await gateway();
serveParent(
  url,
  () => undefined,
  () => process.exit(),
);
