import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tempDirectory } from '../temp-directory.js';

/**
 * Makes the package of a processor, as `npm run package` does, but in haste.
 *
 * @param folder where it is put
 * @returns the file
 */
export async function built(arch: string, folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'scripts/package.mjs',
    '--fast',
    '--arch',
    arch,
    '--to',
    folder,
  ]);
  return stdout.trim();
}

/** That of this machine's processor, which make-package.mjs has made. */
export function ownPackage(): string {
  const { OWN_PACKAGE: file } = process.env;
  if (file === undefined) throw new Error('make-package.mjs has made no package');
  return file;
}

/** Makes the same package as if it were of another version. */
export function asVersion(version: string, file: string, other: string): void {
  using tree = tempDirectory();
  execFileSync('dpkg-deb', ['--raw-extract', file, tree.path]);
  execFileSync('sed', ['-i', `s/^Version: .*/Version: ${version}/`, join(tree.path, 'DEBIAN/control')]);
  execFileSync('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree.path, other], { stdio: 'ignore' });
}
