import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from './build-image.js';
import { cache, repository, run } from './engine.js';

export interface Measured {
  readonly readyMs?: number;
  /** Of the gateway when it has begun to serve, MB. */
  readonly idleMB?: number;
  /** When it has drawn pictures, MB. */
  readonly busyMB?: number;
}

/** Writes dist/image/<name>.json, which is printed at the end of all. */
export async function report(name: string, { name: image, builtMs }: Image, measured: Measured = {}): Promise<void> {
  const size = Number(await run('podman', ['image', 'inspect', '--format={{.Size}}', image]));
  const archive = join(cache, 'image.tar');
  await run('podman', ['save', '--quiet', '--format=oci-archive', `--output=${archive}`, image]);
  const row = { image: name, sizeMB: size / 1e6, compressedMB: statSync(archive).size / 1e6, builtMs, ...measured };
  rmSync(archive);
  const folder = join(repository, 'dist/image');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replace(/\W+/g, '-')}.json`), `${JSON.stringify(row, null, 2)}\n`);
}
