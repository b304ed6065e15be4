import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { messageOf } from '../errors.js';

const PRIVATE = 0o600;

/**
 * Nobody but the gateway's own user reads it, for private keys are in one and where people come and go in another; not all
 * directories are closed to others. SQLite makes its companions with the mode of the file, and what an older gateway has left is
 * closed too. A file system without modes cannot help it, and is no reason to stop.
 */
export function keepPrivate(path: string, report: (message: string) => void): void {
  closeSync(openSync(path, 'a', PRIVATE));
  for (const file of [path, `${path}-wal`, `${path}-shm`].filter(existsSync)) {
    try {
      if ((statSync(file).mode & 0o777) !== PRIVATE) chmodSync(file, PRIVATE);
    } catch (error) {
      report(`${file} may be read by others, and its mode cannot be changed: ${messageOf(error)}`);
    }
  }
}
