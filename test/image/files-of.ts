import { lstatSync, readdirSync, type Stats } from 'node:fs';
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
