import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.js';
import { type HistoryBounds, type HistoryDatabase, openHistory } from './history-database.js';
import { isDamage } from './sqlite.js';

/** Files up to this are read whole at start. A larger one would hold up the start: its damage shows when it is met. */
const CHECK_AT_START = 64 * 1024 * 1024;

/**
 * history.db on disk. A damaged file, found at start or on the way, is set aside whole and a new one begins: readings to come
 * are worth more than a repair in place, and what was set aside can still be read by hand.
 */
export class HistoryFile implements Disposable {
  private readonly path: string;
  private readonly held = new Set<string>();
  private database: HistoryDatabase;

  /** @param report is told when a damaged file was set aside */
  constructor(
    dir: string,
    private readonly bounds: HistoryBounds,
    private readonly report: (message: string) => void,
  ) {
    this.path = join(dir, 'history.db');
    this.database = this.open();
  }

  /** Runs `work` on the database; when that meets damage, once more on a new one. */
  use<T>(work: (database: HistoryDatabase) => T): T {
    try {
      return work(this.database);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.replace(error);
      return work(this.database);
    }
  }

  /** From now on retention waits for this destination. */
  hold(destination: string): void {
    this.held.add(destination);
  }

  [Symbol.dispose](): void {
    this.database[Symbol.dispose]();
  }

  private open(): HistoryDatabase {
    const small = existsSync(this.path) && statSync(this.path).size <= CHECK_AT_START;
    try {
      return openHistory(this.path, this.bounds, this.held, small);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.setAside(error);
      return openHistory(this.path, this.bounds, this.held, false);
    }
  }

  private replace(cause: unknown): void {
    const { lastSeq } = this.database;
    this.database.abandon();
    this.setAside(cause);
    this.database = openHistory(this.path, this.bounds, this.held, false);
    // a destination may have a batch of the old file under way: no row of the new one may have a number of that batch
    this.database.readings.continueFrom(lastSeq);
  }

  private setAside(cause: unknown): void {
    const aside = `${this.path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(this.path + suffix)) renameSync(this.path + suffix, aside + suffix);
    }
    this.report(`history.db was damaged (${messageOf(cause)}): set aside as ${aside}, a new history begins`);
  }
}
