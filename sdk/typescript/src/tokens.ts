import { inTime } from './in-time.js';
import { problemOf } from './problem.js';
import { sending } from './refusal.js';
import type { TokenResponse } from './schema.js';
import { Shared } from './shared.js';

/** Where access tokens come from. */
export interface TokenSource {
  /**
   * @param refused a token that the gateway did not take; another is asked for in its place, if there can be one
   * @param signal when whoever asks does not want it any more
   * @returns a token that is good now
   */
  token(refused?: string, signal?: AbortSignal): Promise<string>;
}

/** What a client was given by who looks after the gateway. */
export interface Credentials {
  /** The gateway's address, such as `https://gateway.local:8443`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes to ask for, with a space between them; absent: all that the client has. */
  readonly scope?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** A clock, ms; only how much it advances counts. */
  readonly now?: () => number;
}

/** A token is asked for again when this part of its life is over, so that none ends on its way. */
const GOOD_PART = 0.9;

/**
 * Tokens by client credentials. One is kept for as long as it is good, and however many wait for one, it is asked for once. Printed, it
 * shows neither its secret nor a token.
 *
 * @see RFC 6749, section 4.4
 */
export class ClientCredentials implements TokenSource {
  readonly #credentials: Credentials;
  #kept: { readonly response: TokenResponse; readonly until: number } | undefined;
  readonly #asked = new Shared((signal) => inTime((step) => this.ask(step), signal));

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  /** @throws Problem when the gateway gives none, TypeError when it is not there, DOMException when it does not answer within 30 s */
  async token(refused?: string, signal?: AbortSignal): Promise<string> {
    return (await this.response(refused, signal)).access_token;
  }

  /** The token with what was said of it: `expires_in` in seconds from when it was asked for, and its `scope`. */
  response(refused?: string, signal?: AbortSignal): Promise<TokenResponse> {
    const kept = this.#kept;
    if (kept && kept.response.access_token !== refused && this.now() < kept.until) return Promise.resolve(kept.response);
    return this.#asked.result(signal);
  }

  private async ask(signal: AbortSignal): Promise<TokenResponse> {
    const { url, clientId, clientSecret, scope, fetch } = this.#credentials;
    const askedAt = this.now();
    const request = new Request(`${url.replace(/\/+$/, '')}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== undefined && { scope }) }),
      signal,
      redirect: 'manual', // the secret is for this address
    });
    const answer = await sending(fetch)(request);
    if (!answer.ok) throw await problemOf(answer);
    const response = (await answer.json()) as TokenResponse;
    this.#kept = { response, until: askedAt + response.expires_in * 1000 * GOOD_PART };
    return response;
  }

  private now(): number {
    return (this.#credentials.now ?? (() => performance.now()))();
  }
}

/** RFC 6749, section 2.3.1, wants both encoded so before they are joined. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
