import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { run } from './engine.js';

/** What an image has in it, to be looked at as long as it is not disposed. */
export interface Files extends AsyncDisposable {
  /** The folder in which all of it is. */
  readonly root: string;
  /** By their paths in the image. */
  readonly all: ReadonlyMap<string, Stats>;
}

/** @param image that was built */
export async function filesOf(image: string): Promise<Files> {
  const root = await run('podman', ['image', 'mount', image]);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return {
    root,
    all: new Map(paths.map((path) => [`/${path}`, lstatSync(join(root, path))])),
    [Symbol.asyncDispose]: async () => {
      await run('podman', ['image', 'unmount', image]);
    },
  };
}

/** @returns for which processor a file is (e_machine, ELF specification); undefined for what is none for any */
export function machineOf(file: string): number | undefined {
  const head = Buffer.alloc(20);
  const open = openSync(file, 'r');
  readSync(open, head);
  closeSync(open);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
}
