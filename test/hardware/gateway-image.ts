import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';
import { epollBinary } from './epoll-binary.js';

/** What an installed gateway consists of; what only development needs is not there to be missed. */
const PARTS = ['dist/src', 'dist/generated', 'openapi', 'panel', 'package.json'];
/** Half of the files of packages are for the compiler and for people, and each costs a millisecond. */
const UNREAD = /\/node_modules\/.*\.(d\.[cm]?ts|ts|mts|cts|map|md)$/;
/** And what is tried on chips of the guest. */
const TRIED = ['dist/test/gpio', 'dist/test/hardware/gpio'];

/**
 * The built gateway, with the packages it has in production, as the file system of a disk: node opens thousands of files, and
 * under emulation a folder that is shared with the host takes ten times as long for each.
 *
 * @param folder where the image is made
 * @returns its path
 */
export function gatewayImage(folder: string): string {
  const image = join(folder, 'gateway.img');
  const staged = join(folder, 'gateway');
  stage(staged);
  execFileSync('/sbin/mke2fs', ['-q', '-t', 'ext4', '-O', '^has_journal', '-d', staged, image, '256M'], { stdio: 'pipe' });
  return image;
}

/** Copies it as if it were installed there. */
function stage(folder: string): void {
  for (const part of [...PARTS, ...TRIED, ...productionPackages()])
    if (existsSync(join(repository, part)))
      cpSync(join(repository, part), join(folder, part), {
        recursive: true,
        dereference: true,
        filter: (path) => !UNREAD.test(path),
      });
  const epoll = epollBinary();
  if (epoll !== undefined) cpSync(epoll, join(folder, 'node_modules/epoll/build/Release/epoll.node'));
}

/** The paths that the lock file has for packages that are not for development. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (path !== '' && !dev ? [path] : []));
}
