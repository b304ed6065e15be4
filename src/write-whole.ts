import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that nobody else may read, whole or not at all: a power cut leaves what was there before. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  // two gateways may begin at once
  const draft = `${path}.${randomUUID()}`;
  await writeDurably(draft, content);
  await rename(draft, path);
  await flush(dirname(path));
}

/** @throws Error */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  await using file = await open(path, 'w', 0o600);
  await file.writeFile(content);
  await file.sync();
}

/** What was renamed in a folder stays so. */
export async function flush(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
