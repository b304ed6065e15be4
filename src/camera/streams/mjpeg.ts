import type { Pour } from '../../outlet.js';
import type { Picture } from '../picture.js';
import { Parts } from './parts.js';
import { type Shot, Shots, type WantedShots } from './shots.js';

/** That of µStreamer and mjpg-streamer, for the sake of players that look for it. */
export const BOUNDARY = 'boundarydonotcross';

const OPENING = Buffer.from(`--${BOUNDARY}\r\n`);
const CLOSING = Buffer.from(`\r\n--${BOUNDARY}\r\n`);

/**
 * Pictures as the parts of a `multipart/x-mixed-replace` body. One is put when the reader has room for it, so that a slow reader misses
 * pictures instead of falling behind, and is told how many: `Umec-Missed`, absent when there are none.
 *
 * @param signal as `Shots` takes it
 * @returns what puts bytes to be written as they are; readers of the same picture get the same ones. It throws as `Shots`
 */
export function mjpegOf(wanted: WantedShots, signal: AbortSignal): Pour<Uint8Array> {
  return (outlet) => {
    let begun = false;
    const put = ({ picture, missed }: Shot) => {
      // not before there is a picture: until then the reader can still be told that there will be none
      if (!begun) outlet.put(OPENING);
      begun = true;
      if (missed > 0) outlet.put(Buffer.from(`Umec-Missed: ${missed}\r\n`));
      const { bytes, left } = parts.of(picture);
      outlet.put(bytes, left);
    };
    const shots = {
      get hasRoom() {
        return outlet.hasRoom;
      },
      put,
      end: (error?: unknown) => outlet.end(error),
    };
    return new Shots(wanted, shots, signal);
  };
}

/**
 * Of each picture there is one part, in one piece: writing three for each reader takes longer than copying the picture once. Chrome shows
 * a part only once it sees the next boundary: sent now, it shows this picture and not the one before.
 */
const parts = new Parts(headerOf, CLOSING);

/** `X-Timestamp` is the time of capture in seconds, with the six decimals that readers of µStreamer's streams know. */
function headerOf({ type, frame: { capturedAt, sequence } }: Picture, length: number): string {
  const timestamp = (capturedAt / 1000).toFixed(6);
  return `Content-Type: ${type}\r\nContent-Length: ${length}\r\nX-Timestamp: ${timestamp}\r\nUmec-Sequence: ${sequence}\r\n\r\n`;
}
