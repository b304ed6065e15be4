import type { Ends } from './chain.js';
import type { AuditEntry, AuditKind, AuditRecord } from './entry.js';

export interface AuditSlice {
  /** Of both kinds, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** As they were when the entries were read. */
  readonly ends: Ends;
}

export interface AuditQuery {
  /** Only entries with a smaller number. */
  readonly before?: number;
  /** ms since the epoch, included. */
  readonly from?: number;
  /** ms since the epoch, not included. */
  readonly to?: number;
  /** Exactly this. */
  readonly what?: string;
  /** A path; entries of what is below it count too. */
  readonly target?: string;
  readonly client?: string;
  readonly tenant?: string;
  readonly outcome?: number;
  readonly limit: number;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** Present when there may be more: the `before` of the next page. */
  readonly next?: number;
}

/** Where entries are kept: appended, never changed, the oldest of each kind gone when there are too many. */
export interface AuditJournal {
  /** @returns why the file that was there could not be used and was set aside; undefined when all is well */
  damage(): Promise<string | undefined>;
  /**
   * Chains the records and keeps them all, or none.
   *
   * @param anew the kinds whose chain begins anew with these, because the one before is broken
   * @returns when they are on disk and survive a power cut
   * @throws GatewayError `unavailable`
   */
  append(records: readonly AuditRecord[], anew?: readonly AuditKind[]): Promise<void>;
  /**
   * Entries with a greater number, for whoever follows the chains.
   *
   * @param limit at most 1000
   */
  slice(after: number, limit: number): Promise<AuditSlice>;
  /** It may look at only so many entries in one go, and find fewer than `limit` although there are more. */
  page(query: AuditQuery): Promise<AuditPage>;
}
