import type { AuditKind, AuditRecord } from '../audit/entry.js';
import type { AuditPage, AuditQuery, AuditSlice } from '../audit/journal.js';
import type { ErrorCode } from '../errors.js';
import type { Json } from '../json.js';
import type { Change } from '../registry/state.js';
import type { ArrivalPage, ArrivalQuery } from '../sensors/arrival-log.js';
import type { Point, PointPage, PointQuery, SeriesQuery, StatisticsPage, StatisticsQuery } from '../sensors/history.js';
import type { Reckoning } from '../sensors/waiting-room.js';
import type { Lag, Slice } from './cursor.js';
import type { Refusal as Refused, Rejection } from './rejections.js';
import type { DiskTrouble } from './disk-failure.js';
import type { HistoryBounds, Moved } from './history-database.js';
import type { Untimely } from './held.js';
import type { Fate } from './readings.js';
import type { Swept } from './retention.js';
import type { Range, Unsent } from './unsent.js';

/** Why something was refused, in a form that passes between threads. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Present when it is the disk that would not. */
  readonly trouble?: DiskTrouble;
  readonly message: string;
}

/** The fates of points, or why none of them is kept. */
export type Appending = readonly Fate[] | Refusal;

export interface Appended {
  /** For each append the fates of its points, or why none of them is kept. */
  readonly outcomes: readonly Appending[];
  /** history.db is over its budget. */
  readonly overBudget: boolean;
  /** The disk is nearly full: what may go should go now. */
  readonly nearlyFull: boolean;
  /** How many rows wait to be rolled up. */
  readonly behind: number;
}

/** What the thread that owns the databases does for the main thread; everything is copied on the way. */
export interface StoreCalls {
  /** @returns whether history could be opened: on a disk that is full or fails it is when it can be */
  open(dir: string, bounds: HistoryBounds): boolean;
  load(collection: string): readonly (readonly [id: string, body: Json])[];
  commit(changes: readonly Change[]): void;
  append(appends: readonly (readonly Point[] | Untimely)[]): Appended;
  release(now: Reckoning, isKnown: boolean): Moved<Appending>;
  waiting(): readonly Point[];
  query(query: PointQuery): PointPage;
  arrivals(query: ArrivalQuery): ArrivalPage;
  statistics(query: StatisticsQuery): StatisticsPage;
  latest(measurement: string, before?: number): readonly Point[];
  newestOfEach(query: SeriesQuery): PointPage;
  hold(destination: string): void;
  /** @param used the destinations that there are */
  forgetUnused(used: readonly string[]): void;
  unsent(destination: string): Unsent;
  read(range: Range, limit: number): Slice;
  present(destination: string, seqs: readonly number[]): readonly number[];
  settle(destination: string, unsent: Unsent, refusals: readonly Refused[], now: number, done: readonly number[]): void;
  lag(destination: string): Lag;
  rejections(destination: string): readonly Rejection[];
  again(destination: string, limit: number): readonly Rejection[];
  sendAgain(destination: string, seqs?: readonly number[]): number;
  sentAgain(destination: string, taken: readonly number[], refusals: readonly Refused[], now: number): void;
  forget(destination: string, seqs?: readonly number[]): number;
  auditDamage(): string | undefined;
  auditAppend(records: readonly AuditRecord[], anew?: readonly AuditKind[]): void;
  auditSlice(after: number, limit: number): AuditSlice;
  auditPage(query: AuditQuery): AuditPage;
  /** @returns whether there is more to roll up */
  rollUp(): boolean;
  /** @param now ms since the epoch */
  sweepBudget(now: number): Swept;
  /**
   * @param now ms since the epoch
   * @param at the same moment by the clock that never jumps
   */
  sweepAge(now: number, at: number): Swept;
  /** For a disk that is full. @param now ms since the epoch */
  sweepSent(now: number): Swept;
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
