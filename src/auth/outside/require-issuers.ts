import { GatewayError } from '../../errors.js';
import type { TrustedIssuer } from './outside-issuers.js';

/**
 * What a configuration alone cannot know to be wrong.
 *
 * @param own by which name the gateway itself makes tokens
 * @param scopes every scope that there is
 * @throws GatewayError `invalid`
 */
export function requireIssuers(issuers: readonly TrustedIssuer[], own: string, scopes: readonly string[]): void {
  if (issuers.some(({ issuer }) => issuer === own))
    throw new GatewayError('invalid', `auth.issuers: ${own} is this gateway itself`);
  const unknown = issuers
    .flatMap(({ rules }) => rules.flatMap((rule) => rule.scopes ?? []))
    .find((scope) => !scopes.includes(scope));
  if (unknown !== undefined)
    throw new GatewayError('invalid', `auth.issuers: there is no scope ${unknown}: expected of ${scopes.join(', ')}`);
}
