#!/usr/bin/env node
// Part of the Dockerfile: writes /sbom.cdx.json, what the image is made of. Of what scripts/sbom.mjs has written of the lock file it
// has the packages that are in the image, and with them Node.js and the packages of Debian.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sbom = JSON.parse(readFileSync('/build/sbom.cdx.json', 'utf8'));
const installed = new Set(identities('/out/app/node_modules'));
installed.add(sbom.metadata.component['bom-ref']);

const components = [
  ...sbom.components.filter((one) => installed.has(one['bom-ref'])),
  ...node('/system/usr/local/bin/node'),
  ...debian('/system/var/lib/dpkg/status.d'),
];
const dependencies = sbom.dependencies
  .filter(({ ref }) => installed.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => installed.has(one)) }));
writeFileSync('/sbom.cdx.json', `${JSON.stringify({ ...sbom, components, dependencies }, null, 2)}\n`);
console.error(`umec: sbom.cdx.json names ${components.length} packages`);

/** name@version of each package below. */
function identities(folder) {
  const manifests = readdirSync(folder, { recursive: true }).filter((path) =>
    /(^|node_modules\/)(@[^/]+\/)?[^/@]+\/package\.json$/.test(path),
  );
  return manifests.map((path) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    return `${name}@${version}`;
  });
}

/** The binary says where its headers are. One of Debian's is among its packages. */
function node(binary) {
  const [, version] = /\/v(\d+\.\d+\.\d+)\/node-v\1-headers/.exec(readFileSync(binary, 'latin1')) ?? [];
  if (version === undefined) return [];
  const identity = { 'bom-ref': `node@${version}`, name: 'node', version, purl: `pkg:generic/node@${version}` };
  return [{ type: 'platform', ...identity, licenses: [{ license: { id: 'MIT' } }] }];
}

/** Debian writes licences as text, in /usr/share/doc/<package>/copyright. */
function debian(folder) {
  return readdirSync(folder).map((name) => {
    const fields = readFileSync(join(folder, name), 'utf8');
    const field = (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(fields)?.[1] ?? '';
    const version = field('Version');
    const purl = `pkg:deb/debian/${encodeURIComponent(name)}@${encodeURIComponent(version)}?arch=${field('Architecture')}`;
    return { type: 'library', 'bom-ref': purl, name, version, purl };
  });
}
