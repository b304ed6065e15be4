import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { chained, type ChainEnds, NO_CHAIN } from '../audit/chain.js';
import { type AuditEntry, type AuditKind, type AuditRecord, KINDS } from '../audit/entry.js';
import type { AuditPage, AuditQuery, AuditSlice } from '../audit/journal.js';
import { isWithin } from '../audit/is-within.js';
import { messageOf } from '../errors.js';
import { keepPrivate } from './keep-private.js';
import { type Database, emptyLog, isDamage, quickCheck, type SqlRow, textOf } from './sqlite.js';
import { SMALL_LOG, SteadyDatabase } from './steady-database.js';

export interface AuditBounds {
  /** How many entries of each kind. */
  readonly entries: Readonly<Record<AuditKind, number>>;
  readonly maxBytes: number;
}

const AUDIT_BOUNDS: AuditBounds = { entries: { EVENT: 80_000, COUNT: 20_000 }, maxBytes: 32 * 2 ** 20 };
/** The newest that this gateway knows. */
export const AUDIT_SCHEMA = 1;
/** So many go at once, so that not every append has to make room. */
const CHUNK = 500;
/** So many are looked at in one go: no reading waits longer for the disk than that takes. */
const LOOKED_AT = 500;

/**
 * audit.db: entries in chains, one per kind, in a file of its own. Its pages are no part of what state and history flush, and a
 * copy of it alone can be given to whoever audits.
 */
export class AuditFile implements Disposable {
  /** Why the file that was there was set aside. */
  readonly damage: string | undefined;
  private readonly database: Database;
  private readonly ends: Record<AuditKind, ChainEnds>;
  private readonly counts: Record<AuditKind, number>;
  private newest: number;

  constructor(
    dir: string,
    report: (message: string) => void,
    private readonly bounds: AuditBounds = AUDIT_BOUNDS,
  ) {
    const path = join(dir, 'audit.db');
    keepPrivate(path, report);
    try {
      this.database = openAudit(path);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.damage = `audit.db was damaged (${messageOf(error)}) and is set aside as ${setAside(path)}`;
      keepPrivate(path, report);
      this.database = openAudit(path);
    }
    this.ends = this.readEnds();
    // whatever was done to the file, no entry gets a number that there is already
    const { newest } = this.database.prepare('SELECT max(number) AS newest FROM entries').get() ?? {};
    this.newest = Math.max(Number(newest ?? 0), ...KINDS.map((kind) => this.ends[kind].headNumber));
    this.counts = { EVENT: this.countOf('EVENT'), COUNT: this.countOf('COUNT') };
  }

  append(records: readonly AuditRecord[], anew: readonly AuditKind[] = []): void {
    const { newest } = this;
    const before = { ends: { ...this.ends }, counts: { ...this.counts } };
    try {
      this.database.transaction(() => {
        for (const kind of anew) this.ends[kind] = { ...this.ends[kind], head: NO_CHAIN.head };
        for (const record of records) this.add(record);
        this.makeRoom();
        for (const kind of KINDS) this.writeEnds(kind);
      });
    } catch (error) {
      Object.assign(this.ends, before.ends);
      Object.assign(this.counts, before.counts);
      this.newest = newest;
      throw error;
    }
  }

  slice(after: number, limit: number): AuditSlice {
    const rows = this.database.prepare('SELECT * FROM entries WHERE number > ? ORDER BY number LIMIT ?').all(after, limit);
    return { entries: rows.map(toEntry), ends: this.ends };
  }

  page(query: AuditQuery): AuditPage {
    const { before = Number.MAX_SAFE_INTEGER, limit } = query;
    const sql = 'SELECT * FROM entries WHERE number < ? ORDER BY number DESC LIMIT ?';
    const rows = this.database.prepare(sql).all(before, LOOKED_AT);
    const entries: AuditEntry[] = [];
    const isWanted = filterOf(query);
    for (const row of rows) {
      const entry = toEntry(row);
      if (isWanted(entry)) entries.push(entry);
      if (entries.length === limit) return { entries, next: entry.number };
    }
    const last = rows.length < LOOKED_AT ? undefined : rows.at(-1);
    return { entries, ...(last ? { next: Number(last.number) } : {}) };
  }

  /** See `emptyLog`. */
  emptyLog(): boolean {
    return emptyLog(this.database);
  }

  [Symbol.dispose](): void {
    this.database.close();
  }

  private add(record: AuditRecord): void {
    const ends = this.ends[record.kind];
    const number = ++this.newest;
    const entry = chained(record, number, ends.head);
    const values = COLUMNS.map((column) => entry[column] ?? null);
    this.database.prepare(`INSERT INTO entries VALUES (${COLUMNS.map(() => '?').join(', ')})`).run(...values);
    this.ends[record.kind] = { ...ends, head: entry.hash, headNumber: number };
    this.counts[record.kind]++;
  }

