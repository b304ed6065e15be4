import type { IncomingHttpHeaders } from 'node:http';
import { GatewayError } from '../errors.js';
import { gzipTag, plainTag } from './coding.js';

/**
 * Whether the client's `If-None-Match` names this representation, so that 304 is answer enough.
 *
 * @see RFC 9110, clause 13.1.2: the comparison is weak, so `W/` is of no account
 */
export function isNoneMatch(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined &&
    (header === etag || header.trim() === '*' || tags(header).some((tag) => tag.replace(/^W\//, '') === etag))
  );
}

/**
 * By which of its tags the client has a representation already: as it is, or, where it may be, compressed. Either is this one.
 *
 * @param header `If-None-Match`
 * @returns undefined when it has it by neither
 */
export function knownTag(header: string | undefined, etag: string, isCodable: boolean): string | undefined {
  if (header === undefined) return undefined;
  if (isNoneMatch(header, etag)) return etag;
  return isCodable && isNoneMatch(header, gzipTag(etag)) ? gzipTag(etag) : undefined;
}

/**
 * Whether the client has seen this already, by the time of its last change: asked only where nothing names a representation.
 *
 * @param lastModified as in the header of that name, in whole seconds
 * @see RFC 9110, clause 13.1.3: a date that cannot be read is of no account
 */
export function isUnmodified(
  { 'if-modified-since': since, 'if-none-match': tags }: IncomingHttpHeaders,
  lastModified: string | undefined,
): boolean {
  if (since === undefined || tags !== undefined || lastModified === undefined) return false;
  return Date.parse(lastModified) <= Date.parse(since);
}

/**
 * Lets a change through when the client's `If-Match`, if it sent one, names the present representation.
 *
 * @param etag that of the present representation, as it is when it is not compressed: whoever has the one has the other
 * @throws GatewayError `preconditionFailed`
 * @see RFC 9110, clause 13.1.1: the comparison is strong, so a weak tag never matches
 */
export function requireMatch(header: string | undefined, etag: string): void {
  if (header === undefined || header.trim() === '*' || tags(header).map(plainTag).includes(etag)) return;
  throw new GatewayError(
    'preconditionFailed',
    `If-Match is ${header}, but the resource is now ${etag}: read it again, then change it`,
  );
}

/**
 * The same for who reads, and by the time of the last change where no tag is named.
 *
 * @param lastModified as in the header of that name; absent where nobody knows
 * @throws GatewayError `preconditionFailed`
 * @see RFC 9110, clauses 13.1.1 and 13.1.4: a date that cannot be read is of no account
 */
export function requireSame(
  { 'if-match': tags, 'if-unmodified-since': since }: IncomingHttpHeaders,
  etag: string,
  lastModified: string | number | undefined,
): void {
  requireMatch(tags, etag);
  if (tags !== undefined || since === undefined || typeof lastModified !== 'string') return;
  if (Date.parse(lastModified) > Date.parse(since))
    throw new GatewayError('preconditionFailed', `If-Unmodified-Since is ${since}, but the resource is of ${lastModified}`);
}

function tags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
