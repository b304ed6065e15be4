import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError, messageOf } from '../errors.js';
import type { Json } from '../json.js';
import type { Change } from '../registry/state.js';
import { keepPrivate } from './keep-private.js';
import { type Database, diskTroubleOf, emptyLog, isDamage, openDatabase, quickCheck, textOf } from './sqlite.js';
import { SMALL_LOG, SteadyDatabase } from './steady-database.js';

/** The newest that this gateway knows. */
export const STATE_SCHEMA = 1;

/**
 * state.db: what must never be lost or half true, as JSON documents.
 *
 * `synchronous = FULL`, because a commit is answered only when it survives a power cut. A copy that was checked is kept beside
 * it, made at start and at a clean stop; an empty state never replaces it.
 */
export class StateFile implements Disposable {
  private readonly database: Database;

  /** @throws GatewayError `unavailable` when the file is damaged, missing beside its copy, or of a newer gateway */
  constructor(
    private readonly dir: string,
    private readonly report: (message: string) => void,
  ) {
    refuseMissing(dir);
    keepPrivate(statePath(dir), report);
    this.database = openState(dir);
    this.keepCopy();
  }

  load(collection: string): readonly (readonly [id: string, body: Json])[] {
    const rows = this.database.prepare('SELECT id, body FROM documents WHERE collection = ?').all(collection);
    return rows.map((row) => [textOf(row.id), JSON.parse(textOf(row.body)) as Json]);
  }

  commit(changes: readonly Change[]): void {
    this.database.transaction(() => changes.forEach((change) => this.apply(change)));
  }

  /** See `emptyLog`. */
  emptyLog(): boolean {
    return emptyLog(this.database);
  }

  [Symbol.dispose](): void {
    this.keepCopy();
    this.database.close();
  }

  private apply({ collection, id, body }: Change): void {
    if (body === undefined) {
      this.database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?').run(collection, id);
    } else {
      this.database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?)').run(collection, id, JSON.stringify(body));
    }
  }

  /** A copy that cannot be made, on a full disk say, is no reason to stop: the state itself is whole. */
  private keepCopy(): void {
    try {
      if (this.database.prepare('SELECT 1 FROM documents LIMIT 1').get()) this.writeCopy(copyPath(this.dir));
    } catch (error) {
      rmSync(`${copyPath(this.dir)}.new`, { force: true });
      this.report(`no fresh copy of ${statePath(this.dir)}: ${messageOf(error)}`);
    }
  }

  /** Written beside, checked, and only then put in place. */
  private writeCopy(path: string): void {
    const fresh = `${path}.new`;
    rmSync(fresh, { force: true });
    keepPrivate(fresh, this.report);
    this.database.exec(`VACUUM INTO '${fresh.replaceAll("'", "''")}'`);
    checkCopy(fresh);
    syncToDisk(fresh);
    renameSync(fresh, path);
    syncToDisk(this.dir);
  }
}

function openState(dir: string): Database {
  const path = statePath(dir);
  let database: Database | undefined;
  try {
    database = new SteadyDatabase(path, SMALL_LOG);
    quickCheck(database);
    prepareSchema(database, path);
    return database;
  } catch (error) {
    if (diskTroubleOf(error)) database?.close(); // what is damaged is left as it is
    throw isDamage(error) ? damaged(dir, messageOf(error)) : error;
  }
}

/** An absent or empty file beside a copy is a loss, not a first start. */
function refuseMissing(dir: string): void {
  const path = statePath(dir);
  const gone = !existsSync(path) || (statSync(path).size === 0 && !existsSync(`${path}-wal`));
  if (gone && existsSync(copyPath(dir))) throw damaged(dir, 'it is missing or empty, but its copy is not');
}

function prepareSchema(database: Database, path: string): void {
  const version = Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0]);
  if (version > STATE_SCHEMA) {
    const found = `${path} was written by a newer gateway (schema ${version}, this one knows ${STATE_SCHEMA})`;
    throw new GatewayError('unavailable', `${found}: install that version or restore an older backup`);
  }
  if (version === STATE_SCHEMA) return; // nothing is written for a start
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS documents (
      collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, id)
    ) WITHOUT ROWID;
    PRAGMA user_version = ${STATE_SCHEMA};
    COMMIT`);
}

function damaged(dir: string, cause: string): GatewayError {
  const path = statePath(dir);
  const copy = copyPath(dir);
  const cure = existsSync(copy)
    ? `cp '${copy}' '${path}' (the copy is of ${statSync(copy).mtime.toISOString()})`
    : `put state.db from a backup at ${path}; there is no copy beside it`;
  return new GatewayError('unavailable', `${path} is damaged: ${cause}. To restore: rm -f '${path}'-wal '${path}'-shm; ${cure}`);
}

function checkCopy(path: string): void {
  const copy = openDatabase(path);
  try {
    quickCheck(copy);
  } finally {
    copy.close();
  }
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const statePath = (dir: string): string => join(dir, 'state.db');
const copyPath = (dir: string): string => join(dir, 'state.db.copy');
