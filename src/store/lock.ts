import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../errors.js';
import { Displaced } from './disk-failure.js';
import { placeOf } from './place.js';
import { isBusy, openDatabase } from './sqlite.js';

export interface DirectoryLock extends Disposable {
  /** @throws Displaced when the directory was deleted, or another is in its place */
  requireInPlace(): void;
}

/**
 * Keeps a data directory for one process, until disposed or dead: the kernel gives the lock back whatever ends the process, so
 * nobody ever has to delete a stale one.
 *
 * The lock is SQLite's own, on a file that holds nothing: locks on state.db or history.db would vanish as soon as somebody in
 * this process reads that file and closes it, as a backup does.
 *
 * @throws GatewayError `unavailable` when another process has it
 */
export function lockDirectory(dir: string): DirectoryLock {
  const path = join(dir, 'lock');
  const database = openDatabase(path);
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    keepFromOthers(path);
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new GatewayError('unavailable', `data.dir ${dir}: another gateway uses it; each needs a directory of its own`);
  }
  const place = placeOf(path)?.id;
  return {
    requireInPlace: () => {
      if (placeOf(path)?.id !== place) throw new Displaced('data.dir');
    },
    [Symbol.dispose]: () => database.close(),
  };
}

/** Whoever can read it can lock it too, and keep the gateway from starting. By its name, for closing it would give the lock back. */
function keepFromOthers(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // a file system without modes, or a file of somebody else: the lock holds all the same
  }
}
