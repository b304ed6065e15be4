import type { Clock } from '../../clock.js';
import type { RadioCounters } from '../../sensors/radio.js';
import type { Scan } from './bluez-adapter.js';
import { LastMinute } from './last-minute.js';

/** What a radio counts. */
export class Tally {
  malformed = 0;
  powerCycles = 0;
  /** While it scans. */
  how: Scan | undefined;
  private advertisements = 0;
  private scans = 0;
  private lastAdvertisementAt: number | undefined;
  private readonly lastMinute: LastMinute;

  constructor(clock: Clock) {
    this.lastMinute = new LastMinute(clock);
  }

  /** @param at ms since the epoch */
  heard(at: number): void {
    this.advertisements++;
    this.lastAdvertisementAt = at;
    this.lastMinute.add();
  }

  /** @returns whether it is the first ever */
  scanBegan(how: Scan): boolean {
    this.how = how;
    return this.scans++ === 0;
  }

  get counters(): RadioCounters {
    const { advertisements, malformed, powerCycles, lastAdvertisementAt } = this;
    return {
      ...{ advertisements, malformed, restarts: Math.max(0, this.scans - 1), powerCycles },
      passive: this.how === 'passive' ? 1 : 0,
      advertisementsPerSecond: this.lastMinute.perSecond,
      ...(lastAdvertisementAt === undefined ? {} : { lastAdvertisementAt }),
    };
  }
}
