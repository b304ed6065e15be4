import { administrator } from './administrator.js';
import { BearerRefusal } from './bearer-refusal.js';
import type { Client } from './client.js';
import type { Clients } from './clients.js';
import { scopesOfRole } from './roles.js';
import type { Session, Sessions } from './sessions.js';
import type { SignInCodes } from './sign-in-codes.js';
import type { Tokens } from './tokens.js';

/** Of the tokens of a page: it asks for another as long as it is open. */
const LIFETIME_MS = 600_000;

export interface SignInParts {
  readonly codes: Pick<SignInCodes, 'take'>;
  readonly sessions: Pick<Sessions, 'begin' | 'goesOn' | 'use' | 'end' | 'endAll'>;
  readonly tokens: Pick<Tokens, 'issue'>;
  readonly clients: Clients;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
}

/** As a token endpoint answers it, and what the person may do. */
export interface SessionToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** s */
  readonly expires_in: number;
  readonly scope: string;
  readonly role: Session['role'];
}

/** Signs people in and out: a code that the owner has handed out begins a session, and the session's cookie gives short tokens. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /**
   * @returns the token, and what the cookie is to hold
   * @throws BearerRefusal `invalid_token` when the code was used, has ended or never was
   * @throws GatewayError `unavailable` when it cannot be kept
   */
  async begin(code: string): Promise<{ readonly secret: string; readonly token: SessionToken; readonly client: string }> {
    const role = this.parts.codes.take(code);
    if (role === undefined) throw refused('the link was used or has ended: umec link prints another');
    const client = await administrator(this.parts.clients);
    const { session, secret } = await this.parts.sessions.begin(client, role);
    return { secret, token: await this.tokenOf(session, client), client: client.clientId };
  }

  /** Whether somebody is signed in by this cookie. */
  goesOn(secret: string | undefined): boolean {
    return secret !== undefined && this.parts.sessions.goesOn(secret);
  }

  /** @throws BearerRefusal `invalid_token` when nobody is signed in by this cookie */
  async renew(secret: string | undefined): Promise<{ readonly token: SessionToken; readonly client: string }> {
    const session = secret === undefined ? undefined : await this.parts.sessions.use(secret);
    const client = session && this.parts.clients.find(session.clientId);
    if (!client) throw refused('nobody is signed in here: umec link prints a link to sign in by');
    return { token: await this.tokenOf(session, client), client: client.clientId };
  }

  /** Ends the session, its tokens, and what began with them. */
  async end(secret: string | undefined): Promise<void> {
    if (secret !== undefined) await this.parts.sessions.end(secret);
  }

  /** For everybody. */
  async endAll(): Promise<void> {
    await this.parts.sessions.endAll();
  }

  private async tokenOf({ id, role }: Session, client: Client): Promise<SessionToken> {
    const asked = scopesOfRole(role, this.parts.scopes);
    const bounds = { session: id, lifetimeMs: LIFETIME_MS };
    const { token, lifetime, scopes } = await this.parts.tokens.issue(client, asked, bounds);
    return { access_token: token, token_type: 'Bearer', expires_in: lifetime, scope: scopes.join(' '), role };
  }
}

function refused(message: string): BearerRefusal {
  return new BearerRefusal('invalid_token', message);
}
