/** What a caller may do. */
export interface Grant {
  readonly client: string;
  /** Names of the form `<api>:<verb>`. */
  readonly scopes: ReadonlySet<string> | 'all';
}

/** Decides who is let in. Every operation's scopes come from the `security` of its specification. */
export interface Grants {
  /**
   * @param authorization the `Authorization` header, when there is one
   * @throws GatewayError `unauthorized` without a valid token, `forbidden` when it lacks one of the scopes
   */
  admit(authorization: string | undefined, scopes: readonly string[]): Promise<Grant>;
}

/** Whoever needs no token: operations whose specification asks for none. */
export const anonymous: Grant = Object.freeze({ client: 'anonymous', scopes: new Set<string>() });

/** `auth.mode: none`: everybody may do everything, which is why the gateway then listens on loopback only. */
export class OpenGrants implements Grants {
  private static readonly everything: Grant = Object.freeze({ client: 'local', scopes: 'all' });

  admit(): Promise<Grant> {
    return Promise.resolve(OpenGrants.everything);
  }
}
