import { ByteReader } from './byte-reader.js';
import type { Gateway } from './gateway.js';
import { inTime } from './in-time.js';
import { problemOf } from './problem.js';
import type { operations } from './schema.js';

/** A picture of a camera. */
export interface Frame {
  /** A whole JPEG image. */
  readonly jpeg: Uint8Array;
  /** When it was exposed. */
  readonly capturedAt: Date;
  /** The camera's number of the frame; a gap is what was left out, missed, or lost before. */
  readonly sequence: number;
  /** How many pictures this reader was too slow for since the one before. */
  readonly missed: number;
}

export type FrameOptions = NonNullable<operations['CameraStream_GET']['parameters']['query']> & { readonly signal?: AbortSignal };

const MOST_HEADERS = 8192;
/** Bytes of one picture: more than any camera gives. */
const MOST_JPEG = 64 * 1024 * 1024;

/**
 * What a camera sees, the newest picture always: a caller that is slow misses some and delays nobody.
 *
 * @param options `fps`, `width` and `height` (the most), `quality`
 * @throws Problem when there is no stream, DOMException when it does not begin within 30 s, Error when it is cut off
 */
export async function* frames(
  gateway: Gateway,
  cameraId: string,
  { signal, ...wanted }: FrameOptions = {},
): AsyncGenerator<Frame, undefined> {
  const query = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
  const url = `${gateway.url}/camera/v1/cameras/${encodeURIComponent(cameraId)}/stream?${query.toString()}`;
  try {
    const response = await inTime((begun) => gateway.fetch(new Request(url, { signal: begun })), signal);
    if (!response.ok || response.body === null) throw await problemOf(response);
    yield* framesIn(response.body.getReader(), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return undefined;
}

async function* framesIn(
  pieces: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Frame, undefined> {
  const stop = () => pieces.cancel().catch(() => undefined); // it may have ended by itself
  signal?.addEventListener('abort', stop);
  try {
    const reader = new ByteReader(pieces);
    for (let head = await headOf(reader); head; head = await headOf(reader)) {
      const jpeg = await reader.take(lengthOf(head));
      const capturedAt = new Date(Number(head.get('X-Timestamp')) * 1000);
      yield { jpeg, capturedAt, sequence: Number(head.get('Umec-Sequence')), missed: Number(head.get('Umec-Missed') ?? 0) };
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await stop();
  }
  return undefined;
}

/** What stands before a picture: the boundary and the headers of its part. Undefined: it was the last. */
async function headOf(reader: ByteReader): Promise<Headers | undefined> {
  const text = await reader.textUntil('\r\n\r\n', MOST_HEADERS);
  if (text === undefined) return undefined;
  const lines = text.split('\r\n').filter((line) => line.includes(': '));
  return new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

function lengthOf(head: Headers): number {
  const length = Number(head.get('Content-Length') ?? NaN);
  if (!Number.isInteger(length) || length < 0 || length > MOST_JPEG) throw new RangeError(`a part of ${length} bytes`);
  return length;
}
