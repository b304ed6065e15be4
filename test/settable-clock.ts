import { ManualClock } from './manual-clock.js';

/** A clock that can be set, as a person or NTP does; what never jumps does not. */
export class SettableClock extends ManualClock {
  /** By how much it is ahead of what it would say, ms. */
  set = 0;

  override now(): number {
    return super.now() + this.set;
  }
}
