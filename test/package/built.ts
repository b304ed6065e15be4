import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

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

/** The same package, as if it were of another version. */
export function asVersion(version: string, file: string, folder: string): string {
  const tree = join(folder, `as-${version}`);
  execFileSync('dpkg-deb', ['--raw-extract', file, tree]);
  execFileSync('sed', ['-i', `s/^Version: .*/Version: ${version}/`, join(tree, 'DEBIAN/control')]);
  const other = join(folder, `umec-gateway_${version}.deb`);
  execFileSync('dpkg-deb', ['-Zgzip', '-z1', '--root-owner-group', '--build', tree, other], { stdio: 'ignore' });
  return other;
}
