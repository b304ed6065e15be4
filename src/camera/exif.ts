import type { Frame, Orientation } from './camera.js';
import { APP0, APP1, APP15, type JpegSegment, jpegSegments } from './jpeg-segments.js';

/** What a picture says of its frame; the names are those of EXIF. */
export interface ExifFields {
  readonly DateTimeOriginal: string;
  readonly SubSecTimeOriginal: string;
  readonly OffsetTimeOriginal: string;
  readonly ImageUniqueID: string;
}

const MARK = Buffer.from('Exif\0\0', 'latin1');
/** Big endian, and the first directory is right behind it. */
const TIFF_HEADER = Buffer.from('MM\0*\0\0\0\x08', 'latin1');
const [ASCII, SHORT, LONG, UNDEFINED] = [2, 3, 4, 7];
const ORIENTATION = 0x0112;
const EXIF_DIRECTORY = 0x8769;
const TAGS = {
  ExifVersion: 0x9000,
  DateTimeOriginal: 0x9003,
  OffsetTimeOriginal: 0x9011,
  SubSecTimeOriginal: 0x9291,
  ImageUniqueID: 0xa420,
};

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly value: Buffer;
}

/** In UTC. The identifier is unlike that of any other frame of the same camera: its time and its number, 16 hexadecimal digits each. */
export function exifFields({ capturedAt, sequence }: Pick<Frame, 'capturedAt' | 'sequence'>): ExifFields {
  const time = new Date(capturedAt).toISOString();
  return {
    DateTimeOriginal: `${time.slice(0, 10).replaceAll('-', ':')} ${time.slice(11, 19)}`,
    SubSecTimeOriginal: time.slice(20, 23),
    OffsetTimeOriginal: '+00:00',
    ImageUniqueID: hex(capturedAt) + hex(sequence),
  };
}

function hex(number: number): string {
  return Math.trunc(number).toString(16).padStart(HEX_DIGITS, '0');
}

/** The same picture, saying when it was exposed and how it is to be turned. What the camera itself says in EXIF gives way. */
export function withExif(jpeg: Uint8Array, frame: Exposed): Buffer {
  return Buffer.concat(piecesWithExif(jpeg, frame));
}

type Exposed = Pick<Frame, 'capturedAt' | 'sequence' | 'orientation'>;

/**
 * As `withExif`, for whoever puts it together with something else.
 *
 * @param jpeg a whole JPEG image
 * @see EXIF 2.32 (CIPA DC-008), clause 4.5
 */
export function piecesWithExif(jpeg: Uint8Array, frame: Exposed): readonly Uint8Array[] {
  const first: Uint8Array[] = [jpeg.subarray(0, 2)]; // JFIF wants to be there
  const others: Uint8Array[] = [];
  let at = 2;
  for (const segment of jpegSegments(jpeg)) {
    if (segment.code < APP0 || segment.code > APP15) break;
    at = segment.to;
    if (!exifIn(segment)) (segment.code === APP0 ? first : others).push(jpeg.subarray(segment.from, segment.to));
  }
  return [...first, exifSegment(frame), ...others, jpeg.subarray(at)];
}

/** @returns the TIFF header and all that follows, where the segment has EXIF and nothing else, such as XMP */
export function exifIn({ code, said }: JpegSegment): DataView | undefined {
  if (code !== APP1) return undefined;
  const mark = new Uint8Array(said.buffer, said.byteOffset, Math.min(said.byteLength, MARK.length));
  if (!MARK.equals(mark)) return undefined;
  return new DataView(said.buffer, said.byteOffset + MARK.length, said.byteLength - MARK.length);
}

/**
 * Of every frame as long as of any other. What frames of the same second share is made once, and the rest is written in its place digit by
 * digit: of 30 pictures a second all else is dear.
 */
