import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Clock, systemClock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { VERSION } from '../registry/own-services.js';
import { type Database, textOf } from '../store/sqlite.js';
import { LOG_MOST } from '../store/steady-database.js';
import { ArchiveWriter, type Sink } from './archive-writer.js';
import { type DatabaseName, type Manifest, MANIFEST, manifestText, newManifest, SMALL_FILES, SUMS } from './manifest.js';
import { mib, requireRoom } from './room.js';
import { requireSound, Snapshot } from './snapshot.js';
import { tarBytes } from './tar.js';
import { writeToFile } from './write-to-file.js';

/** The gateway's new readings wait in a log for as long as a copy takes, and before it would write no more the copy ends. */
const MOST_LOG_BYTES = 0.75 * LOG_MOST;
/** How often somebody looks, while whoever takes the backup takes none of it. */
const LOOK_MS = 1_000;

export interface BackupParts {
  /** The data directory, of a gateway that runs or of one that does not. */
  readonly dir: string;
  /** Where the backup goes; unless given, a name with the gateway's identifier and the time, in the working directory. */
  readonly file?: string | undefined;
  /** Takes the backup instead of a file. */
  readonly sink?: Sink;
  /** Gives up, and leaves nothing behind. */
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly clock?: Clock;
  /** Of the logs of a gateway that goes on; beyond it the backup is given up. */
  readonly mostLogBytes?: number;
  /** Is called when the snapshot is there: the rest takes its time. */
  readonly taken?: () => void;
}

/** What was made. */
export interface Backup {
  readonly manifest: Manifest;
  /** Absent when it went elsewhere. */
  readonly file?: string;
  readonly bytes: number;
}

/**
 * Makes a backup: the databases as they were at one moment, the keys of the gateway's own authority, and the plan.
 *
 * @throws GatewayError saying what is damaged, who is reading, or how much room there should be; no file is left then
 */
export async function backup(parts: BackupParts): Promise<Backup> {
  const { dir, file, sink, signal, now = () => new Date(), taken } = parts;
  const { clock = systemClock, mostLogBytes = MOST_LOG_BYTES } = parts;
  using snapshot = await Snapshot.take(dir);
  const madeAt = now();
  taken?.();
  for (const frozen of snapshot.files) requireSound(frozen);
  const small = smallIn(dir);
  const manifest = describe(dir, snapshot, { small, madeAt });
  const bytes = bytesOf(manifest);
  const goesOn = () => {
    signal?.throwIfAborted();
    requireRoom(dir, 0);
    if (snapshot.logBytes > mostLogBytes)
      throw new GatewayError(
        'unavailable',
        `${mib(snapshot.logBytes)} MiB of new data wait for the backup to end: it is too slow`,
      );
  };
  const write = (to: Sink) => writeArchive(to, { dir, small, manifest, madeAt, goesOn });
  if (sink) {
    await write(watched(sink, goesOn, clock));
    return { manifest, bytes };
  }
  const path = resolve(file ?? nameOf(manifest));
  requireRoom(dirname(path), bytes);
  await writeToFile(path, write);
  return { manifest, file: path, bytes };
}

/** Whoever reads a pipe may stop for good, and the gateway must go on: nobody waits for them without looking. */
function watched(sink: Sink, goesOn: () => void, clock: Clock): Sink {
  return async (bytes) => {
    let looking: Disposable | undefined;
    const givenUp = new Promise<never>((_, reject) => {
      looking = clock.every(LOOK_MS, () => void Promise.resolve().then(goesOn).catch(reject));
    });
    try {
      await Promise.race([sink(bytes), givenUp]);
    } finally {
      looking?.[Symbol.dispose]();
    }
  };
}

/** By name. */
type SmallFiles = ReadonlyMap<Manifest['files'][number]['name'], Uint8Array>;

function smallIn(dir: string): SmallFiles {
  const read = SMALL_FILES.map((name) => [name, readIfThere(join(dir, name))] as const);
  return new Map(read.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
}

/** A gateway that goes on may take a file away at any time. */
function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function describe(dir: string, { files }: Snapshot, { small, madeAt }: Pick<Archive, 'small' | 'madeAt'>): Manifest {
  const state = find(files, 'state.db');
  const gatewayId = state && identityIn(state);
  if (gatewayId === undefined) throw new GatewayError('notFound', `the gateway of ${dir} has never started: nothing to back up`);
  const database = (name: DatabaseName) => (find(files, name) ? [{ name, bytes: statSync(join(dir, name)).size }] : []);
  const count = (database: Database | undefined, table: string) =>
    Number(database?.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0);
  return newManifest({
    version: VERSION,
    gatewayId,
    madeAt: madeAt.toISOString(),
    schemas: Object.fromEntries(files.map(({ name, database }) => [name, schemaOf(database)])),
    counts: {
      documents: count(state, 'documents'),
      auditEntries: count(find(files, 'audit.db'), 'entries'),
      readings: count(find(files, 'history.db'), 'readings'),
    },
    // what is small and dear first
    files: [
      ...database('state.db'),
      ...database('audit.db'),
      ...[...small].map(([name, { length }]) => ({ name, bytes: length })),
      ...database('history.db'),
    ],
  });
}

interface Archive {
  readonly dir: string;
  readonly small: SmallFiles;
  readonly manifest: Manifest;
  readonly madeAt: Date;
  readonly goesOn: () => void;
}

async function writeArchive(sink: Sink, { dir, small, manifest, madeAt, goesOn }: Archive): Promise<void> {
  const archive = new ArchiveWriter(sink, Math.max(0, Math.floor(madeAt.getTime() / 1000)));
  await archive.text(MANIFEST, manifestText(manifest));
  for (const entry of manifest.files) {
    const bytes = small.get(entry.name);
    if (bytes === undefined) await archive.file(entry, join(dir, entry.name), goesOn);
    else await archive.whole(entry.name, bytes);
  }
  await archive.end();
}

/** How long the whole is, which is known before it is written. */
export function bytesOf(manifest: Manifest): number {
  const names = [MANIFEST, ...manifest.files.map(({ name }) => name)];
  const sums = names.reduce((sum, name) => sum + 64 + 2 + name.length + 1, 0);
  const text = { name: MANIFEST, bytes: Buffer.byteLength(manifestText(manifest)) };
  return tarBytes([text, ...manifest.files, { name: SUMS, bytes: sums }]);
}

/** @returns undefined of a gateway that never started whole */
export function identityIn(state: Database): string | undefined {
  const row = state.prepare("SELECT body FROM documents WHERE collection = 'gateway' AND id = 'identity'").get();
  return row && (JSON.parse(textOf(row.body)) as string);
}

export function schemaOf(database: Database): number {
  return Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0]);
}

function find(files: Snapshot['files'], wanted: DatabaseName): Database | undefined {
  return files.find(({ name }) => name === wanted)?.database;
}

function nameOf({ gatewayId, madeAt }: Manifest): string {
  return `umec-${gatewayId}-${madeAt.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}.backup`;
}
