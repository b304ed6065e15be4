import { BearerRefusal } from './bearer-refusal.js';
import type { Grant } from './grants.js';

/** @throws BearerRefusal `insufficient_scope` */
export function requireScopes(grant: Grant, scopes: readonly string[]): void {
  if (!scopes.every((scope) => grant.scopes === 'all' || grant.scopes.has(scope)))
    throw new BearerRefusal('insufficient_scope', `this takes a token with the scope ${scopes.join(' ')}`, scopes);
}

/**
 * Whether a grant is good with this certificate.
 *
 * @see RFC 8705, clause 3
 */
export function isFor(grant: Grant, certificate: string | undefined): boolean {
  return grant.certificate === undefined || grant.certificate === certificate;
}
