import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prune } from './prune.mjs';

/** sysfs, which onoff speaks, is read-only for a service and in a container. Its epoll would have to be compiled, too. */
const NEVER = ['onoff'];
/** For a Node that has no SQLite of its own, as before 22.13. */
const WITHOUT_SQLITE = ['libsql'];

/**
 * Installs the packages of a lock file that the gateway needs, and of each what is read; nothing of them is run, and none is compiled.
 *
 * @param root where package.json and package-lock.json are
 * @param cpu npm's name of the processor
 * @param version of the Node.js that will run them, where that is known
 * @param folder that has them afterwards, as node_modules, and nothing else
 */
export function installPackages(root, { cpu, version }, folder) {
  mkdirSync(folder, { recursive: true });
  const left = hasSqlite(version) ? [...NEVER, ...WITHOUT_SQLITE] : NEVER;
  write(folder, 'package.json', without(left, json(root, 'package.json')));
  const lock = json(root, 'package-lock.json');
  write(folder, 'package-lock.json', { ...lock, packages: { ...lock.packages, '': without(left, lock.packages['']) } });
  copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'));
  const target = [`--cpu=${cpu}`, '--os=linux', '--libc=glibc'];
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', ...target, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) rmSync(join(folder, file));
  prune(join(folder, 'node_modules'), cpu);
}

function hasSqlite(version = '0.0.0') {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** Packages that nothing asks for are not installed, nor what only they ask for. */
function without(names, manifest) {
  const wanted = Object.entries(manifest.optionalDependencies).filter(([name]) => !names.includes(name));
  return { ...manifest, optionalDependencies: Object.fromEntries(wanted) };
}

function json(folder, name) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function write(folder, name, value) {
  writeFileSync(join(folder, name), JSON.stringify(value));
}
