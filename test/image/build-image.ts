import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { join } from 'node:path';
import { tempDirectory } from '../temp-directory.js';
import { base, type Base } from './bases.js';
import { cache, repository, run } from './engine.js';

export type Target = 'sensors' | 'rpicam' | 'camera';
export type Platform = 'linux/amd64' | 'linux/arm64' | 'linux/arm/v7';

export interface Wanted {
  readonly target: Target;
  readonly platform: Platform;
  /** Where packages of the system come from. */
  readonly debian?: Base;
  readonly node?: Base;
  readonly args?: readonly string[];
}

export interface Image {
  readonly name: string;
  readonly builtMs: number;
}

/** A word in what npm is told of its registry; it must be nowhere in an image. */
export const SECRET = 'swordfish-in-npmrc';
/** As docs/container.md has them. */
export const BUILT = {
  version: '0.1.0',
  revision: 'f'.repeat(40),
  created: '2026-01-02T03:04:05Z',
  source: 'https://example.org/umec',
};

/** Builds the repository's Dockerfile as docs/container.md says. What was built before is not built again. */
export async function buildImage(wanted: Wanted): Promise<Image> {
  return build(wanted, repository, `localhost/umec-gateway:${wanted.target}-${wanted.platform.replace(/\W/g, '-')}`, '--layers');
}

/** Builds all of it again, of a copy of the source that somebody else has made elsewhere, at another time. */
export async function buildAgain(wanted: Wanted): Promise<Image> {
  using folder = tempDirectory();
  const parts = readFileSync(join(repository, '.dockerignore'), 'utf8').match(/(?<=^!).*$/gm) ?? [];
  for (const part of [...parts, '.dockerignore', 'Dockerfile'])
    cpSync(join(repository, part), join(folder.path, part), { recursive: true });
  await run('chmod', ['-R', 'go-rwx', folder.path]);
  return await build(wanted, folder.path, 'localhost/umec-gateway:again', '--no-cache', '--layers');
}

async function build(wanted: Wanted, source: string, name: string, ...caching: readonly string[]): Promise<Image> {
  const { target, platform, debian = 'base', node = 'base', args = [] } = wanted;
  const given = {
    ...{ BASE: await base('base'), DEBIAN: await base(debian), NODE_IMAGE: await base(node), BUILDPLATFORM: 'linux/amd64' },
    ...{ VERSION: BUILT.version, REVISION: BUILT.revision, CREATED: BUILT.created, SOURCE: BUILT.source },
  };
  const began = performance.now();
  await run('buildah', [
    ...['build', ...caching, '--format=docker', '--pull-never', `--timestamp=${Date.parse(BUILT.created) / 1000}`],
    ...[`--platform=${platform}`, `--target=${target}`, `--tag=${name}`, ...(await secrets()), ...args],
    ...Object.entries(given).map(([key, value]) => `--build-arg=${key}=${value}`),
    source,
  ]);
  return { name, builtMs: performance.now() - began };
}

/** What npm is told on this machine: which registry, and whose certificates count. */
async function secrets(): Promise<string[]> {
  const registry = await run('npm', ['config', 'get', 'registry']);
  const [npmrc, ca] = [join(cache, 'npmrc'), process.env.NODE_EXTRA_CA_CERTS ?? join(cache, 'ca.pem')];
  mkdirSync(cache, { recursive: true });
  writeFileSync(npmrc, `; ${SECRET}\nregistry=${registry}\ncafile=/run/secrets/ca\n`);
  if (process.env.NODE_EXTRA_CA_CERTS === undefined) writeFileSync(ca, rootCertificates.join('\n'));
  return [`--secret=id=npmrc,src=${npmrc}`, `--secret=id=ca,src=${ca}`];
}
