/** What is counted. Points that were taken and not added are given back; everything else only grows. */
export interface Counts {
  /** GET and HEAD that were let in. */
  reads: number;
  /** All other requests that were let in. */
  writes: number;
  /** Requests that were refused for a limit or a quota. */
  refused: number;
  /** Bytes of the bodies of answers. */
  bytesSent: number;
  /** Readings that were added. */
  points: number;
}

/** What one client of a tenant has used. Without a client what those have used together that are not told apart any more. */
export interface Usage extends Readonly<Counts> {
  /** Grows from account to account. */
  readonly number: number;
  readonly tenant: string;
  readonly client?: string;
  /** From when on it is counted, ms since the epoch. */
  readonly since: number;
}

const NOTHING: Counts = { reads: 0, writes: 0, refused: 0, bytesSent: 0, points: 0 };

/** The counters of one client. They are changed in place, for they are counted at every request. */
export class Account {
  readonly counts: Counts;
  /** When it was used last, by the monotonic clock. */
  usedAt = 0;
  /** Whether it counts more than what is kept of it. */
  isDirty = false;
  /** Whether another one counts in its place. */
  isClosed = false;

  constructor(
    readonly about: Pick<Usage, 'number' | 'tenant' | 'client' | 'since'>,
    { reads, writes, refused, bytesSent, points }: Counts = NOTHING,
  ) {
    this.counts = { reads, writes, refused, bytesSent, points };
  }

  count(what: keyof Counts, howMuch = 1): void {
    this.counts[what] += howMuch;
    this.isDirty = true;
  }

  /** Takes over what another one has counted, which is closed. */
  takeOver(other: Account): void {
    for (const what of Object.keys(this.counts) as (keyof Counts)[]) this.count(what, other.counts[what]);
    other.isClosed = true;
  }

  get usage(): Usage {
    return { ...this.about, ...this.counts };
  }
}
