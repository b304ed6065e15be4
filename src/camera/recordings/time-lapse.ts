import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Frame } from '../camera.js';
import type { LiveView } from '../live-view.js';
import type { Recordings } from './recordings.js';
import type { Take } from './take.js';

const DAY_MS = 86_400_000;
const LONGEST_WAIT_MS = 30_000;

/** Keeps an image now and then, all of a day (UTC) in one recording. What cannot be had or kept is missing in it. */
export class TimeLapse {
  private take: Take | undefined;
  private day = NaN;

  constructor(
    private readonly view: LiveView,
    private readonly recordings: Recordings,
    private readonly clock: Clock,
  ) {}

  /** @returns when `stop` aborts, and the recording of the day is whole */
  async run(everyMs: number, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const began = this.clock.monotonic();
      const frame = await this.view.next(stop, Math.min(LONGEST_WAIT_MS, everyMs)).catch(nothing);
      if (frame) await this.keep(frame);
      await this.clock.sleep(Math.max(0, began + everyMs - this.clock.monotonic()), stop);
    }
    await this.finish();
  }

  private async keep(frame: Frame): Promise<void> {
    const day = Math.floor(frame.capturedAt / DAY_MS);
    if (day !== this.day || this.take?.hasEnded) await this.finish();
    this.day = day;
    try {
      if (this.take) await this.take.append(frame, true);
      else
        this.take = await this.recordings.begin({ cameraId: this.view.cameraId, kind: 'TIME_LAPSE', cause: 'SCHEDULE' }, frame);
    } catch (error) {
      // the next image begins another; where the disk is full, it may go on with this one
      if (error instanceof GatewayError && error.code === 'conflict') await this.finish(error.message);
    }
  }

  private async finish(reason?: string): Promise<void> {
    await this.take?.finish(reason).catch(nothing);
    this.take = undefined;
  }
}

function nothing(): undefined {
  return undefined;
}
