import { parseConfig } from '../../src/config/config.js';
import { silent } from '../../src/log.js';
import { run } from '../../src/main.js';
import { serveParent } from './protocol.js';

// the gateway as it is, with 50 simulated tags and a camera that closes its eyes as soon as nobody looks
const config = parseConfig(
  {
    http: { listen: '127.0.0.1:0' },
    auth: { mode: 'none' },
    data: { dir: process.argv[2] },
    devices: {
      radios: { 'simulated-town': { driver: 'simulated', tags: 50 } },
      cameras: { 'lens-1': { driver: 'simulated' } },
    },
    camera: { idleMs: 0 },
  },
  {},
);
const stop = new AbortController();
await run(config, stop.signal, {
  log: silent,
  onReady: (url) =>
    serveParent(
      url,
      () => undefined,
      () => stop.abort(),
    ),
});
