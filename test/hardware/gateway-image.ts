import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';
import { epollBinary } from './epoll-binary.js';

/** What an installed gateway consists of, beside its packages; dist/test is not there to be missed. */
const PARTS = ['dist/src', 'dist/generated', 'openapi', 'dist/web', 'package.json'];
/** Half of the files of packages are for the compiler and for people, and each costs a millisecond. */
const UNREAD = /\/node_modules\/.*\.(d\.[cm]?ts|ts|mts|cts|map|md)$/;
/** And what is tried on chips and cameras of the guest. */
const TRIED = ['dist/test/gpio', 'dist/test/hardware/gpio', 'dist/test/hardware/camera'];

/**
 * The built gateway, with the packages it has in production, as the file system of a disk: node opens thousands of files, and
 * under emulation a folder that is shared with the host takes ten times as long for each.
 *
 * @param folder where the image is made
 * @param packages the folder that has node_modules for the machine
 * @returns its path
 */
export function gatewayImage(folder: string, packages: string): string {
  const image = join(folder, 'gateway.img');
  const staged = join(folder, 'gateway');
  stage([...PARTS, ...TRIED], repository, staged);
  stage(productionPackages(), packages, staged);
  // that of this machine, which is that of no other
  const epoll = packages === repository ? epollBinary() : undefined;
  if (epoll !== undefined) cpSync(epoll, join(staged, 'node_modules/epoll/build/Release/epoll.node'));
  execFileSync('/sbin/mke2fs', ['-q', '-t', 'ext4', '-O', '^has_journal', '-d', staged, image, '256M'], { stdio: 'pipe' });
  return image;
}

/** Copies what is there of it, as if it were installed in `to`. */
function stage(parts: readonly string[], from: string, to: string): void {
  for (const part of parts)
    if (existsSync(join(from, part)))
      cpSync(join(from, part), join(to, part), { recursive: true, dereference: true, filter: (path) => !UNREAD.test(path) });
}

/** The paths that the lock file has for packages that are not for development. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (path !== '' && !dev ? [path] : []));
}
