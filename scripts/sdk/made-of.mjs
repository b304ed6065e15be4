import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes what is in `folder`, unless it was made of the same before: files (and all files of folders) of the same names and contents, and the
 * same `version`. What it was made of stands in `.made-of` there, from when it is whole.
 */
export function unlessMade(folder, paths, version, make) {
  const stamp = join(folder, '.made-of');
  const inputs = hashOf(paths, version);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  rmSync(stamp, { force: true });
  make();
  writeFileSync(stamp, inputs);
}

function hashOf(paths, version) {
  const hash = createHash('sha256').update(version);
  for (const file of paths.flatMap(filesAt).sort()) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
