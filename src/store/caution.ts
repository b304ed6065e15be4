import type { Database } from './sqlite.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Whether the machine's clock can be believed when by it something is too old. When it has leapt ahead, a day has to go by first in which
 * the gateway runs, over restarts too: by then somebody has seen that it is wrong, or it is right. Clocks that are behind keep everything
 * anyway.
 */
export class Caution {
  private before: { readonly now: number; readonly at: number } | undefined;

  /** @param lastTaken when the reading was taken that arrived last before the start, ms since the epoch */
  constructor(
    private readonly database: Database,
    private readonly lastTaken: number | undefined,
  ) {
    database.exec('CREATE TABLE IF NOT EXISTS caution (one INTEGER PRIMARY KEY CHECK (one = 1), left INTEGER NOT NULL)');
  }

  /**
   * @param now ms since the epoch
   * @param at the same moment by the clock that never jumps
   * @param lastTaken when the reading was taken that has arrived last, ms since the epoch: no reading is of the future
   * @returns whether nothing may go by its age
   */
  holds(now: number, at: number, lastTaken: number | undefined): boolean {
    const ran = at - (this.before?.at ?? at);
    const left = this.hasLeapt(now, ran) ? DAY_MS : Math.max(0, this.left - ran);
    this.before = { now, at };
    if (left !== this.left) this.database.prepare('INSERT OR REPLACE INTO caution VALUES (1, ?)').run(Math.ceil(left));
    return left > 0 || (lastTaken !== undefined && lastTaken - now > HOUR_MS);
  }

  /** Before the start nobody knows for how long the gateway was off. */
  private hasLeapt(now: number, ran: number): boolean {
    if (this.before) return now - this.before.now - ran > HOUR_MS;
    return this.lastTaken !== undefined && now - this.lastTaken > DAY_MS;
  }

  /** How long the gateway has to run yet, ms. */
  private get left(): number {
    return Number(this.database.prepare('SELECT left FROM caution').get()?.left ?? 0);
  }
}
