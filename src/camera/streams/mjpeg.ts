import type { Picture } from '../picture.js';
import { lately } from './lately.js';
import type { Shot } from './shots.js';

/** That of µStreamer and mjpg-streamer, for the sake of players that look for it. */
export const BOUNDARY = 'boundarydonotcross';

const OPENING = Buffer.from(`--${BOUNDARY}\r\n`);
const CLOSING = Buffer.from(`\r\n--${BOUNDARY}\r\n`);

/**
 * Pictures as the parts of a `multipart/x-mixed-replace` body. One is taken when the reader wants the next part, so that a slow
 * reader misses pictures instead of falling behind, and is told how many: `Umec-Missed`, absent when there are none.
 *
 * @returns chunks to be written as they are; readers of the same picture get the same bytes
 */
export async function* mjpegParts(shots: AsyncIterable<Shot>): AsyncGenerator<Uint8Array, void> {
  let begun = false;
  for await (const { picture, missed } of shots) {
    // not before there is a picture: until then the reader can still be told that there will be none
    if (!begun) yield OPENING;
    begun = true;
    if (missed > 0) yield Buffer.from(`Umec-Missed: ${missed}\r\n`);
    yield partOf(picture);
  }
}

/**
 * Of each picture there is one part, in one piece: writing three for each reader takes longer than copying the picture once. Chrome shows
 * a part only once it sees the next boundary: sent now, it shows this picture and not the one before.
 */
const partOf = lately((picture: Picture): Uint8Array => Buffer.concat([headerOf(picture), picture.bytes, CLOSING]));

/** `X-Timestamp` is the time of capture in seconds, with the six decimals that readers of µStreamer's streams know. */
function headerOf({ bytes, type, frame: { capturedAt, sequence } }: Picture): Uint8Array {
  const timestamp = (capturedAt / 1000).toFixed(6);
  return Buffer.from(
    `Content-Type: ${type}\r\nContent-Length: ${bytes.length}\r\nX-Timestamp: ${timestamp}\r\nUmec-Sequence: ${sequence}\r\n\r\n`,
  );
}
