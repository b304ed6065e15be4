import type { Database } from './sqlite.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What is known over restarts. */
interface Kept {
  /** The clock when it was looked at last, ms since the epoch. */
  readonly now: number;
  /** How long the gateway has to run yet, ms. */
  readonly left: number;
}

/**
 * Whether the machine's clock can be believed when by it something is too old. When it has leapt ahead, a day has to go by first in which
 * the gateway runs, over restarts too: by then somebody has seen that it is wrong, or it is right. Clocks that are behind keep everything
 * anyway.
 */
export class Caution {
  /** By the clock that never jumps; unknown at the start. */
  private lookedAt: number | undefined;

  constructor(private readonly database: Database) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS caution (one INTEGER PRIMARY KEY CHECK (one = 1), now INTEGER NOT NULL, left INTEGER NOT NULL)',
    );
  }

  /**
   * @param now ms since the epoch
   * @param at the same moment by the clock that never jumps
   * @param lastTaken when the reading was taken that has arrived last, ms since the epoch: no reading is of the future
   * @returns whether nothing may go by its age
   */
  holds(now: number, at: number, lastTaken: number | undefined): boolean {
    const { now: before, left } = this.load() ?? { now, left: 0 };
    const ran = at - (this.lookedAt ?? at);
    // at the start nobody knows for how long the gateway was off
    const hasLeapt = now - before - ran > (this.lookedAt === undefined ? DAY_MS : HOUR_MS);
    const kept = { now, left: hasLeapt ? DAY_MS : Math.max(0, left - ran) };
    // what is left to sweep is asked for again and again, and need not be written each time
    if (hasLeapt || this.lookedAt === undefined || ran > MINUTE_MS) this.keep(kept, at);
    return kept.left > 0 || (lastTaken !== undefined && lastTaken - now > HOUR_MS);
  }

  private load(): Kept | undefined {
    const row = this.database.prepare('SELECT now, left FROM caution').get();
    return row && { now: Number(row.now), left: Number(row.left) };
  }

  private keep({ now, left }: Kept, at: number): void {
    this.database.transaction(() =>
      this.database.prepare('INSERT OR REPLACE INTO caution VALUES (1, ?, ?)').run(Math.round(now), Math.ceil(left)),
    );
    this.lookedAt = at;
  }
}
