import { parseConfig } from '../../src/config/config.js';
import { askDoor } from '../../src/control/ask-door.js';
import type { OwnerToken } from '../../src/control/owner-services.js';
import { silent } from '../../src/log.js';
import { run } from '../../src/main.js';
import { serveParent } from './protocol.js';

// the gateway as it is, with 200 simulated tags and a camera that closes its eyes as soon as nobody looks; with `tokens` it asks for
// one, and its parent is told which will do
const [dir = '', mode = 'none'] = process.argv.slice(2);
const config = parseConfig(
  {
    http: { listen: '127.0.0.1:0' },
    auth: { mode, tokenLifetimeS: 3_600 },
    data: { dir },
    devices: {
      radios: { 'simulated-town': { driver: 'simulated', tags: 200 } },
      cameras: { 'lens-1': { driver: 'simulated' } },
    },
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
