import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Frame } from '../camera.js';
import type { LiveView } from '../live-view.js';
import type { Recordings } from './recordings.js';
import type { Take } from './take.js';

const DAY_MS = 86_400_000;
const LONGEST_WAIT_MS = 30_000;

export interface TimeLapseParts {
  readonly view: LiveView;
  readonly recordings: Recordings;
  readonly clock: Clock;
}

/**
 * Keeps an image every `everyMs`, all of a day (UTC) in one recording. What cannot be had or kept is missing in it, and the next is
 * tried in its turn.
 *
 * @returns when `stop` aborts, and the recording of the day is whole
 */
export async function timeLapse({ view, recordings, clock }: TimeLapseParts, everyMs: number, stop: AbortSignal): Promise<void> {
  let take: Take | undefined;
  let day = NaN;
  for (let due = clock.monotonic(); !stop.aborted; due = nextTurn(due, everyMs, clock)) {
    const frame = await view.next(stop, Math.min(LONGEST_WAIT_MS, everyMs)).catch(nothing);
    if (frame) {
      if (dayOf(frame) !== day) await take?.finish().catch(nothing);
      if (dayOf(frame) !== day) take = undefined;
      day = dayOf(frame);
      take = await kept(take, frame);
    }
    if (!stop.aborted) await clock.sleep(due + everyMs - clock.monotonic(), stop);
  }
  await take?.finish().catch(nothing);

  /** One that does not take the image any more is ended, and the next image begins another. */
  async function kept(take: Take | undefined, frame: Frame): Promise<Take | undefined> {
    try {
      if (!take || take.hasEnded)
        return await recordings.begin({ cameraId: view.cameraId, kind: 'TIME_LAPSE', cause: 'SCHEDULE' }, frame);
      await take.append(frame, true);
      return take;
    } catch (error) {
      if (!(error instanceof GatewayError && error.code === 'conflict')) return take;
      await take?.finish(error.message).catch(nothing);
      return undefined;
    }
  }
}

/** A turn that was missed is not made up for. */
function nextTurn(due: number, everyMs: number, clock: Clock): number {
  return Math.max(due + everyMs, clock.monotonic() - everyMs + 1);
}

function dayOf({ capturedAt }: Frame): number {
  return Math.floor(capturedAt / DAY_MS);
}

function nothing(): undefined {
  return undefined;
}
