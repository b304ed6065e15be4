import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { shellEnvironment } from '../docs/shell-environment.js';
import { tempDirectory } from '../temp-directory.js';
import { hasReceiver, Receiver } from './receiver.js';

describe('umec start, as systemd starts it', () => {
  const received = hasReceiver ? it : (name: string) => it.todo(`${name} (apt-get install python3)`);

  received('says that it is ready once it serves, that it lives, and that it ends', async () => {
    using dir = tempDirectory();
    const address = join(dir.path, 'notify');
    await using manager = await Receiver.open(address);
    manager.read();
    const env = shellEnvironment({
      NOTIFY_SOCKET: address,
      WATCHDOG_USEC: '200000',
      UMEC_HTTP_LISTEN: '127.0.0.1:0',
      UMEC_DATA_DIR: join(dir.path, 'data'),
    });
    const gateway = spawn(process.execPath, ['--no-warnings', 'dist/src/umec.js', 'start'], { env, stdio: 'ignore' });
    const ended = once(gateway, 'exit');
    try {
      const [ready, status = ''] = (await manager.next()).split('\n');
      expect(ready).toBe('READY=1');
      const [, url = ''] = /^STATUS=serving (\S+)/.exec(status) ?? [];
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await manager.until('WATCHDOG=1');
      await manager.until('WATCHDOG=1');
      gateway.kill('SIGTERM');
      await manager.until('STOPPING=1');
      expect(await ended).toEqual([0, null]);
    } finally {
      gateway.kill('SIGKILL');
    }
  });
});