  private makeRoom(): void {
    for (const kind of KINDS) while (this.counts[kind] > this.bounds.entries[kind]) this.dropOldest(kind);
    // what is fullest gives way, and no kind ever loses its newest
    while (this.bytes > this.bounds.maxBytes && Math.max(...Object.values(this.counts)) > 1) this.dropOldest(this.fullest);
  }

  private get fullest(): AuditKind {
    const { EVENT, COUNT } = this.bounds.entries;
    return this.counts.EVENT / EVENT >= this.counts.COUNT / COUNT ? 'EVENT' : 'COUNT';
  }

  /** The hash of the last that goes stays, so that the chain can be followed from there. */
  private dropOldest(kind: AuditKind): void {
    const few = Math.min(CHUNK, this.counts[kind] - 1);
    const sql = 'SELECT number, hash FROM entries WHERE kind = ? ORDER BY number LIMIT 1 OFFSET ?';
    const last = this.database.prepare(sql).get(kind, few - 1);
    if (!last) throw new Error(`there are no ${few} entries of ${kind}`);
    const dropped = this.database.prepare('DELETE FROM entries WHERE kind = ? AND number <= ?').run(kind, last.number ?? 0);
    this.ends[kind] = { ...this.ends[kind], anchor: textOf(last.hash), anchorNumber: Number(last.number) };
    this.counts[kind] -= dropped;
  }

  private get bytes(): number {
    const value = (pragma: string) => Number(Object.values(this.database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
    return (value('page_count') - value('freelist_count')) * value('page_size');
  }

  private readEnds(): Record<AuditKind, ChainEnds> {
    const ends = { EVENT: NO_CHAIN, COUNT: NO_CHAIN };
    for (const { kind, anchor, anchorNumber, head, headNumber } of this.database.prepare('SELECT * FROM ends').all())
      if (kind === 'EVENT' || kind === 'COUNT')
        ends[kind] = {
          anchor: textOf(anchor),
          anchorNumber: Number(anchorNumber),
          head: textOf(head),
          headNumber: Number(headNumber),
        };
    return ends;
  }

  private writeEnds(kind: AuditKind): void {
    const { anchor, anchorNumber, head, headNumber } = this.ends[kind];
    const sql = 'INSERT OR REPLACE INTO ends VALUES (?, ?, ?, ?, ?)';
    this.database.prepare(sql).run(kind, anchor, anchorNumber, head, headNumber);
  }

  private countOf(kind: AuditKind): number {
    return Number(this.database.prepare('SELECT count(*) AS count FROM entries WHERE kind = ?').get(kind)?.count);
  }
}

const COLUMNS = [
  ...(['number', 'kind', 'at', 'until', 'what', 'client', 'tenant', 'target', 'from', 'outcome', 'count'] as const),
  ...(['previous', 'hash'] as const),
];

function openAudit(path: string): Database {
  const database = new SteadyDatabase(path, SMALL_LOG);
  try {
    quickCheck(database);
    const [version] = Object.values(database.prepare('PRAGMA user_version').get() ?? {});
    if (version === 1) return database; // nothing is written for a start
    database.exec(`
      BEGIN IMMEDIATE;
      CREATE TABLE IF NOT EXISTS entries (
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER, what TEXT NOT NULL, client TEXT,
        tenant TEXT, target TEXT, "from" TEXT, outcome INTEGER, count INTEGER, previous TEXT NOT NULL, hash TEXT NOT NULL
      );
      CREATE TABLE IF NOT EXISTS ends (
        kind TEXT PRIMARY KEY, anchor TEXT NOT NULL, anchorNumber INTEGER NOT NULL, head TEXT NOT NULL,
        headNumber INTEGER NOT NULL
      ) WITHOUT ROWID;
      PRAGMA user_version = ${AUDIT_SCHEMA};
      COMMIT`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What was damaged can still be read by hand. */
function setAside(path: string): string {
  const aside = `${path}.damaged`;
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  return aside;
}

/** An attacker may have put anything there, and it is looked at as it is. */
function toEntry(row: SqlRow): AuditEntry {
  const present = COLUMNS.flatMap((column) => (row[column] === null ? [] : [[column, row[column]] as const]));
  return Object.fromEntries(present) as unknown as AuditEntry;
}

function filterOf({ from, to, what, target: place, client, tenant, outcome }: AuditQuery): (entry: AuditEntry) => boolean {
  const isThere = place === undefined ? undefined : isWithin(place);
  return (entry) =>
    (from === undefined || (entry.until ?? entry.at) >= from) &&
    (to === undefined || entry.at < to) &&
    (what === undefined || entry.what === what) &&
    (client === undefined || entry.client === client) &&
    (tenant === undefined || entry.tenant === tenant) &&
    (outcome === undefined || entry.outcome === outcome) &&
    (!isThere || (typeof entry.target === 'string' && isThere(entry.target)));
}
