import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GatewayError, messageOf } from '../errors.js';
import { openDatabase, quickCheck } from '../store/sqlite.js';
import { ArchiveReader } from './archive-reader.js';
import { bytesOf, identityIn, schemaOf } from './backup.js';
import { DATABASES, type DatabaseName, type Manifest, MANIFEST, newer, parseManifest } from './manifest.js';
import { requireRoom } from './room.js';

/**
 * Unpacks a backup into a folder, and trusts it only when all of it is as it was written.
 *
 * @param into a folder that is there and empty; what is in it after a failure is of no use
 * @throws GatewayError `invalid` for what is damaged, cut short, no backup or of a newer gateway; `unavailable` without room
 */
export async function unpack(file: string, into: string): Promise<Manifest> {
  await using handle = await openFile(file).catch((cause: unknown) => {
    throw new GatewayError('notFound', `${file} cannot be read: ${messageOf(cause)}`, { cause });
  });
  try {
    const archive = new ArchiveReader(handle);
    const manifest = parseManifest(await archive.text(MANIFEST));
    requireLength((await handle.stat()).size, bytesOf(manifest));
    requireRoom(into, bytesOf(manifest));
    for (const entry of manifest.files) {
      const path = join(into, entry.name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await using copy = await open(path, 'wx', 0o600);
      await archive.file(entry, async (chunk) => copy.writeFile(chunk));
    }
    await archive.end();
    for (const { name } of manifest.files) if (name in DATABASES) requireGood(into, name as DatabaseName, manifest);
    return manifest;
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'invalid') throw error;
    throw new GatewayError('invalid', `${file} cannot be restored: ${error.message}`, { cause: error });
  }
}

/** Of a pipe the length is not known, and it may be that nobody writes to it. */
async function openFile(path: string): Promise<FileHandle> {
  if (!(await stat(path)).isFile()) throw new Error('it is no file');
  return await open(path, 'r');
}

function requireLength(found: number, expected: number): void {
  if (found !== expected) throw new GatewayError('invalid', `it has ${found} bytes, expected ${expected}: it is not whole`);
}

function requireGood(dir: string, name: DatabaseName, { gatewayId }: Manifest): void {
  const database = openDatabase(join(dir, name));
  try {
    quickCheck(database);
    const schema = schemaOf(database);
    if (schema > DATABASES[name]) throw newer(`its ${name} has schema ${schema}`);
    if (name === 'state.db' && identityIn(database) !== gatewayId)
      throw new GatewayError('invalid', `its ${MANIFEST} speaks of gateway ${gatewayId}, its state of another`);
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    throw new GatewayError('invalid', `its ${name} is damaged: ${messageOf(error)}`, { cause: error });
  } finally {
    database.close();
  }
}
