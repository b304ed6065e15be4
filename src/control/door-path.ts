import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'control';
const NAME = 'umec.sock';
/** The kernel's bound is 108 bytes, on some systems 104. */
const LONGEST = 100;

/** Where the door is: a Unix socket in a folder that is its owner's alone. */
export function doorFolder(dir: string): string {
  return join(dir, FOLDER);
}

/** A name for the door that is short enough for the kernel, as long as it is not disposed. */
export function doorPath(dir: string): Disposable & { readonly path: string } {
  const path = join(doorFolder(dir), NAME);
  if (Buffer.byteLength(path) <= LONGEST) return { path, [Symbol.dispose]: () => undefined };
  const folder = openSync(doorFolder(dir), 'r');
  return { path: `/proc/self/fd/${folder}/${NAME}`, [Symbol.dispose]: () => closeSync(folder) };
}
