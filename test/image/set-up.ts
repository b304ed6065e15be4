import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, obstacle, repository, run } from './engine.js';

/** What is kept from run to run grows by what has changed: from here on it is made anew. */
const MOST_MB = 8_000;

/** Figures of an earlier run would be printed with this one's; and one that was killed has left containers, and images mounted. */
export default async function setUp(): Promise<void> {
  rmSync(join(repository, 'dist/image'), { recursive: true, force: true });
  if (obstacle() !== undefined || !existsSync(cache)) return;
  await run('podman', ['rm', '--all', '--force', '--time=0']);
  await run('podman', ['image', 'unmount', '--all', '--force']);
  const [used] = (await run('du', ['--summarize', '--one-file-system', '--block-size=MB', cache])).split('MB');
  if (Number(used) <= MOST_MB) return;
  process.stderr.write(`image: ${cache} has ${used} MB, and is emptied\n`);
  await run('podman', ['system', 'reset', '--force']);
  rmSync(cache, { recursive: true, force: true });
}
