#!/usr/bin/env node
// Brings a checkout to where it can run: installs, generates and builds what is missing or out of date, and says so.
//   node scripts/prepare.mjs [install|generate|build|web]     (each step includes those before it; web is the default)
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = {
  install: 'node_modules/.umec-installed',
  generate: 'dist/.umec-generated',
  build: 'dist/.umec-built',
  web: 'dist/.umec-web',
};

const steps = {
  install: {
    inputs: ['package-lock.json'],
    says: 'installing the packages of package-lock.json (about half a minute)',
    run: () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  generate: {
    inputs: ['openapi', 'scripts/generate.mjs'],
    says: 'generating types from openapi/',
    run: () => run(process.execPath, ['scripts/generate.mjs']),
  },
  build: {
    inputs: ['src', 'generated', 'test', 'bench', 'tsconfig.json'],
    says: 'compiling TypeScript',
    run: () => {
      run(process.execPath, ['node_modules/typescript/bin/tsc']);
      // tsc makes no programs, and npx umec starts one
      chmodSync(join(root, 'dist/src/umec.js'), 0o755);
    },
  },
  web: {
    inputs: ['package-lock.json', 'web', 'generated', 'src/http/api-pages'],
    says: 'building the panel',
    run: () => run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts']),
  },
};

const last = process.argv[2] ?? 'web';
if (!(last in steps)) fail(`unknown step "${last}", expected one of ${Object.keys(steps).join(', ')}`);
for (const [name, { inputs, says, run }] of Object.entries(steps)) {
  const stamp = join(root, stamps[name]);
  if (!isFresh(stamp, inputs)) {
    console.error(`umec: ${says} …`);
    run();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
  }
  if (name === last) break;
}

/** A step is fresh when its stamp is younger than everything it was made from. */
function isFresh(stamp, inputs) {
  // packages that are borrowed from another folder are not ours to replace
  if (dirname(stamp).endsWith('node_modules') && isLink(dirname(stamp))) return true;
  return existsSync(stamp) && inputs.every((input) => newest(join(root, input)) <= statSync(stamp).mtimeMs);
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // a folder's own time counts too, so that a deleted file is noticed
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args.join(' ')} failed; its output is above`);
}

function fail(message) {
  console.error(`umec: ${message}`);
  process.exit(1);
}
