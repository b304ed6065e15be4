import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { billOfMaterials, nodeComponents, printed } from '../ship/sbom.mjs';
import { changelog } from './changelog.mjs';
import { manPage } from './man-page.mjs';
import { root } from './root.mjs';

const LIBRARY = 'usr/lib/umec-gateway';
const DOC = 'usr/share/doc/umec-gateway';
/** What the gateway consists of, beside its packages. */
const PARTS = ['dist/src', 'dist/generated', 'dist/web', 'package.json'];
/** Where the files of deploy/ go. */
const PLACES = {
  'debian/umec': 'usr/bin/umec',
  'debian/umec.yaml': 'etc/umec/umec.yaml',
  'debian/copyright': `${DOC}/copyright`,
  'debian/lintian-overrides': 'usr/share/lintian/overrides/umec-gateway',
  'systemd/umec-gateway.service': 'usr/lib/systemd/system/umec-gateway.service',
  'systemd/umec-gateway.sysusers': 'usr/lib/sysusers.d/umec-gateway.conf',
  'systemd/umec-gateway.tmpfiles': 'usr/lib/tmpfiles.d/umec-gateway.conf',
  'systemd/umec-gateway.dbus.conf': 'usr/share/dbus-1/system.d/umec-gateway.conf',
  'systemd/60-umec.rules': 'usr/lib/udev/rules.d/60-umec.rules',
};
const PROGRAMS = /^(usr\/bin\/umec|usr\/lib\/umec-gateway\/bin\/node)$/;

/**
 * Puts everything where it will be on the board: files 0644, programs 0755.
 *
 * @param packages the folder that has node_modules, which it loses
 * @param node what nodePrograms() gave
 */
export function layOut(tree, { packages, node }) {
  for (const part of PARTS) cpSync(join(root, part), join(tree, LIBRARY, part), { recursive: true });
  const sbom = billOfMaterials({ root, folder: packages, others: node ? nodeComponents(node.program) : [] });
  write(tree, `${DOC}/sbom.cdx.json.gz`, gzip(printed(sbom)));
  renameSync(join(packages, 'node_modules'), join(tree, LIBRARY, 'node_modules'));
  if (node) {
    cpSync(node.program, join(tree, LIBRARY, 'bin/node'));
    write(tree, `${DOC}/node-license.txt.gz`, gzip(readFileSync(node.license)));
  }
  for (const [from, to] of Object.entries(PLACES)) write(tree, to, readFileSync(join(root, 'deploy', from)));
  write(tree, 'usr/share/man/man1/umec.1.gz', gzip(manPage()));
  write(tree, `${DOC}/changelog.Debian.gz`, gzip(changelog()));
  write(tree, `${DOC}/changelog.gz`, gzip(readFileSync(join(root, 'CHANGELOG.md'))));
  setModes(tree);
}

function write(tree, path, bytes) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), bytes);
}

function setModes(tree, at = '') {
  const path = join(tree, at);
  const isFolder = statSync(path).isDirectory();
  chmodSync(path, isFolder || PROGRAMS.test(at) ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) setModes(tree, at === '' ? name : `${at}/${name}`);
}

function gzip(bytes) {
  return gzipSync(bytes, { level: 9 });
}
