import type { Clock } from '../clock.js';

/**
 * So many at once, and the others wait in line. Whoever takes longer than his turn goes on without one, so that those who hang
 * hold up nobody for longer than that.
 */
export class Turns {
  private readonly line: (() => void)[] = [];
  private free: number;

  /** @param turnMs how long a turn lasts at the most */
  constructor(
    atOnce: number,
    private readonly turnMs: number,
    private readonly clock: Clock,
  ) {
    this.free = atOnce;
  }

  async take<T>(task: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.line.push(resolve));
    const done = new AbortController();
    void this.clock.sleep(this.turnMs, done.signal).then(() => this.giveBack());
    try {
      return await task();
    } finally {
      done.abort();
    }
  }

  private giveBack(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free++;
  }
}
