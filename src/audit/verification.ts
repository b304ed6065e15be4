import { BEGINNING, beginsAnew, ChainCheck, type AuditFault, type ChainEnds, type Ends } from './chain.js';
import { type AuditEntry, type AuditKind, KINDS } from './entry.js';
import type { AuditJournal } from './journal.js';

const SLICE = 250;
/** How many of the newest entries are looked at when the gateway starts. */
const TAIL = 1_000;
const MOST_FAULTS = 16;

/** What there is in the log, and whether it is what was written. */
export interface AuditVerification {
  readonly intact: boolean;
  readonly entries: number;
  /** The number of the oldest entry that is kept, 0 when there is none. */
  readonly oldest: number;
  /** Where the chains end. Noted down elsewhere, they show later whether somebody has made the whole chain anew. */
  readonly ends: Ends;
  /** The first 16. */
  readonly faults: readonly AuditFault[];
}

/** Follows both chains from the oldest entry to the newest, in slices, between which the disk does what else is asked of it. */
export function verify(journal: AuditJournal): Promise<AuditVerification> {
  return new Walk(journal).toTheEnd();
}

/**
 * Follows the newest entries only, and looks whether the ends are where they were left.
 *
 * @param left where they were when this was last noted
 * @returns what is wrong with the chain of which kind
 */
export async function verifyTail(journal: AuditJournal, left: Ends | undefined): Promise<ReadonlyMap<AuditKind, string>> {
  const { ends } = await journal.slice(0, 1);
  const newest = Math.max(...KINDS.map((kind) => ends[kind].headNumber));
  const { entries } = await journal.slice(Math.max(0, newest - TAIL), TAIL);
  const wrong = new Map<AuditKind, string>();
  for (const kind of KINDS) {
    const reason = brokenTail(entries, kind, ends[kind]) ?? (await moved(journal, kind, left, ends));
    if (reason !== undefined) wrong.set(kind, reason);
  }
  return wrong;
}

/** Looks no further back than to where the chain last began anew: what was broken before was told then. */
function brokenTail(entries: readonly AuditEntry[], kind: AuditKind, ends: ChainEnds): string | undefined {
  const own = entries.filter((entry) => entry.kind === kind);
  const check = new ChainCheck(undefined);
  const [first, ...rest] = own.slice(Math.max(0, own.findLastIndex(beginsAnew)));
  if (!first) {
    const expected = ends.headNumber > ends.anchorNumber && ends.headNumber >= (entries[0]?.number ?? 0);
    return expected ? 'the newest entries are missing' : undefined;
  }
  const faults = [first, ...rest].map((entry) => check.follow(entry, ends));
  const fault = faults.find((found, at) => found && !(at === 0 && beginsAnew(first)));
  return fault ? `${fault.reason} (entry ${fault.number})` : check.end(ends)?.reason;
}

/** What was the newest entry must still be there, or have gone because it was too old. */
async function moved(journal: AuditJournal, kind: AuditKind, left: Ends | undefined, ends: Ends): Promise<string | undefined> {
  const { headNumber = 0, head } = left?.[kind] ?? {};
  if (headNumber <= ends[kind].anchorNumber) return undefined;
  const [entry] = (await journal.slice(headNumber - 1, 1)).entries;
  if (entry?.number === headNumber && entry.hash === head) return undefined;
  return `entry ${headNumber}, which was written, is not there any more or is another`;
}

class Walk {
  private readonly checks: Readonly<Record<AuditKind, ChainCheck>> = {
    EVENT: new ChainCheck(BEGINNING),
    COUNT: new ChainCheck(BEGINNING),
  };
  private readonly faults: AuditFault[] = [];
  private entries = 0;
  private oldest = 0;
  private last = 0;

  constructor(private readonly journal: AuditJournal) {}

  async toTheEnd(): Promise<AuditVerification> {
    for (;;) {
      const { entries, ends } = await this.journal.slice(this.last, SLICE);
      for (const entry of entries) this.follow(entry, ends);
      if (entries.length < SLICE) return this.result(ends);
    }
  }

  private follow(entry: AuditEntry, ends: Ends): void {
    this.entries++;
    this.oldest ||= entry.number;
    this.last = entry.number;
    this.found(this.checks[entry.kind].follow(entry, ends[entry.kind]));
  }

  private result(ends: Ends): AuditVerification {
    for (const kind of KINDS) this.found(this.checks[kind].end(ends[kind]));
    return { intact: this.faults.length === 0, entries: this.entries, oldest: this.oldest, ends, faults: this.faults };
  }

  private found(fault: AuditFault | undefined): void {
    if (fault && this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
}
