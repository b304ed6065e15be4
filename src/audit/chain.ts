import { createHash } from 'node:crypto';
import type { AuditEntry, AuditKind, AuditRecord } from './entry.js';

/** What the first entry of a chain says of the one before it. */
export const BEGINNING = '0'.repeat(64);
/** What the first entry of a chain is that took the place of a broken one. */
export const BROKEN = 'chainBroken';

/** Where a chain of one kind begins and ends. */
export interface ChainEnds {
  /** The hash of the entry before the oldest that is kept; `BEGINNING` when none has gone yet. */
  readonly anchor: string;
  /** The number of that entry, or 0. */
  readonly anchorNumber: number;
  /** The hash of the newest entry, or the anchor when there is none. */
  readonly head: string;
  readonly headNumber: number;
}

export type Ends = Readonly<Record<AuditKind, ChainEnds>>;

/** A chain without entries. */
export const NO_CHAIN: ChainEnds = Object.freeze({ anchor: BEGINNING, anchorNumber: 0, head: BEGINNING, headNumber: 0 });

export interface AuditFault {
  /** Of the entry where it shows. */
  readonly number: number;
  readonly reason: string;
}

/**
 * SHA-256 over the entry as a JSON array in a fixed order, absent values as null: an array has one spelling, and nothing in a text
 * can look like the border between two values.
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { number, kind, previous, at, until, what, client, tenant, target, from, outcome, count } = entry;
  const values = [number, kind, previous, at, until, what, client, tenant, target, from, outcome, count];
  return createHash('sha256')
    .update(JSON.stringify(values.map((value) => value ?? null)))
    .digest('hex');
}

/** The record as the next link. */
export function chained(record: AuditRecord, number: number, previous: string): AuditEntry {
  const entry = { ...record, number, previous };
  return { ...entry, hash: hashOf(entry) };
}

/** Whether the entry says that the chain before it is broken. */
export function beginsAnew({ previous, what }: AuditEntry): boolean {
  return previous === BEGINNING && what === BROKEN;
}

/** Follows the chain of one kind, oldest first, and says where it does not hold. It goes on after a fault, to find all of them. */
export class ChainCheck {
  private expected: string | undefined;
  private last = 0;

  /** @param expected what the first entry says of the one before it: `BEGINNING`, or undefined in the middle of a chain */
  constructor(expected: string | undefined) {
    this.expected = expected;
  }

  /** @param ends as they were when the entry was read: what had to go for its age, also since the check began, is no fault */
  follow(entry: AuditEntry, ends: ChainEnds): AuditFault | undefined {
    if (this.expected !== undefined && ends.anchorNumber > this.last) this.expected = ends.anchor;
    const expected = this.expected ?? entry.previous;
    this.expected = entry.hash;
    this.last = entry.number;
    if (hashOf(entry) !== entry.hash) return { number: entry.number, reason: 'this entry was changed' };
    if (beginsAnew(entry)) return { number: entry.number, reason: `a new chain begins here: ${entry.target ?? ''}` };
    if (entry.previous !== expected)
      return { number: entry.number, reason: 'what was before this entry was taken away or changed' };
    return undefined;
  }

  /** After the newest entry. */
  end(ends: ChainEnds): AuditFault | undefined {
    if (this.expected === undefined || ends.head === this.expected) return undefined;
    return { number: ends.headNumber, reason: `the entries after ${this.last} are missing` };
  }
}
