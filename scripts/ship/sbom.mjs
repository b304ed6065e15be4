import { Buffer } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED } from './bundled.mjs';
import { nodeVersion } from './node-version.mjs';

/**
 * What a gateway is made of, in CycloneDX 1.5. The same lock file gives the same bytes: no time, no folder, no registry. (npm sbom leaves
 * out what is shipped when a tool needs it too.)
 *
 * @param root where package.json and package-lock.json are
 * @param folder whose node_modules is shipped, of which what is there is named; without one, all that the lock file has for any system
 * @param others components that are none of npm's
 */
export function billOfMaterials({ root, folder, others = [] }) {
  const lock = json(join(root, 'package-lock.json')).packages;
  const isThere = (path) => folder === undefined || existsSync(join(folder, path, 'package.json'));
  const isShipped = (path, { dev }) => (path !== '' && !dev && isThere(path)) || isBundled(path);
  const packages = Object.fromEntries(Object.entries(lock).filter(([path, found]) => isShipped(path, found)));
  const own = { ...lock[''], ...json(join(root, 'package.json')) };
  const refOf = (path) => (path === '' ? `${own.name}@${own.version}` : `${nameOf(path)}@${packages[path].version}`);
  const dependency = ([path, found]) => ({
    ref: refOf(path),
    dependsOn: [
      ...new Set([...dependenciesOf(path, found, packages), ...(path === '' ? bundledIn(packages) : [])].map(refOf)),
    ].sort(),
  });

  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', ...identity(own.name, own.version), licenses: [{ license: { id: own.license } }] },
    },
    // the same version may lie in several folders
    components: [
      ...unique(
        Object.entries(packages).map(([path, found]) => component(path, found, folder ?? root)),
        ({ 'bom-ref': ref }) => ref,
      ),
      ...others,
    ],
    dependencies: unique([['', own], ...Object.entries(packages)].map(dependency), ({ ref }) => ref),
  };
}

/** @returns the components that a binary of Node.js is: itself, or none where it is one of Debian's packages */
export function nodeComponents(binary) {
  const version = nodeVersion(binary);
  if (version === undefined) return [];
  const identified = { 'bom-ref': `node@${version}`, name: 'node', version, purl: `pkg:generic/node@${version}` };
  return [{ type: 'platform', ...identified, licenses: [{ license: { id: 'MIT' } }] }];
}

/**
 * Debian writes licences as text, in /usr/share/doc/<package>/copyright.
 *
 * @param folder with what dpkg would know of each package, in a file of its name
 */
export function debianComponents(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const fields = readFileSync(join(folder, name), 'utf8');
      const field = (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(fields)?.[1] ?? '';
      const version = field('Version');
      const purl = `pkg:deb/debian/${encodeURIComponent(name)}@${encodeURIComponent(version)}?arch=${field('Architecture')}`;
      return { type: 'library', 'bom-ref': purl, name, version, purl };
    });
}

function isBundled(path) {
  return BUNDLED.includes(path.replace('node_modules/', ''));
}

function bundledIn(packages) {
  return Object.keys(packages).filter(isBundled);
}

/** As it stands in a file. */
export function printed(sbom) {
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function component(path, found, folder) {
  const hash = Buffer.from(found.integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    type: 'library',
    ...identity(nameOf(path), found.version),
    scope: found.optional ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: hash }],
    licenses: licences(found.license ?? json(join(folder, path, 'package.json')).licenses),
  };
}

function identity(name, version) {
  return { 'bom-ref': `${name}@${version}`, name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` };
}

/** Older packages say their licence in ways of their own. */
function licences(said) {
  const names = [said].flat().map((one) => (typeof one === 'string' ? one : one.type));
  return names.map((name) =>
    / (AND|OR|WITH) /.test(name) ? { expression: name } : { license: { id: name === 'Apache2' ? 'Apache-2.0' : name } },
  );
}

/** @returns the paths of what a package finds of what it asks for */
function dependenciesOf(path, { dependencies, optionalDependencies, peerDependencies }, packages) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return names.map((name) => resolve(path, name, packages)).filter((found) => found !== undefined);
}

/** Where Node finds it: in the package's own folder, or in that of whoever holds the package. */
function resolve(from, name, packages) {
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

function json(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm ci first`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
