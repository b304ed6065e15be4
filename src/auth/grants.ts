/**
 * What a caller may do. It is the same object for as long as its token is remembered, and its end is the token's, the client's or
 * that of what it may do: what was admitted under a grant may hang on it, and is gone with it.
 */
export interface Grant {
  /** The `clientId`. */
  readonly client: string;
  /** Names of the form `<api>:<verb>`. */
  readonly scopes: ReadonlySet<string> | 'all';
  /** When it ends by itself, ms since the epoch, by the time of `ForwardTime`; Infinity when it does not. */
  readonly expires: number;
  /** To whom the client belongs, and where its sight ends; absent for whoever looks after the whole gateway. */
  readonly tenant?: string;
  /** The instances of MEC applications that it may act for; `all` is all of its tenant's. */
  readonly appInstanceIds: ReadonlySet<string> | 'all';
  /** The devices that it may see. */
  readonly devices: ReadonlySet<string> | 'all';
  /** The SHA-256 of the certificate, base64url, with which alone it holds; absent when it holds without. */
  readonly certificate?: string;
}

/** Decides who is let in. Every operation's scopes come from the `security` of its specification. */
export interface Grants {
  /**
   * @param authorization the `Authorization` header, when there is one
   * @param scopes those that are needed; none asks only who it is
   * @param certificate the SHA-256 of the client's, base64url, when it has shown one that counts
   * @throws GatewayError `unauthorized` without a valid token, `forbidden` when it lacks one of the scopes, `invalid` when the
   *   header is malformed; a `BearerRefusal` where tokens are asked for
   */
  admit(authorization: string | undefined, scopes: readonly string[], certificate?: string): Promise<Grant>;
  /** The grant of a header that was admitted before, if it still holds: the same object each time. */
  find(authorization: string | undefined, certificate?: string): Grant | undefined;
  /** Whether a grant is still good for something new. */
  holds(grant: Grant): boolean;
  /** Whether a WebSocket or a stream that began under a grant may go on. */
  lasts(grant: Grant): boolean;
}

const nothing: ReadonlySet<string> = new Set();

/** Whoever needs no token: operations whose specification asks for none. */
export const anonymous: Grant = Object.freeze({
  client: 'anonymous',
  scopes: nothing,
  expires: Infinity,
  appInstanceIds: nothing,
  devices: nothing,
});

/** `auth.mode: none`: everybody may do everything, which is why the gateway then listens on loopback only. */
export class OpenGrants implements Grants {
  private static readonly everything: Grant = Object.freeze({
    client: 'local',
    scopes: 'all',
    expires: Infinity,
    appInstanceIds: 'all',
    devices: 'all',
  });

  admit(): Promise<Grant> {
    return Promise.resolve(OpenGrants.everything);
  }

  find(): Grant {
    return OpenGrants.everything;
  }

  holds(): boolean {
    return true;
  }

  lasts(): boolean {
    return true;
  }
}
