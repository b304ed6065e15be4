import { exifIn } from '../exif.js';
import { exifOrientation, type ExifOrientation } from '../exif-orientation.js';
import { APP0, APP15, ENDS_IMAGE, type JpegSegment, jpegSegments } from '../jpeg-segments.js';
import { isFrameHeader } from '../jpeg-size.js';
import { burdenOf } from '../require-bearable.js';
import { malformed, type PostedPicture, requireNothingForeign, tooLarge } from './checked.js';

/** Adobe's, which says how colours are meant. */
const APP14 = 0xee;
const COMMENT = 0xfe;
/** Tables, scans and the end; frame headers are beside them. */
const NEEDED = [0xc4, 0xcc, 0xd9, 0xda, 0xdb, 0xdc, 0xdd];
/** Phones write some twenty. */
const MAX_SEGMENTS = 1024;

/** @throws GatewayError `invalid`, `tooLarge` */
export function checkedJpeg(jpeg: Uint8Array): PostedPicture {
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let header: JpegSegment | undefined;
  let orientation: ExifOrientation | undefined;
  let count = 0;
  let last: JpegSegment | undefined;
  for (const segment of jpegSegments(jpeg)) {
    if (++count > MAX_SEGMENTS) throw malformed(`it is in more than ${MAX_SEGMENTS} segments`);
    if (isFrameHeader(segment.code)) {
      if (header) throw malformed('it has two sizes');
      header = segment;
    }
    last = segment;
    const bytes = jpeg.subarray(segment.from, segment.to);
    if (isForOthers(segment.code)) requireNothingForeign(bytes);
    else if (!isFrameHeader(segment.code) && !NEEDED.includes(segment.code)) throw malformed('nobody knows one of its segments');
    const exif = exifIn(segment);
    if (exif) orientation ??= exifOrientation(exif);
    if (!isForOthers(segment.code) || segment.code === APP0 || segment.code === APP14) kept.push(bytes);
  }
  if (last?.code !== ENDS_IMAGE) throw malformed('it does not end');
  if (last.to !== jpeg.length) throw malformed(`there are ${jpeg.length - last.to} bytes behind its end`);
  if (!header || header.said.byteLength < 6) throw malformed('it has no size');
  const size = { width: header.said.getUint16(3), height: header.said.getUint16(1) };
  const burden = burdenOf(jpeg, size);
  if (burden !== undefined) throw tooLarge(burden);
  return { type: 'image/jpeg', ...size, orientation: orientation ?? 1, bytes: Buffer.concat(kept) };
}

function isForOthers(code: number): boolean {
  return code === COMMENT || (code >= APP0 && code <= APP15);
}
