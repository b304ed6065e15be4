/** More do not go while a server thinks about a batch. */
const MOST = 50_000;

/** Rows that were taken away before a destination in use had them. */
export interface Missed {
  readonly destination: string;
  readonly seqs: readonly number[];
}

/**
 * The last rows that each destination missed. A batch that was read before they went may bring them to where they were to go all the same:
 * then they were counted too soon.
 */
export class TakenLately {
  private readonly byDestination = new Map<string, Set<number>>();

  constructor(private readonly most = MOST) {}

  add({ destination, seqs }: Missed): void {
    const lately = this.byDestination.get(destination) ?? new Set();
    this.byDestination.set(destination, lately);
    for (const seq of seqs) lately.add(seq);
    for (const oldest of lately) {
      if (lately.size <= this.most) return;
      lately.delete(oldest);
    }
  }

  has(destination: string, seq: number): boolean {
    return this.byDestination.get(destination)?.has(seq) ?? false;
  }

  /** How many of these rows are among them. */
  countOf({ destination, seqs }: Missed): number {
    return seqs.filter((seq) => this.has(destination, seq)).length;
  }
}
