import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs some of the packages of a lock file, in the versions and with the hashes that it says; nothing of them is run.
 *
 * @param root where package.json, package-lock.json and .npmrc are
 * @param folder that has them afterwards, as node_modules, and nothing else
 * @param selected gives a package.json that asks for less; what nothing asks for is not installed, nor what only that asks for
 * @param args more for npm ci
 */
export function install(root, folder, selected, ...args) {
  mkdirSync(folder, { recursive: true });
  const [manifest, lock] = FILES.slice(0, 2).map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')));
  const { '': own, ...packages } = lock.packages;
  const selection = [selected(manifest), { ...lock, packages: { '': selected(own), ...packages } }];
  selection.forEach((value, at) => writeFileSync(join(folder, FILES[at]), JSON.stringify(value)));
  copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'));
  execFileSync('npm', ['ci', ...QUIET, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const file of FILES) rmSync(join(folder, file));
}
