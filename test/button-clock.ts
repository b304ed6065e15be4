import { systemClock } from '../src/clock.js';
import { ManualClock } from './manual-clock.js';

/** Buttons are pressed when a test moves the time; what waits does so by the machine's, for what goes through sockets needs it. */
export class ButtonClock extends ManualClock {
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms, signal);
  }
}
