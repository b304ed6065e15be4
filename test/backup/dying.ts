/**
 * A process that dies, as by a power cut, before it changes the file system for the n-th time:
 * node dying.js backup|restore <dir> <file> <n> [replace]
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [what, dir = '', file = '', n = '', replace] = process.argv.slice(2);
let left = Number(n);
const step = () => {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
};
for (const name of ['renameSync', 'rmSync', 'mkdirSync'] as const) {
  const original = fs[name] as (...args: readonly unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: readonly unknown[]) => {
      step();
      return original(...args);
    },
  });
}
syncBuiltinESMExports();

if (what === 'backup') {
  const { backup } = await import('../../src/backup/backup.js');
  // it is asked after each MiB, and once for the file
  await backup({ dir, file, signal: { throwIfAborted: step } as AbortSignal });
} else {
  const { restore } = await import('../../src/backup/restore.js');
  await restore({ dir, file, replace: replace === 'replace' });
}
process.stdout.write('done');
