import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '../temp-directory.js';

/** A file system of its own in memory, that can be filled; undefined where this process may not mount one. */
export function smallDisk(mebibytes: number) {
  const dir = tempDirectory();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', dir.path], { stdio: 'ignore' });
  } catch {
    dir[Symbol.dispose]();
    return undefined;
  }
  const hog = join(dir.path, 'hog');
  return {
    path: dir.path,
    /** As others do: to the last byte, but for what is to be left. */
    fill(left = 0) {
      const [handle, piece] = [openSync(hog, 'a'), Buffer.alloc(4096, 1)];
      try {
        for (;;) writeSync(handle, piece);
      } catch {
        closeSync(handle);
      }
      if (left > 0) execFileSync('truncate', ['-s', `-${left}`, hog]);
    },
    free() {
      rmSync(hog, { force: true });
    },
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', dir.path]);
      dir[Symbol.dispose]();
    },
  };
}

/** What a test says that cannot run here. */
export const canMount = (() => {
  using disk = smallDisk(1);
  return disk !== undefined;
})();

/** @throws Error where nothing can be mounted */
export function smallDiskOf(mebibytes: number) {
  const disk = smallDisk(mebibytes);
  if (!disk) throw new Error('cannot mount');
  return disk;
}
