import { Assertions } from './assertions.js';
import { Attempts } from './attempts.js';
import { type Client, CLIENT_ID, SCOPE } from './client.js';
import type { Clients } from './clients.js';
import type { Clock } from '../clock.js';
import { type Credentials, credentialsOf, type TokenParameters } from './credentials.js';
import type { ForwardTime } from './forward-time.js';
import { scopesOfClient } from './rights.js';
import type { Tokens } from './tokens.js';

export interface TokenRequest {
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
  /** The form, as it was read: what stands there twice is no string. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly remoteAddress: string;
  /** The SHA-256 of the client's certificate, base64url, when it has shown one that counts. */
  readonly certificate?: string | undefined;
}

/** @see RFC 6749, clause 5.1 */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** s */
  readonly expires_in: number;
  readonly scope: string;
}

/** @see RFC 6749, clause 5.2 */
export interface TokenError {
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unauthorized_client' | 'unsupported_grant_type';
  readonly error_description: string;
}

interface Headers {
  readonly 'Cache-Control': 'no-store';
  readonly 'WWW-Authenticate'?: string;
}

type TokenRefusal =
  | { readonly status: 400; readonly headers: Headers; readonly body: TokenError }
  | { readonly status: 401; readonly headers: Headers; readonly body: TokenError };
export type TokenAnswer =
  | {
      readonly status: 200;
      readonly headers: Headers;
      readonly body: TokenResponse;
      /** Who has it now; not part of what is sent. */
      readonly client: string;
    }
  | TokenRefusal;
export type RevocationAnswer = { readonly status: 200; readonly headers: Headers } | TokenRefusal;

export interface TokenEndpointParts {
  readonly clients: Pick<Clients, 'find' | 'authenticate'>;
  readonly tokens: Pick<Tokens, 'issue' | 'revoke'>;
  readonly time: ForwardTime;
  readonly clock: Clock;
  /** Whom an assertion may be for: the token endpoint's URL, and the issuer. */
  readonly audiences: readonly string[];
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  /** Is told when somebody guesses. */
  readonly report: (message: string) => void;
}

/**
 * Gives tokens to clients that say who they are (client credentials).
 *
 * @see RFC 6749, clause 4.4
 */
export class TokenEndpoint {
  readonly counters = { issued: 0, refused: 0 };
  private readonly attempts: Attempts;
  private readonly assertions: Assertions;

  constructor(private readonly parts: TokenEndpointParts) {
    this.attempts = new Attempts(parts.clock, parts.report);
    this.assertions = new Assertions(parts.time, parts.audiences);
  }

  /** @throws GatewayError `tooManyRequests` with `retryAfterMs`, when somebody has failed too often or too many come at once */
  async answer(request: TokenRequest): Promise<TokenAnswer> {
    const answer = await this.judge(request);
    if (answer.status === 200) this.counters.issued++;
    else this.counters.refused++;
    return answer;
  }

  /**
   * Ends one of the client's own tokens.
   *
   * @throws GatewayError `tooManyRequests`, as `answer`, and when too many tokens were ended one by one; `unavailable`
   * @see RFC 7009, clause 2
   */
  async revoke({ authorization, form, remoteAddress }: TokenRequest): Promise<RevocationAnswer> {
    const parameters = parametersOf(form);
    if (parameters?.token === undefined) return error('invalid_request', 'token is missing, or a parameter stands there twice');
    const client = await this.identify(authorization, parameters, remoteAddress);
    if (client === 'malformed') return malformed();
    if (!client) return unknownClient();
    await this.parts.tokens.revoke(parameters.token, client.clientId);
    return { status: 200, headers: NOT_KEPT };
  }

  /** Forgets the assertions that have ended. */
  sweep(): void {
    this.assertions.sweep();
  }

  private async judge({ authorization, form, remoteAddress, certificate }: TokenRequest): Promise<TokenAnswer> {
    const parameters = parametersOf(form);
    if (!parameters) return error('invalid_request', 'a parameter stands there twice, or is no text');
    const { grant_type, scope } = parameters;
    if (grant_type === undefined) return error('invalid_request', 'grant_type is missing, expected client_credentials');
    if (grant_type !== 'client_credentials') return error('unsupported_grant_type', 'expected client_credentials');
    const client = await this.identify(authorization, parameters, remoteAddress);
    if (client === 'malformed') return malformed();
    return client ? this.give(client, scope, certificate) : unknownClient();
  }

