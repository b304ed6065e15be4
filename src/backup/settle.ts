import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bounded } from '../audit/entry.js';
import { AuditFile } from '../store/audit-file.js';
import { openHistory } from '../store/history-database.js';
import { type Database, emptyLog, openDatabase, textOf } from '../store/sqlite.js';
import type { Manifest } from './manifest.js';

/** How what was unpacked is to live on. */
export interface NewLife {
  /** A new identifier for a gateway that runs beside the one that was backed up; unless given, it takes that one's place. */
  readonly newIdentity?: string | undefined;
  /** Lets every destination have the whole history once more. */
  readonly sendAgain: boolean;
  /** ms since the epoch */
  readonly now: number;
}

/** What let somebody in: what was revoked since the backup was made must not be good again. */
const LET_IN = ['sessions', 'keys', 'revoked-tokens'];
/** All that a gateway beside the other one takes along: who may call it, and what people said of devices. */
const COPIED = ['clients', 'tenants', 'devices', 'auth'];
const DAY_MS = 86_400_000;

/** Lets what was unpacked in `dir` become a gateway that does nothing only because the backup says so. */
export function settle(dir: string, manifest: Manifest, life: NewLife): void {
  settleState(join(dir, 'state.db'), life);
  if (manifest.files.some(({ name }) => name === 'history.db')) settleHistory(join(dir, 'history.db'), manifest, life);
  if (life.newIdentity !== undefined) {
    rmSync(join(dir, 'audit.db'), { force: true });
    rmSync(join(dir, 'tls'), { recursive: true, force: true });
  }
  settleAudit(dir, manifest, life.now);
}

function settleState(path: string, { newIdentity }: NewLife): void {
  using state = opened(path);
  const { database } = state;
  database.transaction(() => {
    for (const collection of LET_IN) database.prepare('DELETE FROM documents WHERE collection = ?').run(collection);
    for (const id of drivenLines(database))
      database.prepare("DELETE FROM documents WHERE collection = 'gpio-lines' AND id = ?").run(id);
    if (newIdentity === undefined) return;
    database.prepare(`DELETE FROM documents WHERE collection NOT IN (${COPIED.map(() => '?').join(', ')})`).run(...COPIED);
    database.prepare("INSERT INTO documents VALUES ('gateway', 'identity', ?)").run(JSON.stringify(newIdentity));
  });
}

/** The lines that clients have made outputs: none is one because a backup says so. What the configuration says still holds. */
export function drivenLines(state: Database): readonly string[] {
  return state
    .prepare("SELECT id, body FROM documents WHERE collection = 'gpio-lines' ORDER BY id")
    .all()
    .filter(({ body }) => (JSON.parse(textOf(body)) as { settings?: { direction?: string } }).settings?.direction !== 'INPUT')
    .map(({ id }) => textOf(id));
}

/**
 * Readings to come get numbers that the backed-up gateway has not given since: whoever has read behind one of those would never see
 * them. No gateway stores 1000 readings a second for long, so a number for each ms that has gone by is enough.
 */
function settleHistory(path: string, { madeAt }: Manifest, { newIdentity, sendAgain, now }: NewLife): void {
  const lastSeq = rolledUp(path);
  using history = opened(path);
  const { database } = history;
  const next = lastSeq + Math.max(DAY_MS, now - Date.parse(madeAt));
  database.transaction(() => {
    database.exec("DELETE FROM sqlite_sequence WHERE name = 'readings'");
    database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('readings', ?)").run(next);
    database.prepare('UPDATE rolled_up SET seq = ? WHERE seq = ?').run(next, lastSeq);
    database.prepare('UPDATE cursors SET seq = ? WHERE seq = ?').run(next, lastSeq);
    if (newIdentity !== undefined) {
      database.prepare("UPDATE cursors SET seq = ?, behind = '[]'").run(next);
      database.exec('DELETE FROM rejections');
    }
    if (sendAgain) database.exec('DELETE FROM cursors');
  });
}

/** Lets roll-ups follow to the end. @returns the number of the last reading */
function rolledUp(path: string): number {
  using history = openHistory(path, { maxSeries: Number.MAX_SAFE_INTEGER, maxBytes: Number.MAX_SAFE_INTEGER }, new Set(), false);
  while (history.rollups.step());
  return history.lastSeq;
}

function settleAudit(dir: string, { gatewayId, madeAt }: Manifest, at: number): void {
  using audit = new AuditFile(dir, () => undefined);
  audit.append([{ kind: 'EVENT', at, ...bounded({ what: 'restored', target: `backup of ${gatewayId}, ${madeAt}` }) }]);
}

/** With an empty log when it is closed, so that the file alone is all. */
function opened(path: string): Disposable & { readonly database: Database } {
  const database = openDatabase(path);
  return {
    database,
    [Symbol.dispose]() {
      emptyLog(database);
      database.close();
    },
  };
}
