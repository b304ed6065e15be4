import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { changelog } from './changelog.mjs';
import { manPage } from './man-page.mjs';
import { root } from './root.mjs';

const LIBRARY = 'usr/lib/umec-gateway';
const DOC = 'usr/share/doc/umec-gateway';
/** What the gateway consists of, beside its packages. */
const PARTS = ['dist/src', 'dist/generated', 'panel', 'package.json'];
/** Of packages, what no program reads here: what is for compilers, people and tools (as what begins with a dot), and another C library. */
const UNREAD =
  /\.(d\.[cm]?ts|[cm]?ts|map|markdown|md|cc|cpp|hh|hpp|c|h|gypi?)$|\/\.|\/cnoke\.cjs$|\/[^/]*musl|\/koffi\/(doc|lib|vendor)(\/|$)/;
const TESTS = /^(.*\/node_modules)?\/(@[^/]+\/)?[^/]+\/(tests?|benchmarks?)(\/|$)/;
const LICENCE = /\/(licen[cs]e|copying|notice)[^/]*$/i;

/** Where the files of deploy/ go. */
const PLACES = {
  'debian/umec': 'usr/bin/umec',
  'debian/umec.yaml': 'etc/umec/umec.yaml',
  'debian/copyright': `${DOC}/copyright`,
  'debian/lintian-overrides': 'usr/share/lintian/overrides/umec-gateway',
  'systemd/umec-gateway.service': 'lib/systemd/system/umec-gateway.service',
  'systemd/umec-gateway.sysusers': 'usr/lib/sysusers.d/umec-gateway.conf',
  'systemd/umec-gateway.tmpfiles': 'usr/lib/tmpfiles.d/umec-gateway.conf',
  'systemd/umec-gateway.dbus.conf': 'usr/share/dbus-1/system.d/umec-gateway.conf',
  'systemd/60-umec.rules': 'lib/udev/rules.d/60-umec.rules',
};
const PROGRAMS = /^(usr\/bin\/umec|usr\/lib\/umec-gateway\/bin\/node)$/;

/** Puts everything where it will be on the board: files 0644, programs 0755. */
export function layOut(tree, { packages, node, work }) {
  const copy = (from, to) => cpSync(from, join(tree, to), { recursive: true, filter: (path) => !isUnread(path) });
  for (const part of PARTS) copy(join(root, part), `${LIBRARY}/${part}`);
  copy(packages, `${LIBRARY}/node_modules`);
  if (node) {
    copy(node.program, `${LIBRARY}/bin/node`);
    write(tree, `${DOC}/node-license.txt.gz`, gzip(readFileSync(node.license)));
  }
  for (const [from, to] of Object.entries(PLACES)) write(tree, to, readFileSync(join(root, 'deploy', from)));
  write(tree, 'usr/share/man/man1/umec.1.gz', gzip(manPage()));
  write(tree, `${DOC}/changelog.Debian.gz`, gzip(changelog()));
  write(tree, `${DOC}/changelog.gz`, gzip(readFileSync(join(root, 'CHANGELOG.md'))));
  const sbom = join(work, 'sbom.cdx.json');
  execFileSync(process.execPath, [join(root, 'scripts/sbom.mjs'), sbom], { stdio: ['ignore', 'ignore', 'ignore'] });
  write(tree, `${DOC}/sbom.cdx.json.gz`, gzip(readFileSync(sbom)));
  setModes(tree);
}

function isUnread(path) {
  // the gateway's own maps tell where in its source something happened
  const [, inside = ''] = /\/node_modules(\/.*)$/.exec(path) ?? [];
  return TESTS.test(inside) || (UNREAD.test(inside) && !LICENCE.test(inside));
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
