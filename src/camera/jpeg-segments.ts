const SOI = 0xffd8;
export const STARTS_SCAN = 0xda;
export const ENDS_IMAGE = 0xd9;
/** What applications say: from the first to the last of these. */
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP15 = 0xef;

/** A marker of a JPEG image and what it says. */
export interface JpegSegment {
  /** The second byte of the marker. */
  readonly code: number;
  /** What follows its length; empty when the image ends before it does. */
  readonly said: DataView;
  /** Where its marker begins, and where the next one does: a scan has its picture with it. Bytes from the start of the image. */
  readonly from: number;
  readonly to: number;
}

/**
 * Walks the markers of a JPEG image without decoding anything, up to and with EOI, and ends where there can be none. What does not
 * begin as a JPEG image does has no segments at all, whatever else it may be.
 *
 * @see ITU-T T.81, annex B
 */
export function* jpegSegments(jpeg: Uint8Array): Generator<JpegSegment, void> {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const part = (from: number, length: number) => new DataView(jpeg.buffer, jpeg.byteOffset + from, length);
  if (view.byteLength < 2 || view.getUint16(0) !== SOI) return;
  for (let at = 2; at + 2 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const code = view.getUint8(at + 1);
    if (code === 0xff) {
      at++; // fill bytes may precede any marker
      continue;
    }
    if (code === ENDS_IMAGE) {
      yield { code, said: part(at + 2, 0), from: at, to: at + 2 };
      return;
    }
    if (at + 4 > view.byteLength) return;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    const isWhole = length >= 2 && end <= view.byteLength;
    const to = code === STARTS_SCAN ? endOfScan(jpeg, end) : end;
    yield { code, said: part(at + 4, isWhole ? length - 2 : 0), from: at, to };
    at = to;
  }
}

/** Where the next marker is that is none of the picture's own: no stuffed zero, and nothing to restart at. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}
