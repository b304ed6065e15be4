/**
 * Each kind has a chain and a bound of its own, so that however many are refused, they push out nothing but each other:
 * `EVENT` is one thing that happened, `COUNT` says how often the same has happened within a minute.
 */
export type AuditKind = 'EVENT' | 'COUNT';
export const KINDS: readonly AuditKind[] = ['EVENT', 'COUNT'];

/** Who did what, from where, with which outcome. Never a secret: see `src/http/audit-trail.ts` for what is taken of a request. */
export interface AuditNote {
  /** An operationId, or an event such as `started`. */
  readonly what: string;
  /** The `clientId`; absent when nobody knows. */
  readonly client?: string;
  readonly tenant?: string;
  /** The path, without its query. */
  readonly target?: string;
  /** The address that it came from. */
  readonly from?: string;
  /** The HTTP status; absent for an event that has none. */
  readonly outcome?: number;
}

/** A note with its time, ready for the chain. */
export interface AuditRecord extends AuditNote {
  readonly kind: AuditKind;
  /** ms since the epoch; of a `COUNT` the first time. */
  readonly at: number;
  /** Of a `COUNT`, the last time. */
  readonly until?: number;
  /** Of a `COUNT`, how often. */
  readonly count?: number;
}

/** A link of a chain. */
export interface AuditEntry extends AuditRecord {
  /** Grows from entry to entry, over both kinds; of one kind there are gaps. */
  readonly number: number;
  /** The hash of the entry of this kind before it, in hex. */
  readonly previous: string;
  /** SHA-256 of all the rest, in hex. */
  readonly hash: string;
}

const LONGEST = { what: 64, client: 64, tenant: 128, target: 256, from: 64 } as const;

/** A note whose texts are within their bounds: what is longer is cut, for it comes from whoever calls. */
export function bounded(note: AuditNote): AuditNote {
  const { what, client, tenant, target, from, outcome } = note;
  return {
    what: what.slice(0, LONGEST.what),
    ...(client === undefined ? {} : { client: client.slice(0, LONGEST.client) }),
    ...(tenant === undefined ? {} : { tenant: tenant.slice(0, LONGEST.tenant) }),
    ...(target === undefined ? {} : { target: target.slice(0, LONGEST.target) }),
    ...(from === undefined ? {} : { from: from.slice(0, LONGEST.from) }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
