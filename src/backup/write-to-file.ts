import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { GatewayError } from '../errors.js';
import type { Sink } from './archive-writer.js';
import { MANIFEST } from './manifest.js';
import { BLOCK, readTarHeader } from './tar.js';

/** A disk that has all of it to write at once lets the gateway's own small writes wait for long. */
const SYNCED_BYTES = 4 * 2 ** 20;

/**
 * Writes a file that nobody else may read, whole or not at all. A backup that has this name already stays until then.
 *
 * @throws GatewayError `conflict` when something else has the name
 */
export async function writeToFile(path: string, write: (sink: Sink) => Promise<void>): Promise<void> {
  if (existsSync(path) && !(await isBackup(path)))
    throw new GatewayError('conflict', `${path} is there and no backup: it is left as it is; choose another name`);
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeSynced(draft, write);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** What was renamed in a folder stays so. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function writeSynced(path: string, write: (sink: Sink) => Promise<void>): Promise<void> {
  await rm(path, { force: true });
  await using handle = await open(path, 'wx', 0o600);
  let unsynced = 0;
  await write(async (bytes) => {
    for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
    unsynced += bytes.length;
    if (unsynced < SYNCED_BYTES) return;
    await handle.datasync();
    unsynced = 0;
  });
  await handle.sync();
}

async function isBackup(path: string): Promise<boolean> {
  if (!(await stat(path)).isFile()) return false;
  await using handle = await open(path, 'r');
  const block = Buffer.alloc(BLOCK);
  const { bytesRead } = await handle.read(block, 0, BLOCK, 0);
  return bytesRead === BLOCK && readTarHeader(block)?.name === MANIFEST;
}
