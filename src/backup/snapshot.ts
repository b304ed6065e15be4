import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { askDoor } from '../control/ask-door.js';
import type { Stillness, Taken } from '../control/backup-services.js';
import { GatewayError, messageOf } from '../errors.js';
import { lockDirectory } from '../store/lock.js';
import { type Database, emptyLog, isDamage, openDatabase, quickCheck } from '../store/sqlite.js';
import { DATABASES, type DatabaseName } from './manifest.js';

const ATTEMPTS = 5;

/** A database that does not change, as it was at the moment of the snapshot. */
export interface Frozen {
  readonly name: DatabaseName;
  readonly path: string;
  readonly database: Database;
}

/**
 * All databases of a gateway as they were at one moment, while it goes on.
 *
 * A read transaction that began when the write-ahead log was empty reads the file and nothing else, and keeps SQLite from writing to
 * it: what is new goes to the log. So the very files can be copied for as long as the transactions are open, by this process, and a
 * process that dies has kept nothing.
 *
 * @see https://www.sqlite.org/walformat.html, "The WAL-Index File Format", WAL_READ_LOCK(0)
 */
export class Snapshot implements Disposable {
  private hasBegun = false;

  private constructor(readonly files: readonly Frozen[]) {}

  /**
   * @param dir the data directory, of a gateway that runs or of one that does not
   * @throws GatewayError `notFound` when there is no state; `unavailable` when a file is damaged, or the gateway cannot be asked;
   *   `conflict` when somebody else reads the files
   */
  static async take(dir: string): Promise<Snapshot> {
    if (!existsSync(join(dir, 'state.db')))
      throw new GatewayError('notFound', `data.dir ${dir} holds no state.db that this user can read: nothing to back up`);
    const snapshot = new Snapshot(namesIn(dir).map((name) => openFile(join(dir, name), name)));
    try {
      const isRunning = await snapshot.ofRunning(dir);
      if (!isRunning) snapshot.ofStopped(dir);
      return snapshot;
    } catch (error) {
      snapshot[Symbol.dispose]();
      throw error;
    }
  }

  /** The size of the write-ahead logs, which grow for as long as the snapshot is there. */
  get logBytes(): number {
    return this.files.reduce((sum, { path }) => sum + logBytesOf(path), 0);
  }

  [Symbol.dispose](): void {
    this.end();
    for (const { database } of this.files) database.close();
  }

  /** @returns false when none runs */
  private async ofRunning(dir: string): Promise<boolean> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const still = await ask<Stillness>(dir, 'backup');
      if (!still) return false;
      const isFrozen = this.begin();
      if ((await ask<Taken>(dir, 'backup-taken', still))?.inTime && isFrozen) return true;
      this.end();
    }
    throw new GatewayError(
      'unavailable',
      `data.dir ${dir}: this machine is too busy to take a snapshot within 100 ms: try again later`,
    );
  }

  private ofStopped(dir: string): void {
    // until the snapshot is there; a gateway may start afterwards
    using _lock = lockDirectory(dir);
    for (const { database } of this.files) emptyLog(database);
    if (!this.begin())
      throw new GatewayError('conflict', `somebody is reading the files in ${dir}, another backup say: try again later`);
  }

  /** @returns whether nothing but the files themselves is read */
  private begin(): boolean {
    this.hasBegun = true;
    for (const { database } of this.files) database.exec('BEGIN');
    for (const { database } of this.files) database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
    return this.logBytes === 0;
  }

  private end(): void {
    if (this.hasBegun) for (const { database } of this.files) database.exec('ROLLBACK');
    this.hasBegun = false;
  }
}

/** @throws GatewayError `unavailable` when it is damaged: what cannot be restored is no backup */
export function requireSound({ path, database }: Frozen): void {
  try {
    quickCheck(database);
  } catch (error) {
    throw isDamage(error) ? damaged(path, error) : error;
  }
}

function namesIn(dir: string): readonly DatabaseName[] {
  return (Object.keys(DATABASES) as DatabaseName[]).filter((name) => existsSync(join(dir, name)));
}

function openFile(path: string, name: DatabaseName): Frozen {
  try {
    const database = openDatabase(path);
    database.exec('PRAGMA busy_timeout = 5000');
    // the first look at a file takes long; the one within the snapshot does not
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { name, path, database };
  } catch (error) {
    throw isDamage(error) ? damaged(path, error) : error;
  }
}

/** @returns undefined when no gateway answers */
async function ask<Answer>(dir: string, service: string, asked: object = {}): Promise<Answer | undefined> {
  try {
    return await askDoor<Answer>(dir, service, asked);
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'unavailable') return undefined;
    throw error;
  }
}

function logBytesOf(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function damaged(path: string, cause: unknown): GatewayError {
  return new GatewayError('unavailable', `${path} is damaged: ${messageOf(cause)}. A backup of it could not be restored`, {
    cause,
  });
}