function exifSegment({ capturedAt, sequence, orientation = 1 }: Exposed): Uint8Array {
  const second = Math.floor(capturedAt / 1000);
  if (latest?.second !== second || latest.orientation !== orientation)
    latest = { second, orientation, segment: segmentOf(orientation, exifFields({ capturedAt: second * 1000, sequence: 0 })) };
  const segment = new Uint8Array(latest.segment);
  writeDigits(segment, SUB_SECOND_AT, 3, Math.trunc(capturedAt - second * 1000), 10);
  writeDigits(segment, UNIQUE_AT, HEX_DIGITS, Math.trunc(capturedAt), 16);
  writeDigits(segment, UNIQUE_AT + HEX_DIGITS, HEX_DIGITS, sequence, 16);
  return segment;
}

function writeDigits(bytes: Uint8Array, at: number, count: number, number: number, base: number): void {
  let left = number;
  for (let place = at + count - 1; place >= at; place--) {
    const more = Math.floor(left / base);
    bytes[place] = DIGITS[left - base * more] ?? 0;
    left = more;
  }
}

const HEX_DIGITS = 16;
const DIGITS = Buffer.from('0123456789abcdef');
/** No two alike, so that each is found where it stands. */
const BLANK: ExifFields = {
  DateTimeOriginal: 'YYYY:MM:DD hh:mm:ss',
  SubSecTimeOriginal: 'sss',
  OffsetTimeOriginal: '+00:00',
  ImageUniqueID: '#'.repeat(2 * HEX_DIGITS),
};
const placeOf = (name: keyof ExifFields): number => segmentOf(1, BLANK).indexOf(BLANK[name], 'latin1');
const [SUB_SECOND_AT, UNIQUE_AT] = [placeOf('SubSecTimeOriginal'), placeOf('ImageUniqueID')];
let latest: { readonly second: number; readonly orientation: Orientation; readonly segment: Uint8Array } | undefined;

function segmentOf(orientation: Orientation, fields: ExifFields): Buffer {
  const lowerAt = TIFF_HEADER.length + directoryBytes(2);
  const lower = [
    { tag: TAGS.ExifVersion, type: UNDEFINED, value: Buffer.from('0232') },
    ascii(TAGS.DateTimeOriginal, fields.DateTimeOriginal),
    ascii(TAGS.OffsetTimeOriginal, fields.OffsetTimeOriginal),
    ascii(TAGS.SubSecTimeOriginal, fields.SubSecTimeOriginal),
    ascii(TAGS.ImageUniqueID, fields.ImageUniqueID),
  ];
  const top = directory([short(ORIENTATION, orientation), long(EXIF_DIRECTORY, lowerAt)], TIFF_HEADER.length);
  const said = Buffer.concat([MARK, TIFF_HEADER, top, directory(lower, lowerAt)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(said.length + 2, 2);
  return Buffer.concat([head, said]);
}

/** @param at where it will stand, bytes from the start of the TIFF header; what does not fit into an entry stands behind all of them */
function directory(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(directoryBytes(entries.length));
  const behind: Buffer[] = [];
  table.writeUInt16BE(entries.length);
  let free = at + table.length;
  for (const [index, { tag, type, value }] of entries.entries()) {
    const place = 2 + 12 * index;
    table.writeUInt16BE(tag, place);
    table.writeUInt16BE(type, place + 2);
    table.writeUInt32BE(type === SHORT || type === LONG ? 1 : value.length, place + 4);
    if (value.length <= 4) value.copy(table, place + 8);
    else {
      table.writeUInt32BE(free, place + 8);
      behind.push(value);
      free += value.length;
    }
  }
  return Buffer.concat([table, ...behind]);
}

/** How many there are, the entries, and where the next directory would be. */
function directoryBytes(entries: number): number {
  return 2 + 12 * entries + 4;
}

function short(tag: number, value: number): Entry {
  return { tag, type: SHORT, value: Buffer.from([value >> 8, value & 0xff]) };
}

function long(tag: number, number: number): Entry {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  return { tag, type: LONG, value };
}

function ascii(tag: number, text: string): Entry {
  return { tag, type: ASCII, value: Buffer.from(`${text}\0`, 'latin1') };
}
