import { type Frame, isRetracted } from './camera.js';

/**
 * Frames as the parts of a `multipart/x-mixed-replace` body. A frame is taken when the reader wants the next part, so that a
 * slow reader misses frames instead of falling behind.
 *
 * @param boundary as in the Content-Type of the response, without the two dashes
 * @returns chunks to be written as they are; images are not copied
 */
export async function* mjpegParts(frames: AsyncIterable<Frame>, boundary: string): AsyncGenerator<Uint8Array, void> {
  const delimiter = Buffer.from(`\r\n--${boundary}\r\n`);
  let begun = false;
  for await (const frame of frames) {
    // not before there is a frame: until then the reader can still be told that there will be none
    if (!begun) yield delimiter.subarray(2);
    begun = true;
    yield partHeader(frame);
    // the reader was slow: it is told by the end of the stream, for the length of the part was said already
    if (isRetracted(frame)) return;
    yield frame.jpeg;
    // Chrome shows a part only once it sees the next boundary: sent now, it shows this frame and not the one before.
    yield delimiter;
  }
}

/** `X-Timestamp` is the time of capture in seconds, with the six decimals that readers of µStreamer's streams know. */
function partHeader({ jpeg, capturedAt }: Frame): Uint8Array {
  const timestamp = (capturedAt / 1000).toFixed(6);
  return Buffer.from(`Content-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\nX-Timestamp: ${timestamp}\r\n\r\n`);
}
