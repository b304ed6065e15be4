import type { AuditNote, AuditRecord } from './entry.js';

interface Counted {
  readonly note: AuditNote;
  readonly at: number;
  until: number;
  count: number;
}

/**
 * Counts what happens too often to be written down each time: who, what, from where and with which outcome make one entry, whatever
 * the number. Of many there are few with names; all others are counted together by their outcome.
 */
export class Tally {
  private readonly named = new Map<string, Counted>();
  private readonly others = new Map<number | undefined, Counted>();

  /** @param most how many are counted by themselves, until they are taken */
  constructor(private readonly most: number) {}

  /** @param at ms since the epoch */
  add(note: AuditNote, at: number): void {
    const key = JSON.stringify([note.what, note.client, note.from, note.outcome]);
    const counted = this.named.get(key) ?? (this.named.size < this.most ? put(this.named, key, note, at) : this.other(note, at));
    counted.count++;
    counted.until = at;
  }

  /** What was counted until now, and nothing of it is kept. */
  take(): AuditRecord[] {
    const records = [...this.named.values(), ...this.others.values()].map(({ note, at, until, count }): AuditRecord => ({
      ...note,
      kind: 'COUNT',
      at,
      until,
      count,
    }));
    this.named.clear();
    this.others.clear();
    return records;
  }

  /** There are no more of these than there are statuses. */
  private other({ outcome }: AuditNote, at: number): Counted {
    const note = { what: 'others', ...(outcome === undefined ? {} : { outcome }) };
    return this.others.get(outcome) ?? put(this.others, outcome, note, at);
  }
}

function put<Key>(counts: Map<Key, Counted>, key: Key, note: AuditNote, at: number): Counted {
  const counted = { note, at, until: at, count: 0 };
  counts.set(key, counted);
  return counted;
}
