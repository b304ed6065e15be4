import { GatewayError } from '../errors.js';

/** Part of a number of bytes. */
export interface ByteRange {
  readonly from: number;
  /** The byte after the last. */
  readonly end: number;
}

/** There is nothing of what was asked for. */
export class RangeRefusal extends GatewayError {
  /** What the `Content-Range` of the answer says: how much there is. */
  readonly contentRange: string;

  constructor(bytes: number) {
    super('rangeNotSatisfiable', `there are ${bytes} bytes, and none of those that Range asks for`);
    this.contentRange = `bytes */${bytes}`;
  }
}

/** More digits than any length has. */
const ONE_RANGE = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i;

/**
 * The part of a representation that a client asks for. What is not a range of bytes is as if it was not there, and so are several: a
 * server may ignore any `Range`.
 *
 * @param header `Range`
 * @param ifRange `If-Range`: an entity tag, strong, or a date, which never matches for there are none here
 * @param etag of the representation, with its quotes
 * @param bytes how long it is
 * @returns nothing when the whole is to be given
 * @throws RangeRefusal when the part begins behind the end
 * @see RFC 9110, clauses 13.1.5 and 14.1.2
 */
export function rangeOf(
  { Range: header, 'If-Range': ifRange }: { readonly Range?: string; readonly 'If-Range'?: string },
  etag: string,
  bytes: number,
): ByteRange | undefined {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (ifRange !== undefined && ifRange.trim() !== etag) return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  if (from >= bytes) throw new RangeRefusal(bytes);
  return { from, end };
}
