import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';

/** What an installed gateway consists of, beside its packages; dist/test is not there to be missed. */
const PARTS = ['dist/src', 'dist/generated', 'openapi', 'panel', 'package.json'];

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
  stage(PARTS, repository, staged);
  stage(productionPackages(), packages, staged);
  execFileSync('/sbin/mke2fs', ['-q', '-t', 'ext4', '-O', '^has_journal', '-d', staged, image, '256M'], { stdio: 'pipe' });
  return image;
}

/** Copies what is there of it, as if it were installed in `to`. */
function stage(parts: readonly string[], from: string, to: string): void {
  for (const part of parts)
    if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true, dereference: true });
}

/** The paths that the lock file has for packages that are not for development. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (path !== '' && !dev ? [path] : []));
}
