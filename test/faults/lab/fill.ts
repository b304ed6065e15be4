import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes until nothing more fits. @returns what it wrote to */
export async function fill(dir: string): Promise<string> {
  const path = join(dir, 'ballast');
  await using file = await open(path, 'w');
  for (let size = 65_536; size >= 1;) {
    const written = await file.write(Buffer.alloc(size)).then(
      ({ bytesWritten }) => bytesWritten,
      () => 0,
    );
    if (written < size) size = Math.floor(size / 2);
  }
  return path;
}
