import { CLIENT_ALGS } from './client-keys.js';

/** @see RFC 8414, clause 2 */
export interface Metadata {
  readonly issuer: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint: string;
  readonly jwks_uri: string;
  readonly scopes_supported: readonly string[];
  readonly response_types_supported: readonly string[];
  readonly grant_types_supported: readonly string[];
  readonly token_endpoint_auth_methods_supported: readonly string[];
  readonly token_endpoint_auth_signing_alg_values_supported: readonly string[];
  /** RFC 8705, clause 3.3; absent where clients have no certificates. */
  readonly tls_client_certificate_bound_access_tokens?: true;
}

/** Where its endpoints are below the gateway's URL. */
export const TOKEN_PATH = '/oauth2/token';
export const REVOCATION_PATH = '/oauth2/revoke';
export const JWKS_PATH = '/oauth2/jwks';

/**
 * What `/.well-known/oauth-authorization-server` says.
 *
 * @param issuer the gateway's URL, without a slash at the end
 * @param hasCertificates whether clients may show certificates
 */
export function metadata(issuer: string, scopes: readonly string[], hasCertificates = false): Metadata {
  return Object.freeze({
    issuer,
    token_endpoint: `${issuer}${TOKEN_PATH}`,
    revocation_endpoint: `${issuer}${REVOCATION_PATH}`,
    jwks_uri: `${issuer}${JWKS_PATH}`,
    scopes_supported: scopes,
    // it has no authorization endpoint, to which this belongs; but the RFC asks for it
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: CLIENT_ALGS,
    ...(hasCertificates ? { tls_client_certificate_bound_access_tokens: true as const } : {}),
  });
}
