import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openNotifySocket } from '../../src/systemd/notify-socket.js';
import { tempDirectory } from '../temp-directory.js';
import { hasReceiver, Receiver } from './receiver.js';

describe('The socket on which systemd listens', () => {
  const received = hasReceiver ? it : (name: string) => it.todo(`${name} (apt-get install python3)`);

  received('gets what it is sent, at a path and in the abstract namespace', async () => {
    using dir = tempDirectory();
    for (const address of [join(dir.path, 'notify'), `@umec-${randomUUID()}`]) {
      await using receiver = await Receiver.open(address);
      receiver.read();
      const socket = await openNotifySocket(address);
      socket.send('READY=1\nSTATUS=serving 21 °C');
      expect(await receiver.next()).toBe('READY=1\nSTATUS=serving 21 °C');
    }
  });

  received('keeps nobody waiting who sends more than it reads', async () => {
    await using receiver = await Receiver.open(`@umec-not-reading`);
    const socket = await openNotifySocket('@umec-not-reading');
    const flood = () => {
      for (let sent = 0; sent < 10_000; sent++) socket.send('WATCHDOG=1');
    };
    expect(flood).toThrow(expect.objectContaining({ code: 'EAGAIN', syscall: 'sendto' }));
    receiver.read();
    expect(await receiver.next()).toBe('WATCHDOG=1');
  });

  it('can be away', async () => {
    using dir = tempDirectory();
    const socket = await openNotifySocket(join(dir.path, 'nobody'));
    expect(() => socket.send('READY=1')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it.each(['vsock:2:1234', 'run/notify', '@', '/', `/${'a'.repeat(108)}`])('is not %s', async (address) => {
    await expect(openNotifySocket(address)).rejects.toMatchObject({ code: 'invalid' });
  });
});
