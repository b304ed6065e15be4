import { createHash } from 'node:crypto';

export interface Encoded {
  readonly bytes: Uint8Array;
  /** A strong entity tag, with its quotes. */
  readonly etag: string;
}

const encodings = new WeakMap<object, Encoded>();

/**
 * The bytes of a value and their entity tag, made once per value: what the domain hands out is never changed, so the value
 * itself is the key of the response cache, and nothing has to be invalidated.
 *
 * @param body what is written as JSON, or bytes that are already in their last form
 */
export function encode(body: object): Encoded {
  let encoded = encodings.get(body);
  if (!encoded) {
    const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
    encoded = { bytes, etag: `"${createHash('sha1').update(bytes).digest('base64url')}"` };
    encodings.set(body, encoded);
  }
  return encoded;
}

/** The entity tag that a GET of this representation carries. */
export function etagOf(body: object): string {
  return encode(body).etag;
}
