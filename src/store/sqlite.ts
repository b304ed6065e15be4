import { GatewayError } from '../errors.js';
import { DiskFailure, type DiskTrouble } from './disk-failure.js';
import { libsqlDriver } from './libsql.js';
import { nodeSqliteDriver } from './node-sqlite.js';

/** Of bytes node:sqlite gives a Uint8Array, libsql an ArrayBuffer. */
export type SqlValue = null | number | string | Uint8Array | ArrayBuffer;
/** @throws Error for anything but text, which no column that we ask for it holds */
export function textOf(value: SqlValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error(`the database has ${value === null ? 'null' : typeof value} where text was expected`);
}

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A prepared statement; every call is synchronous and throws what SQLite says. */
export interface Statement {
  /** @returns how many rows were changed */
  run(...params: readonly SqlValue[]): number;
  get(...params: readonly SqlValue[]): SqlRow | undefined;
  all(...params: readonly SqlValue[]): readonly SqlRow[];
  /** Rows one by one; the database must not be changed meanwhile. */
  iterate(...params: readonly SqlValue[]): Iterable<SqlRow>;
}

/** As much of SQLite as we use, synchronous, for one thread. */
export interface Database {
  exec(sql: string): void;
  /** The same text gives the same statement: prepared once, kept until the database is closed. */
  prepare(sql: string): Statement;
  /** All that `work` does, or nothing of it when it throws. Does not nest. */
  transaction<T>(work: () => T): T;
  /** What `work` finds after what it does; then all that it did is taken back. Does not nest. */
  tentatively<T>(work: () => T): T;
  close(): void;
}

/** One way to SQLite. */
export interface Driver {
  readonly name: string;
  open(path: string): Database;
}

/** The drivers that this runtime has, the preferred one first. */
export function sqliteDrivers(): readonly Driver[] {
  return [nodeSqliteDriver(), libsqlDriver()].filter((driver) => driver !== undefined);
}

/** @throws GatewayError `unavailable` when neither node:sqlite nor libsql is there */
export function openDatabase(path: string): Database {
  const driver = sqliteDrivers()[0];
  if (driver) return driver.open(path);
  throw new GatewayError(
    'unavailable',
    `no SQLite in Node ${process.versions.node}: use Node 22.13 or later, or install the optional dependency libsql`,
  );
}

const BUSY = 5;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;
/** An extended code: no room for the index of the write-ahead log. */
const NO_ROOM_FOR_INDEX = 10 | (19 << 8);

/** Whether what was thrown says that the file's content is damaged, rather than that it cannot be reached. */
export function isDamage(thrown: unknown): boolean {
  const code = resultCode(thrown);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

export function isBusy(thrown: unknown): boolean {
  return resultCode(thrown) === BUSY;
}

const FAILURES: ReadonlyMap<number, string> = new Map([
  [FULL, 'the disk is full'],
  [IO_ERROR, 'I/O error'],
  [READ_ONLY, 'the disk is read-only'],
  [CANNOT_OPEN, 'its file cannot be opened'],
  [BUSY, 'another program holds its file'],
]);

/** What a client may know of a failure of SQLite or of the disk; undefined when what was thrown is neither's. */
export function failureOf(thrown: unknown): string | undefined {
  if (isFull(thrown)) return FAILURES.get(FULL);
  if (isOfTheFileSystem(thrown)) return FAILURES.get(IO_ERROR);
  const code = resultCode(thrown);
  return code === undefined ? undefined : (FAILURES.get(code) ?? 'its database failed');
}

/** What is wrong with the disk, so that the same may well succeed later; undefined when it is something else. */
export function diskTroubleOf(thrown: unknown): DiskTrouble | undefined {
  if (thrown instanceof DiskFailure) return thrown.trouble;
  if (isFull(thrown)) return 'full';
  return isOfTheFileSystem(thrown) || FAILURES.has(resultCode(thrown) ?? 0) ? 'failing' : undefined;
}

function isFull(thrown: unknown): boolean {
  const code = extendedCode(thrown);
  return (code !== undefined && ((code & 0xff) === FULL || code === NO_ROOM_FOR_INDEX)) || nodeCode(thrown) === 'ENOSPC';
}

/** Of what Node's own calls throw, whatever names a call of the system. */
function isOfTheFileSystem(thrown: unknown): boolean {
  return nodeCode(thrown) !== undefined && (thrown as { syscall?: unknown }).syscall !== undefined;
}

function nodeCode(thrown: unknown): unknown {
  return thrown instanceof Error ? (thrown as { code?: unknown }).code : undefined;
}

/** SQLite's primary result code. */
function resultCode(thrown: unknown): number | undefined {
  const code = extendedCode(thrown);
  return code === undefined ? undefined : code & 0xff;
}

/** node:sqlite calls it `errcode`, libsql `rawCode`. */
function extendedCode(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { errcode, rawCode } = thrown as { errcode?: unknown; rawCode?: unknown };
  const code = errcode ?? rawCode;
  return typeof code === 'number' ? code : undefined;
}

/**
 * Takes all that is in the write-ahead log into the file, and empties it. Waits for nobody.
 *
 * @returns whether it is empty: not while somebody reads what was before, as a backup does
 */
export function emptyLog(database: Database): boolean {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } finally {
    database.exec('PRAGMA busy_timeout = 5000');
  }
}

/** @throws Error as SQLite would for damage, when `PRAGMA quick_check` finds any */
export function quickCheck(database: Database): void {
  const found = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (found !== 'ok') throw Object.assign(new Error(textOf(found)), { errcode: CORRUPT });
}
