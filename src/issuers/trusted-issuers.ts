import type { TrustedIssuer } from '../auth/outside/outside-issuers.js';
import type { Config } from '../config/schema.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { RemoteKeys } from './remote-keys.js';

/**
 * The issuers of the configuration, with where their keys come from.
 *
 * @param outgoing to whom the configuration names
 * @param own by what the gateway itself is known: whom tokens are for, unless the configuration says otherwise
 */
export function trustedIssuers(
  issuers: Config['auth']['issuers'],
  outgoing: Outgoing,
  own: readonly string[],
): readonly TrustedIssuer[] {
  return issuers.map(({ audience, jwksUri, caFile, tokenFile, ...others }) => ({
    ...others,
    audiences: audience === undefined ? own : [audience],
    source: new RemoteKeys({ outgoing, issuer: others.issuer, jwksUri, caFile, tokenFile }),
  }));
}
