#!/usr/bin/env node
// Writes sbom.cdx.json: what the gateway is made of, in CycloneDX 1.5, from package-lock.json. The same lock file gives the same
// bytes: no time, no folder, no registry. (npm sbom leaves out what is shipped when a tool needs it too.)
//   node scripts/sbom.mjs [FILE]
import { Buffer } from 'node:buffer';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = process.argv[2] ?? join(root, 'sbom.cdx.json');
const { packages } = json('package-lock.json');
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const own = { ...packages[''], ...json('package.json') };

const sbom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: { type: 'application', ...identity(own.name, own.version), licenses: [{ license: { id: own.license } }] },
  },
  // the same version may lie in several folders
  components: unique(
    shipped.map(([path, found]) => component(path, found)),
    ({ 'bom-ref': ref }) => ref,
  ),
  dependencies: unique(
    [['', own], ...shipped].map(([path, found]) => ({ ref: refOf(path, found), dependsOn: dependsOn(path, found) })),
    ({ ref }) => ref,
  ),
};
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.error(`umec: ${file} names ${sbom.components.length} packages`);

function component(path, found) {
  const hash = Buffer.from(found.integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    type: 'library',
    ...identity(nameOf(path), found.version),
    scope: found.optional ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: hash }],
    licenses: licences(path, found),
  };
}

function identity(name, version) {
  return { 'bom-ref': `${name}@${version}`, name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` };
}

function refOf(path, { version }) {
  return `${path === '' ? own.name : nameOf(path)}@${version}`;
}

/** Older packages say their licence in ways of their own. */
function licences(path, { license }) {
  const legacy = () => json(`${path}/package.json`).licenses;
  const names = [license ?? legacy()].flat().map((one) => (typeof one === 'string' ? one : one.type));
  return names.map((name) =>
    / (AND|OR|WITH) /.test(name) ? { expression: name } : { license: { id: name === 'Apache2' ? 'Apache-2.0' : name } },
  );
}

function dependsOn(path, { dependencies, optionalDependencies, peerDependencies }) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  const found = names.map((name) => resolve(path, name)).filter((at) => at !== undefined && !packages[at].dev);
  return [...new Set(found.map((at) => refOf(at, packages[at])))].sort();
}

/** Where Node finds it: in the package's own folder, or in that of whoever holds the package. */
function resolve(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function unique(list, key) {
  return [...new Map(list.map((one) => [key(one), one])).values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function json(name) {
  const path = join(root, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm ci first`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
