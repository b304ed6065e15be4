import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GatewayError, messageOf } from '../errors.js';
import { DiskFailure, Displaced } from './disk-failure.js';
import { type HistoryBounds, type HistoryDatabase, openHistory } from './history-database.js';
import { keepPrivate } from './keep-private.js';
import { placeOf } from './place.js';
import { diskTroubleOf, isDamage } from './sqlite.js';

/** Files up to this are read whole at start. A larger one would hold up the start: its damage shows when it is met. */
const CHECK_AT_START = 64 * 1024 * 1024;

/**
 * history.db on disk. A damaged file, found at start or on the way, is set aside whole and a new one begins: readings to come
 * are worth more than a repair in place, and what was set aside can still be read by hand. The newest of such sets is kept: a
 * card that wears out must not fill with them. One that was deleted while it was in use is begun anew likewise.
 */
export class HistoryFile implements Disposable {
  private readonly path: string;
  private readonly held = new Set<string>();
  /** Absent after a new file could not be begun; each use tries again, for a card may be writable later. */
  private database?: HistoryDatabase;
  /** The last row's number in the file that was replaced. */
  private lastSeq = 0;

  /**
   * On a disk that is full or fails it is opened when it can be.
   *
   * @param report is told when a damaged file was set aside, or when there is none yet
   * @param requireDirectory throws when the directory is not what it was
   */
  constructor(
    dir: string,
    private readonly bounds: HistoryBounds,
    private readonly report: (message: string) => void,
    private readonly requireDirectory: () => void = () => undefined,
  ) {
    this.path = join(dir, 'history.db');
    try {
      this.database = this.open();
    } catch (error) {
      if (!diskTroubleOf(error)) throw error;
      this.report(`${this.path} cannot be opened yet: ${messageOf(error)}`);
    }
  }

  get isOpen(): boolean {
    return this.database !== undefined;
  }

  /** As large as it is on disk. */
  get bytes(): number {
    return placeOf(this.path)?.size ?? 0;
  }

  /** Runs `work` on the database; when that meets damage, once more on a new one. */
  use<T>(work: (database: HistoryDatabase) => T): T {
    const database = (this.database ??= this.open());
    try {
      return work(database);
    } catch (error) {
      // what is refused has changed nothing
      if (!(error instanceof GatewayError) || error instanceof DiskFailure) database.isStale = true;
      if (isDamage(error)) return work(this.replace(database, error));
      if (error instanceof Displaced) return work(this.beginAnew(database));
      throw error;
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
    this.requireDirectory();
    const size = placeOf(this.path)?.size;
    if (size === 0) this.report(`${this.path} was empty: a new history begins`);
    const small = size !== undefined && size <= CHECK_AT_START;
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
    this.leave(damaged);
    this.setAside(cause);
    return (this.database = this.openFile(false));
  }

  private beginAnew(gone: HistoryDatabase): HistoryDatabase {
    this.requireDirectory();
    this.leave(gone);
    this.report(`${this.path} was deleted, moved or replaced while the gateway runs: what is there now is gone on with`);
    return (this.database = this.open());
  }

  private leave(database: HistoryDatabase): void {
    this.lastSeq = Math.max(this.lastSeq, database.lastSeq);
    this.database = undefined;
    database[Symbol.dispose]();
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
