import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';
import { Recent } from '../auth/recent.js';

/** Less than this, in bytes, goes in one packet either way. */
const LEAST = 1_024;
/** So many bytes are compressed at once; more than that in a thread of libuv, for on a small board they take milliseconds. */
const MOST_AT_ONCE = 16_384;
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|x-ndjson|yaml)(?:;|$)|image\/svg)/;
const JSON_TYPE = 'application/json';
const gzipInThread = promisify(gzip);

interface Accepted {
  readonly gzip: boolean;
  readonly identity: boolean;
}

/** As Negotiator has it since 1.0; its types are of before. */
interface Encodings {
  encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): readonly string[];
}

/** Bytes as they are, or as they are to be sent with `Content-Encoding: gzip`. */
export interface Coded {
  readonly bytes: Uint8Array;
  readonly isGzip: boolean;
}

/** What the bytes are when they are compressed, with the bytes themselves: what is asked for often is compressed once. */
const compressed = new WeakMap<Uint8Array, Coded | Promise<Coded>>();
/** Clients say what they take in few ways. */
const said = new Recent<string, Accepted>(64);
const LONGEST_KEPT = 128;
const PLAIN: Accepted = { gzip: false, identity: true };

/** Whether a content type is worth compressing; pictures are already. */
export function isText(type: string): boolean {
  return type === JSON_TYPE || TEXT.test(type);
}

/**
 * The bytes as this client is to get them: compressed when it likes that as well, and there is something in it.
 *
 * Only gzip: Brotli, at the quality that takes as long, makes readings a tenth smaller at the most, and each coding more would be kept
 * beside each value.
 *
 * @see RFC 9110, clause 12.5.3
 */
export function codedFor({ headers }: Pick<IncomingMessage, 'headers'>, bytes: Uint8Array): Coded | Promise<Coded> {
  const { gzip: takesGzip, identity: takesPlain } = acceptedBy(headers['accept-encoding']);
  const plain = { bytes, isGzip: false };
  if (!takesGzip || (bytes.length < LEAST && takesPlain)) return plain;
  const coded = compress(bytes);
  if (coded instanceof Promise) return coded.then((known) => worthIt(known, plain, takesPlain));
  return worthIt(coded, plain, takesPlain);
}

/** The entity tag of a representation when it is compressed: the bytes are others (RFC 9110, clause 8.8.3.3). */
export function gzipTag(etag: string): string {
  return `${etag.slice(0, -1)}-gzip"`;
}

/** The entity tag of a representation, however it was coded when its tag was given. */
export function plainTag(etag: string): string {
  return etag.replace(/-gzip"$/, '"');
}

function worthIt(coded: Coded, plain: Coded, takesPlain: boolean): Coded {
  return takesPlain && coded.bytes.length >= plain.bytes.length ? plain : coded;
}

function compress(bytes: Uint8Array): Coded | Promise<Coded> {
  const known = compressed.get(bytes);
  if (known) return known;
  const coded = bytes.length <= MOST_AT_ONCE ? { bytes: gzipSync(bytes), isGzip: true } : inThread(bytes);
  compressed.set(bytes, coded);
  // from then on it is there at once
  if (coded instanceof Promise)
    coded.then(
      (done) => compressed.set(bytes, done),
      () => compressed.delete(bytes),
    );
  return coded;
}

async function inThread(bytes: Uint8Array): Promise<Coded> {
  return { bytes: await gzipInThread(bytes), isGzip: true };
}

function acceptedBy(header: string | undefined): Accepted {
  if (header === undefined) return PLAIN;
  const known = said.get(header);
  if (known) return known;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header } }) as unknown as Encodings;
  const liked = negotiator.encodings(['gzip', 'identity'], { preferred: ['gzip'] });
  // who likes both alike is glad of fewer bytes
  const accepted = { gzip: liked[0] === 'gzip', identity: liked.includes('identity') };
  if (header.length <= LONGEST_KEPT) said.set(header, accepted);
  return accepted;
}
