import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Machine, x86 } from './machine.js';

/** Where the repository is: the scripts are not compiled, so they are not in dist/. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds the lab of a machine, unless it is in the cache. It says on stderr what it does and how long each part takes.
 *
 * @returns the folder with kernel, initramfs and root.img; undefined where there cannot be one (stderr says why)
 */
export async function buildLab({ name }: Machine = x86): Promise<string | undefined> {
  const build = spawn(`${repository}test/hardware/build-lab.sh`, [name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(build.stdout), once(build, 'close') as Promise<[number | null]>]);
  if (code === 3) return undefined;
  if (code !== 0) throw new Error('the lab could not be built; what it said is above');
  return output.trim();
}
