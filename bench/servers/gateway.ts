import { parseConfig } from '../../src/config/config.js';
import { askDoor } from '../../src/control/ask-door.js';
import type { OwnerToken } from '../../src/control/owner-services.js';
import { silent } from '../../src/log.js';
import { run } from '../../src/main.js';
import { serveParent } from './protocol.js';

/** 200 tags, and a camera that closes its eyes as soon as nobody looks. */
const DEVICES = {
  radios: { 'simulated-town': { driver: 'simulated', tags: 200 } },
  cameras: { 'lens-1': { driver: 'simulated' } },
};

// the gateway as it is; with `tokens` it asks for one, and its parent is told which will do
const [dir = '', mode = 'none', devices = JSON.stringify(DEVICES)] = process.argv.slice(2);
const config = parseConfig(
  {
    http: { listen: '127.0.0.1:0' },
    auth: { mode, tokenLifetimeS: 3_600 },
    data: { dir },
    devices: JSON.parse(devices) as object,
    camera: { idleMs: 0 },
  },
  {},
);
const stop = new AbortController();
await run(config, stop.signal, { log: silent, onReady: (url) => void tellParent(url) });

async function tellParent(url: string): Promise<void> {
  const token = mode === 'tokens' ? await askDoor<OwnerToken>(dir, 'token', {}) : undefined;
  serveParent(
    url,
    () => undefined,
    () => stop.abort(),
    token && `Bearer ${token.access_token}`,
  );
}
