import { createHash } from 'node:crypto';
import { copyFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Of this package: that of the gateway, and how often it was packed. */
export const version = `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}-1`;
/** Who packs it, as Debian's own tools are told. */
const { DEBFULLNAME = "The µMEC gateway's authors", DEBEMAIL = 'umec@localhost' } = process.env;
export const maintainer = `${DEBFULLNAME} <${DEBEMAIL}>`;

const SCRIPTS = ['postinst', 'prerm', 'postrm'];
/** What the programs that are packed are linked with, and what the scripts use. */
const DEPENDS = ['libc6 (>= 2.31)', 'libgcc-s1', 'libstdc++6 (>= 10)', 'systemd (>= 247)'];

/** Writes what dpkg wants to know of the package, which lies in `tree`. */
export function control(tree, { name, node }) {
  const folder = join(tree, 'DEBIAN');
  const files = list(tree);
  const kibibytes = files.reduce((sum, path) => sum + Math.ceil(statSync(join(tree, path)).size / 1024), 0);
  const values = {
    version,
    maintainer,
    architecture: name,
    size: kibibytes,
    depends: [...DEPENDS, ...(node ? [] : ['nodejs (>= 20.19)'])].join(', '),
  };
  mkdirSync(folder, { mode: 0o755 });
  const template = readFileSync(join(root, 'deploy/debian/control'), 'utf8');
  writeFileSync(
    join(folder, 'control'),
    template.replace(/@(\w+)@/g, (_, key) => values[key]),
  );
  writeFileSync(join(folder, 'conffiles'), files.flatMap((path) => (path.startsWith('etc/') ? [`/${path}\n`] : [])).join(''));
  writeFileSync(join(folder, 'md5sums'), files.flatMap((path) => (path.startsWith('etc/') ? [] : [line(tree, path)])).join(''));
  for (const script of SCRIPTS) {
    copyFileSync(join(root, 'deploy/debian', script), join(folder, script));
    chmodSync(join(folder, script), 0o755);
  }
  for (const file of ['control', 'conffiles', 'md5sums']) chmodSync(join(folder, file), 0o644);
}

/** What dpkg --verify compares with. */
function line(tree, path) {
  return `${createHash('md5')
    .update(readFileSync(join(tree, path)))
    .digest('hex')}  ${path}\n`;
}

function list(tree) {
  const all = readdirSync(tree, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => !statSync(join(tree, path)).isDirectory()).sort();
}
