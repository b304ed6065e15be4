import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';
import type { Machine } from './machine.js';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];
/** As many as of the labs: one for each of the last lock files. */
const KEPT = 3;

/**
 * The production packages of the lock file for another processor, as a board installs them: ready binaries, nothing is compiled and
 * nothing of them is run.
 *
 * @param cache where those of earlier are, and these will be
 * @returns the folder that has node_modules
 */
export async function packagesFor({ name, cpu }: Machine, cache: string): Promise<string> {
  const lock = readFileSync(join(repository, 'package-lock.json'));
  const prefix = `packages-${name}-`;
  const folder = join(cache, prefix + createHash('sha256').update(lock).digest('hex').slice(0, 12));
  if (existsSync(folder)) return folder;
  const scratch = mkdtempSync(join(cache, 'installing-'));
  try {
    for (const file of FILES) copyFileSync(join(repository, file), join(scratch, file));
    await install(scratch, cpu);
    // at the end, so that what is found is whole
    renameSync(scratch, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  forgetOld(cache, prefix);
  return folder;
}

async function install(folder: string, cpu: string): Promise<void> {
  const began = performance.now();
  const args = ['ci', '--omit=dev', `--cpu=${cpu}`, '--os=linux', '--libc=glibc', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(npm, 'close')) as [number | null];
  if (code !== 0) throw new Error(`npm ci for ${cpu} ended with ${code}; what it said is above`);
  process.stderr.write(`lab: packages for ${cpu}: ${Math.round(performance.now() - began)} ms\n`);
}

function forgetOld(cache: string, prefix: string): void {
  const folders = readdirSync(cache).flatMap((name) => (name.startsWith(prefix) ? [join(cache, name)] : []));
  const newestFirst = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of newestFirst.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}
