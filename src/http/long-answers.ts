import type { Grant, Grants } from '../auth/grants.js';
import type { Clock } from '../clock.js';

const LOOK_MS = 1_000;
/** How often somebody is looked after who was told to go, before they are cut off. */
const PATIENCE = 2;

/** A WebSocket or a stream: what goes on after it was let in. */
export interface LongAnswer {
  /** Says that it is over. */
  end(): void;
  /** Cuts it off. */
  cut(): void;
}

interface Watched extends LongAnswer {
  readonly grant: Grant;
  /** How often it was found after it was told to end. */
  overdue: number;
}

/**
 * Looks once a second whether what goes on may go on (`Grants.lasts`). What may not is told so, and whoever does not hear is cut off: at
 * most 3 s after somebody ended its token, its session or its client.
 */
export class LongAnswers implements Disposable {
  private readonly open = new Set<Watched>();
  private readonly timer: Disposable;

  constructor(
    private readonly grants: Pick<Grants, 'lasts'>,
    clock: Pick<Clock, 'every'>,
  ) {
    this.timer = clock.every(LOOK_MS, () => this.look());
  }

  /** How many are watched. */
  get size(): number {
    return this.open.size;
  }

  /** @returns what ends the watching, to be called when it is over */
  watch(grant: Grant, answer: LongAnswer): () => void {
    const watched: Watched = { grant, end: () => answer.end(), cut: () => answer.cut(), overdue: 0 };
    this.open.add(watched);
    return () => void this.open.delete(watched);
  }

  private look(): void {
    for (const watched of this.open) {
      if (watched.overdue === 0 && this.grants.lasts(watched.grant)) continue;
      if (watched.overdue === 0) watched.end();
      else if (watched.overdue >= PATIENCE) watched.cut();
      watched.overdue++;
    }
  }

  [Symbol.dispose](): void {
    this.timer[Symbol.dispose]();
  }
}
