/** Pictures that say which they are, and when they were given to the driver. */

/** SOI; COM and its length, which counts itself; see ITU-T T.81, B.2.4.5 */
const [START, LENGTH_AT, MARK_AT] = [Buffer.from([0xff, 0xd8, 0xff, 0xfe]), 4, 6];
const MARK_BYTES = 16;

export interface Mark {
  readonly number: number;
  /** ns of the clock that never jumps, which is one for all processes */
  readonly at: bigint;
}

/** @returns the same picture with a comment behind its SOI */
export function marked(jpeg: Uint8Array, { number, at }: Mark): Buffer {
  const segment = Buffer.alloc(MARK_AT + MARK_BYTES);
  START.copy(segment);
  segment.writeUInt16BE(2 + MARK_BYTES, LENGTH_AT);
  segment.writeBigUInt64BE(BigInt(number), MARK_AT);
  segment.writeBigUInt64BE(at, MARK_AT + 8);
  return Buffer.concat([segment, jpeg.subarray(2)]);
}

export function markOf(jpeg: Uint8Array): Mark {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (!bytes.subarray(0, START.length).equals(START)) throw new Error('the picture has no mark');
  return { number: Number(bytes.readBigUInt64BE(MARK_AT)), at: bytes.readBigUInt64BE(MARK_AT + 8) };
}
