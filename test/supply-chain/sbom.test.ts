import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}
interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Locked {
  readonly version: string;
  readonly integrity: string;
  readonly dev?: boolean;
}

/** Where the packages lie whose code is in the panel, as whoever built it says. */
function inThePanel(): readonly string[] {
  const parts = JSON.parse(readFileSync('dist/web/third-party.json', 'utf8')) as { name: string; text?: string }[];
  expect(parts.filter(({ text }) => !/Permission (is hereby granted|to use)/.test(text ?? ''))).toEqual([]);
  return parts.map(({ name }) => `node_modules/${name}`);
}

describe('npm run sbom', () => {
  it('names every package that is shipped, with version, licence and hash, and gives the same bytes again', () => {
    using dir = tempDirectory();
    const make = (name: string) => {
      const file = join(dir.path, name);
      const { status, stderr } = spawnSync(process.execPath, ['scripts/sbom.mjs', file], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return readFileSync(file, 'utf8');
    };
    const text = make('first.json');
    expect(make('second.json')).toBe(text);

    const sbom = JSON.parse(text) as Sbom;
    expect([sbom.bomFormat, sbom.specVersion, sbom.metadata.component.name]).toEqual(['CycloneDX', '1.5', 'umec-gateway']);
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
    const bundled = inThePanel();
    const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && (!dev || bundled.includes(path)));
    const wanted = new Set(shipped.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`));
    expect(sbom.components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...wanted].sort());

    const hashes = new Set(
      shipped.map(([, { integrity }]) => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')),
    );
    for (const { name, licenses, hashes: found = [], purl } of sbom.components) {
      expect([name, found.map(({ alg, content }) => alg === 'SHA-512' && hashes.has(content))]).toEqual([name, [true]]);
      expect([name, licenses.map(({ license, expression }) => typeof (license?.id ?? expression))]).not.toEqual([name, []]);
      expect(licenses.every(({ license, expression }) => (license?.id ?? expression) !== undefined)).toBe(true);
      expect(purl).toMatch(/^pkg:npm\/[^?]+$/);
    }
    const refs = new Set(['umec-gateway@0.1.0', ...sbom.components.map((component) => component['bom-ref'])]);
    expect(sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref))).toEqual([]);
    expect(text).not.toMatch(/timestamp|serialNumber|resolved|tarball|file:/);
  }, 60_000);
});
