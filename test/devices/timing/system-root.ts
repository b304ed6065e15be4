import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempDirectory } from '../../temp-directory.js';

/** A folder that stands for `/`, with these files in it; a path that ends in a slash is an empty folder. */
export function systemRoot(files: Readonly<Record<string, string>> = {}): Disposable & { readonly path: string } {
  const root = tempDirectory();
  for (const [path, text] of Object.entries(files)) {
    const at = join(root.path, path);
    mkdirSync(path.endsWith('/') ? at : dirname(at), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(at, text);
  }
  return root;
}
