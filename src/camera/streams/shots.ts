import { type Frame, isRetracted } from '../camera.js';
import type { Picture } from '../picture.js';
import type { Seen } from '../viewers.js';

/** So many pictures in a row that cannot be made are no bad luck any more: whoever waits for them is told. */
const MOST_FAILURES = 100;

/** A picture as one reader of a stream gets it. */
export interface Shot {
  readonly picture: Picture;
  /** How many this reader missed since the one before: it was slow, or they could not be made. */
  readonly missed: number;
}

/**
 * Makes pictures of what a reader sees, one at a time: what comes meanwhile is missed.
 *
 * @param make of equal frames the very same picture, so that readers who want the same share it
 * @throws what `make` throws of the first frame, for it is the request's fault or nothing can be made; of later ones only when it
 *   goes on
 */
export async function* shotsOf(
  seen: AsyncIterable<Seen>,
  make: (frame: Frame) => Picture | Promise<Picture>,
): AsyncGenerator<Shot, void> {
  let lost = 0;
  let failures = MOST_FAILURES;
  for await (const { frame, missed } of seen) {
    lost += missed;
    let picture: Picture;
    try {
      picture = await make(frame);
    } catch (error) {
      if (++failures > MOST_FAILURES) throw error;
      lost++;
      continue;
    }
    if (isRetracted(frame)) continue; // something in it was hidden while it was made
    yield { picture, missed: lost };
    [lost, failures] = [0, 0];
  }
}
