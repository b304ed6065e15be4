import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a directory with a hash of what is in it, by its path; of a database only that it is there, for it lives. */
export function treeHash(directory: string): Readonly<Record<string, string>> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(join(directory, path))]));
}

function hashOf(path: string): string {
  const stat = statSync(path);
  if (!stat.isFile()) return stat.isDirectory() ? 'directory' : 'no file';
  if (/\.db(-\w+)?$/.test(path)) return 'database';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
