import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** sysfs, which onoff speaks, is read-only for the service; the character device does more. Its epoll would have to be compiled. */
const NEVER = ['onoff'];
/** Only for a Node that has no SQLite of its own. */
const WITHOUT_OWN_NODE = ['libsql'];

/**
 * The packages of the lock file that the gateway needs on that processor; nothing of them is run, and none is compiled.
 *
 * @returns the folder node_modules
 */
export function productionPackages({ cpu, node }, folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, file), join(folder, file));
  const target = ['--omit=dev', `--cpu=${cpu}`, '--os=linux', '--libc=glibc', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = (command) => execFileSync('npm', [command, ...target], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  npm('ci');
  forget(folder, node ? [...NEVER, ...WITHOUT_OWN_NODE] : NEVER);
  npm('prune');
  rmSync(join(folder, 'node_modules/.package-lock.json'));
  return join(folder, 'node_modules');
}

/** Takes packages out of what the gateway asks for, so that they go, with all that only they ask for. */
function forget(folder, names) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const name of names) {
    delete manifest.optionalDependencies[name];
    delete lock.packages[''].optionalDependencies[name];
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}
