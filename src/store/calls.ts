import type { AuditKind, AuditRecord } from '../audit/entry.js';
import type { AuditPage, AuditQuery, AuditSlice } from '../audit/journal.js';
import type { ErrorCode } from '../errors.js';
import type { Json } from '../json.js';
import type { Change } from '../registry/state.js';
import type { Point, PointPage, PointQuery, StatisticsPage, StatisticsQuery } from '../sensors/history.js';
import type { Rejection } from './cursors.js';
import type { HistoryBounds } from './history-database.js';
import type { Fate, Row } from './readings.js';
import type { Swept } from './retention.js';

/** Why something was refused, in a form that passes between threads. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

export interface Appended {
  /** For each append the fates of its points, or why none of them is kept. */
  readonly outcomes: readonly (readonly Fate[] | Refusal)[];
  /** history.db is over its budget. */
  readonly overBudget: boolean;
  /** How many rows wait to be rolled up. */
  readonly behind: number;
}

/** What the thread that owns the databases does for the main thread; everything is copied on the way. */
export interface StoreCalls {
  open(dir: string, bounds: HistoryBounds): void;
  load(collection: string): readonly (readonly [id: string, body: Json])[];
  commit(changes: readonly Change[]): void;
  append(appends: readonly (readonly Point[])[]): Appended;
  query(query: PointQuery): PointPage;
  statistics(query: StatisticsQuery): StatisticsPage;
  latest(measurement: string): readonly Point[];
  hold(destination: string): void;
  read(destination: string, limit: number): readonly Row[];
  advance(destination: string, seq: number, rejections: readonly Rejection[], now: number): void;
  rejected(destination: string): readonly (Rejection & { readonly time: number })[];
  auditDamage(): string | undefined;
  auditAppend(records: readonly AuditRecord[], anew?: readonly AuditKind[]): void;
  auditSlice(after: number, limit: number): AuditSlice;
  auditPage(query: AuditQuery): AuditPage;
  /** @returns whether there is more to roll up */
  rollUp(): boolean;
  /** @param now ms since the epoch */
  sweepBudget(now: number): Swept;
  /** @param now ms since the epoch */
  sweepAge(now: number): Swept;
  /** @returns whether the write-ahead logs are empty: all that is stored is in the files themselves */
  emptyLogs(): boolean;
  close(): void;
}

export type CallName = keyof StoreCalls;

/** Main thread to worker: one call. Each is answered once, in order. */
export interface Request {
  readonly id: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

/** Worker to main thread: an answer, or something that the log should say. A `fault` is a mistake of ours, no refusal. */
export type Message =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly fault: string }
  | { readonly report: string };
