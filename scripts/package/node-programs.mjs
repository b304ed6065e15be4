import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Node itself, as npm has it, of the version and with the hash that stand in architectures.mjs.
 *
 * @returns the files to pack, or undefined where the package depends on Debian's
 */
export function nodePrograms({ node }, folder) {
  if (!node) return undefined;
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--prefer-offline', '--loglevel=error', node.package], {
      cwd: folder,
      encoding: 'utf8',
    }),
  );
  const archive = join(folder, packed.filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== node.integrity) throw new Error(`${node.package} is ${found}, expected ${node.integrity}`);
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1', 'package/bin/node', 'package/LICENSE']);
  return { program: join(folder, 'bin/node'), license: join(folder, 'LICENSE') };
}
