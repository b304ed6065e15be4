import { basename } from 'node:path';
import { type DiskTrouble, Displaced, DiskFailure } from './disk-failure.js';
import { placeOf } from './place.js';
import { type Database, diskTroubleOf, emptyLog, isBusy, openDatabase, type Statement } from './sqlite.js';
import { writeAnew } from './write-anew.js';

/** As SQLite has it: 4 MB. */
const LOG_PAGES = 1000;
const PAGE = 4096;
/** Beyond it nothing is written, unless a file has a bound of its own. */
export const LOG_MOST = 64 * 1024 * 1024;

export interface LogBounds {
  /** After so many pages in the log SQLite puts them into the file, and of what was larger for once no more is left. */
  readonly pages?: number;
  /**
   * Beyond so many bytes somebody else reads the file and does not end: the log cannot begin anew, and would grow for as long as
   * there is disk.
   */
  readonly most?: number;
}

/** For a file that has to live with little of the disk: it needs as much again for its log. */
export const SMALL_LOG: LogBounds = { pages: 64 };

/**
 * A database of which a transaction that has returned is on disk, whatever the disk does.
 *
 * A commit that fails may be in the write-ahead log all the same, not flushed, where the next who opens the file would take it for
 * made. So nothing else is written after a failure before a commit that changes nothing has taken its place there, and has been
 * flushed; then the file is closed and opened anew. What a process before this one has left in the log is written anew before
 * SQLite reads it.
 */
export class SteadyDatabase implements Database {
  private connection: Database | undefined;
  private doubt: DiskTrouble | undefined;
  private file: string | undefined;
  private logFile: string | undefined;

  /** @throws what SQLite or the file system says */
  constructor(
    private readonly path: string,
    private readonly log: LogBounds = {},
  ) {
    this.connection = this.connect();
  }

  exec(sql: string): void {
    this.open.exec(sql);
  }

  prepare(sql: string): Statement {
    return this.open.prepare(sql);
  }

  tentatively<T>(work: () => T): T {
    return this.open.tentatively(work);
  }

  /** @throws DiskFailure, or what SQLite says; then nothing of it is kept */
  transaction<T>(work: () => T): T {
    try {
      this.settle();
      this.boundLog();
      return this.open.transaction(() => {
        const result = work();
        this.requireInPlace();
        return result;
      });
    } catch (error) {
      this.doubtAfter(error);
      throw error;
    }
  }

  /** The log goes into the file first, as far as that can be done. */
  close(): void {
    try {
      this.connection?.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // what is in the log is safe there, and is found at the next start
    }
    this.abandon();
  }

  /** Closes the file as it is. */
  abandon(): void {
    const { connection } = this;
    this.connection = undefined;
    try {
      connection?.close();
    } catch {
      // on a disk that fails; the file is closed all the same
    }
  }

  private get open(): Database {
    return (this.connection ??= this.connect());
  }

  private connect(): Database {
    if (this.file !== undefined) this.requireFile();
    writeAnew(this.logPath);
    const { pages = LOG_PAGES } = this.log;
    const connection = openDatabase(this.path);
    try {
      connection.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
        PRAGMA journal_size_limit = ${pages * PAGE}; PRAGMA wal_autocheckpoint = ${pages}`);
      connection.exec('SELECT count(*) FROM sqlite_schema'); // opens the log
      this.file = placeOf(this.path)?.id;
      this.logFile = placeOf(this.logPath)?.id;
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  private doubtAfter(error: unknown): void {
    const trouble = isBusy(error) ? undefined : diskTroubleOf(error);
    this.doubt = trouble ?? this.doubt;
    if (trouble !== 'failing' || error instanceof DiskFailure) return;
    try {
      this.touch(); // now, for the process may not live to settle it
    } catch {
      // when the next is written
    }
  }

  private settle(): void {
    if (this.doubt) {
      this.requireFile();
      if (this.doubt === 'full') this.reuseLog();
      this.touch();
      if (this.doubt === 'failing') this.abandon();
      this.doubt = undefined;
    }
    if (this.isInPlace) return;
    this.requireFile();
    // only the log was deleted: SQLite has it still, and puts what is in it where it belongs
    if (!emptyLog(this.open)) throw this.heldUp();
    this.abandon();
  }

  /** What the log has of the disk is enough for what is small, once what it holds is in the file. */
  private reuseLog(): void {
    try {
      this.open.prepare('PRAGMA wal_checkpoint(RESTART)').get();
    } catch {
      // the file has to grow for it, and cannot
    }
  }

  /** A commit of what there is already: it needs a page of the log, and a flush. */
  private touch(): void {
    const [version] = Object.values(this.open.prepare('PRAGMA user_version').get() ?? {});
    this.open.exec(`PRAGMA user_version = ${Number(version)}`);
  }

  private boundLog(): void {
    if ((placeOf(this.logPath)?.size ?? 0) > (this.log.most ?? LOG_MOST) && !emptyLog(this.open)) throw this.heldUp();
  }

  private heldUp(): DiskFailure {
    const [log, file] = [basename(this.logPath), basename(this.path)];
    return new DiskFailure('failing', `${log} cannot begin anew: another program has been reading ${file} for too long`);
  }

  private requireFile(): void {
    if (placeOf(this.path)?.id !== this.file) throw new Displaced(basename(this.path));
  }

  private requireInPlace(): void {
    this.requireFile();
    if (!this.isInPlace) throw new DiskFailure('failing', `${basename(this.logPath)} was deleted while the gateway runs`);
  }

  private get isInPlace(): boolean {
    return !this.connection || (placeOf(this.path)?.id === this.file && placeOf(this.logPath)?.id === this.logFile);
  }

  private get logPath(): string {
    return `${this.path}-wal`;
  }
}
