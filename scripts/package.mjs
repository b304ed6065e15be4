#!/usr/bin/env node
// Makes a Debian package of the gateway, with the packages of package-lock.json for that processor, and says how large it is. The same
// commit gives the same bytes.
//   node scripts/package.mjs [--arch amd64|arm64|armhf] [--to FOLDER] [--fast]
// (this machine's processor, and dist/package, unless given; with --fast half as large again, and made in seconds)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { architectures } from './package/architectures.mjs';
import { control, version } from './package/control.mjs';
import { layOut } from './package/lay-out.mjs';
import { nodePrograms } from './package/node-programs.mjs';
import { root } from './package/root.mjs';
import { sourceDate } from './package/source-date.mjs';
import { nodeVersion } from './ship/node-version.mjs';
import { installPackages } from './ship/packages.mjs';

const { values } = parseArgs({ options: { arch: { type: 'string' }, to: { type: 'string' }, fast: { type: 'boolean' } } });
const name = values.arch ?? execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim();
const architecture = architectures[name];
if (!architecture) fail(`there is no ${name}: ${Object.keys(architectures).join(', ')} are those that there are`);
const npm = execFileSync('npm', ['--version'], { encoding: 'utf8' }).trim();
// an older one knows no --cpu and no --libc, and would say nothing of it
if (Number(npm.split('.')[0]) * 100 + Number(npm.split('.')[1]) < 1008)
  fail(`npm ${npm} packs for no other processor, expected 10.8 or later`);

const work = mkdtempSync(join(tmpdir(), 'umec-package-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const tree = join(work, 'tree');
const packages = join(work, 'packages');
const node = nodePrograms(architecture, join(work, 'node'));
installPackages(root, { cpu: architecture.cpu, version: node && nodeVersion(node.program) }, packages);
layOut(tree, { packages, node });
control(tree, { name, ...architecture });

const folder = values.to ?? join(root, 'dist/package');
mkdirSync(folder, { recursive: true });
const file = join(folder, `umec-gateway_${version}_${name}.deb`);
const compression = values.fast ? ['-Zgzip', '-z1'] : ['-Zxz'];
execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, file], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate) },
});
const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
const installed = Number(execFileSync('dpkg-deb', ['--field', file, 'Installed-Size'], { encoding: 'utf8' })) * 1024;
console.error(`umec: ${mebibytes(statSync(file).size)} MiB, installed ${mebibytes(installed)} MiB`);
console.log(file);

function fail(message) {
  console.error(`umec: ${message}`);
  process.exit(1);
}
