import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Where the repository is: the scripts are not compiled, so they are not in dist/. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds the lab, unless it is in the cache. It says on stderr what it does and how long each part takes.
 *
 * @returns the folder with vmlinux, initramfs and root.img; undefined on a machine that cannot have one (stderr says why)
 */
export async function buildLab(): Promise<string | undefined> {
  const build = spawn(`${repository}test/hardware/build-lab.sh`, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(build.stdout), once(build, 'close') as Promise<[number | null]>]);
  if (code === 3) return undefined;
  if (code !== 0) throw new Error('the lab could not be built; what it said is above');
  return output.trim();
}
