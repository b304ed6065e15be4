import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GatewayError, messageOf } from '../errors.js';
import { type HistoryBounds, type HistoryDatabase, openHistory } from './history-database.js';
import { keepPrivate } from './keep-private.js';
import { isDamage } from './sqlite.js';

/** Files up to this are read whole at start. A larger one would hold up the start: its damage shows when it is met. */
const CHECK_AT_START = 64 * 1024 * 1024;

/**
 * history.db on disk. A damaged file, found at start or on the way, is set aside whole and a new one begins: readings to come
 * are worth more than a repair in place, and what was set aside can still be read by hand. The newest of such sets is kept: a
 * card that wears out must not fill with them.
 */
export class HistoryFile implements Disposable {
  private readonly path: string;
  private readonly held = new Set<string>();
  /** Absent after a new file could not be begun; each use tries again, for a card may be writable later. */
  private database?: HistoryDatabase;
  /** The last row's number in the file that was replaced. */
  private lastSeq = 0;

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
    const database = (this.database ??= this.open());
    try {
      return work(database);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return work(this.replace(database, error));
    }
  }

  /** See `emptyLog`; of a file that could not be begun there is none. */
  emptyLog(): boolean {
    return this.database?.emptyLog() ?? true;
  }

  /** From now on retention waits for this destination. */
  hold(destination: string): void {
    this.held.add(destination);
  }

  [Symbol.dispose](): void {
    this.database?.[Symbol.dispose]();
  }

  private open(): HistoryDatabase {
    const small = existsSync(this.path) && statSync(this.path).size <= CHECK_AT_START;
    try {
      return this.openFile(small);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.setAside(error);
      return this.openFile(false);
    }
  }

  private openFile(checked: boolean): HistoryDatabase {
    keepPrivate(this.path, this.report);
    const database = openHistory(this.path, this.bounds, this.held, checked);
    // a destination may have a batch of the old file under way: no row of the new one may have a number of that batch
    if (this.lastSeq > database.lastSeq) database.readings.continueFrom(this.lastSeq);
    return database;
  }

  private replace(damaged: HistoryDatabase, cause: unknown): HistoryDatabase {
    this.lastSeq = Math.max(this.lastSeq, damaged.lastSeq);
    this.database = undefined;
    damaged.abandon();
    this.setAside(cause);
    return (this.database = this.openFile(false));
  }

  private setAside(cause: unknown): void {
    const aside = `${this.path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    try {
      for (const suffix of ['', '-wal', '-shm']) {
        if (existsSync(this.path + suffix)) renameSync(this.path + suffix, aside + suffix);
      }
    } catch (error) {
      this.report(`history.db is damaged (${messageOf(cause)}) and cannot be set aside: ${messageOf(error)}`);
      throw new GatewayError('unavailable', 'history could not be read or written: its file is damaged', { cause: error });
    }
    this.report(`history.db was damaged (${messageOf(cause)}): set aside as ${aside}, a new history begins`);
    this.dropOlder(aside);
  }

  private dropOlder(newest: string): void {
    const dir = dirname(this.path);
    const sets = readdirSync(dir).filter((name) => name.startsWith(`${basename(this.path)}.damaged-`));
    for (const name of sets.filter((name) => !name.startsWith(basename(newest)))) {
      try {
        rmSync(join(dir, name));
        this.report(`deleted ${name}: only the newest damaged history is kept`);
      } catch (error) {
        this.report(`cannot delete ${name}: ${messageOf(error)}`);
      }
    }
  }
}
