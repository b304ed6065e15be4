import { GatewayError } from '../../errors.js';
import { SLEWED_MS } from '../../sensors/reading-clock.js';

const MOST_AHEAD_MS = 5_000;

/** Times of points that come without: points of one series and millisecond would be one, whichever requests bring them. */
export class Moments {
  private last = -Infinity;

  /**
   * @param now ms since the epoch, by the clock of readings
   * @returns the first of `count` milliseconds in a row that no point has been given, the last of which is now where that can be
   * @throws GatewayError `unavailable` when more come than there are milliseconds
   */
  take(now: number, count: number): number {
    // a clock that was put back so far was wrong before
    if (this.last - now > SLEWED_MS) this.last = -Infinity;
    const first = Math.max(now - (count - 1), this.last + 1);
    const ahead = first - now;
    if (ahead > MOST_AHEAD_MS)
      throw new GatewayError('unavailable', 'more points without a time than there are milliseconds: give them theirs', {
        retryAfterMs: ahead,
      });
    this.last = first + count - 1;
    return first;
  }
}
