import { GatewayError } from '../../errors.js';

/** What grows from one item of a list to the next: a number, or text by code unit. */
export type Key = number | string;

/**
 * Says where a page ended by the key of its last item, not by its place: the next page begins with what has a greater key, so that
 * items which come or go meanwhile make no other appear twice or never.
 *
 * @param key finite, or text of at most 128 characters of ASCII, since a marker has 256 characters at the most
 */
export function encodeMarker(key: Key): string {
  return Buffer.from(typeof key === 'number' ? `n${key}` : `s${key}`).toString('base64url');
}

/** @throws GatewayError `invalid` when it is no marker that `encodeMarker` could have made */
export function decodeMarker(marker: string): Key {
  const text = Buffer.from(marker, 'base64url').toString();
  const key = text.startsWith('n') ? Number(text.slice(1)) : text.slice(1);
  // a marker of ours is read back to the letter, which no other text is
  if (Number.isFinite(key) === text.startsWith('n') && encodeMarker(key) === marker) return key;
  throw foreignMarker();
}

export function foreignMarker(): GatewayError {
  return new GatewayError('invalid', 'query nextpage_opaque_marker is not one of this list, expected that of a `Link` header');
}
