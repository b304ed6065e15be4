import type { Grant } from './grants.js';

/** A request that shows in its address, and not in a header, what lets it in. */
export interface Shown {
  /** What stands in the query, under the name of the way. */
  readonly secret: string;
  /** Without the query. */
  readonly path: string;
  /** The parameters in the path. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Those that are needed. */
  readonly scopes: readonly string[];
  /** The SHA-256 of the client's certificate, base64url, when it has shown one that counts. */
  readonly certificate?: string;
}

/** Lets in without a header, for clients that cannot send one. */
export interface WayIn {
  /** @throws GatewayError, a `BearerRefusal`, that says why not */
  admit(shown: Shown): Grant;
}