  private async identify(
    authorization: string | undefined,
    parameters: TokenParameters,
    remoteAddress: string,
  ): Promise<Client | 'malformed' | undefined> {
    const credentials = credentialsOf(authorization, parameters);
    if (credentials === 'malformed' || credentials === 'missing') return credentials === 'malformed' ? credentials : undefined;
    return this.authenticate(credentials, remoteAddress);
  }

  private async authenticate(credentials: Credentials, remoteAddress: string): Promise<Client | undefined> {
    const clientId = this.clientIdOf(credentials);
    const attempt = { remoteAddress, clientId: CLIENT_ID.test(clientId) ? clientId : '' };
    this.attempts.require(attempt);
    const client = await this.proved(clientId, credentials);
    if (client) this.attempts.succeeded(attempt);
    else this.attempts.failed(attempt);
    return client;
  }

  private clientIdOf(credentials: Credentials): string {
    if (credentials.method !== 'private_key_jwt') return credentials.clientId;
    return credentials.clientId ?? this.assertions.subjectOf(credentials.assertion) ?? '';
  }

  private async proved(clientId: string, credentials: Credentials): Promise<Client | undefined> {
    const { clients } = this.parts;
    if (credentials.method !== 'private_key_jwt') return clients.authenticate(clientId, credentials.secret);
    const client = clients.find(clientId);
    if (!client || !(await this.assertions.verify(client, credentials.assertion))) return undefined;
    // its keys, for one, may be others by now
    return clients.find(clientId) === client && !client.disabled ? client : undefined;
  }

  private async give(client: Client, scope: string | undefined, certificate: string | undefined): Promise<TokenAnswer> {
    const { certificateBound = false } = client;
    if (certificateBound && certificate === undefined)
      return error('invalid_request', 'this client is to show its certificate: one of the authority at http.tls.clientCa');
    const allowed = scopesOfClient(client, this.parts.scopes);
    if (allowed.length === 0) return error('unauthorized_client', 'this client may not do anything');
    const asked = scope === undefined ? allowed : [...new Set(scope.split(' '))];
    if (!asked.every((one) => SCOPE.test(one) && allowed.includes(one)))
      return error('invalid_scope', 'expected scopes that this client may ask for, with one space between them');
    const bounds = certificateBound && certificate !== undefined ? { certificate } : {};
    const { token, lifetime, scopes } = await this.parts.tokens.issue(client, asked, bounds);
    const body = { access_token: token, token_type: 'Bearer', expires_in: lifetime, scope: scopes.join(' ') } as const;
    return { status: 200, headers: NOT_KEPT, body, client: client.clientId };
  }
}

const NOT_KEPT: Headers = Object.freeze({ 'Cache-Control': 'no-store' });

/** @see RFC 6749, clause 3.2: what has no value is left out, what we do not know is left alone, and nothing stands there twice */
function parametersOf(form: TokenRequest['form']): TokenParameters | undefined {
  const entries = Object.entries(form).filter(([name]) => KNOWN.has(name));
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

const KNOWN: ReadonlySet<string> = new Set([
  'grant_type',
  'scope',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'token',
]);

function error(code: Exclude<TokenError['error'], 'invalid_client'>, error_description: string): TokenRefusal {
  return { status: 400, headers: NOT_KEPT, body: { error: code, error_description } };
}

function malformed(): TokenRefusal {
  return error('invalid_request', 'expected one way to say who you are, and all of it');
}

/** The same for all who fail, so that nobody learns which clients there are. */
function unknownClient(): TokenRefusal {
  const error_description = 'there is no such client, or this does not prove that you are it';
  const headers = { ...NOT_KEPT, 'WWW-Authenticate': 'Basic realm="umec"' };
  return { status: 401, headers, body: { error: 'invalid_client', error_description } };
}
