import type { Clock } from '../clock.js';

const QUIET_MS = 60_000;

/** Readings that could not be kept: each is counted, and they are told of at once but then at most once a minute. */
export class Losses {
  private untold = 0;
  private reason = '';
  private quietUntil = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly report: (message: string) => void,
  ) {}

  add(reason: string): void {
    this.untold++;
    this.reason = reason;
    this.tell();
  }

  /** Says what has not been said yet when it is time; to be called about every second. */
  tell(): void {
    if (this.untold === 0 || this.clock.monotonic() < this.quietUntil) return;
    const readings = this.untold === 1 ? '1 reading' : `${this.untold} readings`;
    this.untold = 0;
    this.quietUntil = this.clock.monotonic() + QUIET_MS;
    this.report(`${readings} could not be kept: ${this.reason}`);
  }
}
