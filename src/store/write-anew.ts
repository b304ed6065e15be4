import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const PIECE = 1024 * 1024;

/**
 * Writes a file over itself and flushes it.
 *
 * What can be read of a file need not be on disk. Of what a process wrote before it was killed the kernel may still owe all, and
 * once a flush has failed it takes pages for clean that never arrived: the next flush says that all is well. Only what is written
 * anew is flushed anew.
 */
export function writeAnew(path: string): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r+');
  try {
    const piece = Buffer.alloc(PIECE);
    for (let at = 0, read = 1; (read = readSync(handle, piece, 0, PIECE, at)) > 0;) at += writeSync(handle, piece, 0, read, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
