import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Machine, x86 } from './machine.js';

/** Where the repository is: the scripts are not compiled, so they are not in dist/. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder with kernel, initramfs and root.img; or why there can be none, and what to do about it. */
export type BuiltLab = { readonly folder: string } | { readonly obstacle: string };

/** Builds the lab of a machine, unless it is in the cache. It says on stderr what it does and how long each part takes. */
export async function buildLab({ name }: Machine = x86): Promise<BuiltLab> {
  const build = spawn(`${repository}test/hardware/build-lab.sh`, [name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(build.stdout), once(build, 'close') as Promise<[number | null]>]);
  if (code === 3) return { obstacle: output.trim() };
  if (code !== 0) throw new Error('the lab could not be built; what it said is above');
  return { folder: output.trim() };
}
