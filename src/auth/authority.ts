import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { State } from '../registry/state.js';
import { CameraLinks } from './camera-links.js';
import { Clients } from './clients.js';
import { ForwardTime } from './forward-time.js';
import { KeyRing } from './key-ring.js';
import { metadata, TOKEN_PATH } from './metadata.js';
import { OutsideIssuers, type TrustedIssuer } from './outside/outside-issuers.js';
import { requireIssuers } from './outside/require-issuers.js';
import { RevokedTokens } from './revoked-tokens.js';
import { Secrets } from './secrets.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInCodes } from './sign-in-codes.js';
import { Tenants } from './tenants.js';
import { TokenEndpoint } from './token-endpoint.js';
import { TokenGrants } from './token-grants.js';
import { Tokens } from './tokens.js';

const SWEEP_MS = 60_000;
const MOST_CLIENTS = 1_000;
const MOST_TENANTS = 64;
const MOST_REVOKED = 1_000;
const LIFETIME_MS = 3_600_000;
const ROTATE_MS = 30 * 86_400_000;

export interface AuthorityParts {
  readonly state: State;
  readonly clock: Clock;
  /** The gateway's URL, without a slash at the end. */
  readonly issuer: string;
  /** Whom tokens are for: the gateway's identifier. */
  readonly audience: string;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  readonly report: (message: string) => void;
  /** How long a token lives, ms in whole seconds; an hour unless given. */
  readonly lifetimeMs?: number;
  /** How long a key signs, ms; 30 days unless given. */
  readonly rotateMs?: number;
  readonly secrets?: Secrets;
  /** Whether clients may show certificates (`http.tls.clientCa`). */
  readonly hasCertificates?: boolean;
  /** Others whose tokens count too. */
  readonly issuers?: readonly TrustedIssuer[];
}

/** Who may call what: clients, their tokens, and the keys that sign them. */
export type Authority = Awaited<ReturnType<typeof openAuthority>>;

/**
 * Restores clients, tenants and keys from the state, and looks after them from now on.
 *
 * @returns everything that the token endpoint, the clients' API and the router are made of; disposing it notes the time
 * @throws GatewayError `unavailable` when a first key cannot be kept; `invalid` when an issuer cannot be trusted as is asked
 */
export async function openAuthority(parts: AuthorityParts) {
  const { state, clock, issuer, audience, scopes, report, lifetimeMs = LIFETIME_MS, rotateMs = ROTATE_MS } = parts;
  const { secrets = new Secrets(), issuers = [] } = parts;
  requireIssuers(issuers, issuer, scopes);
  const time = await ForwardTime.load(state, clock);
  if (time.wasPutBack)
    report('the clock is behind what it was: all tokens of before have ended, and clients have to get new ones');
  const keys = await KeyRing.load({ state, time, longestMs: lifetimeMs, rotateMs });
  const clients = await Clients.load({ state, time, secrets, total: MOST_CLIENTS });
  const tenants = await Tenants.load(state, MOST_TENANTS);
  const revoked = await RevokedTokens.load(state, time, MOST_REVOKED);
  const sessions = await Sessions.load({ state, clients, time });
  const tokens = new Tokens({ keys, clients, tenants, scopes, revoked, sessions, time, issuer, audience, lifetimeMs });
  const cameraLinks = new CameraLinks({ tokens, clients, tenants, scopes, time });
  const codes = new SignInCodes(clock);
  const endpoint = new TokenEndpoint({
    clients,
    tokens,
    time,
    clock,
    scopes,
    report,
    audiences: [`${issuer}${TOKEN_PATH}`, issuer],
  });
  // only now: until everything of before has ended, the next start must find that the clock was put back
  await time.keep();

  /** Nobody needs to know how late it is who has no token. */
  const keepTime = async () => {
    if (time.mark < tokens.aliveUntil) await time.keep();
  };
  const sweep = async () => {
    endpoint.sweep();
    for (const task of [keepTime, () => keys.sweep(), () => revoked.sweep(), () => sessions.sweep()])
      await task().catch((error: unknown) => report(`identity cannot be looked after: ${messageOf(error)}`));
  };
  let underWay: Promise<void> | undefined;
  const sweeping = clock.every(SWEEP_MS, () => {
    underWay ??= sweep().finally(() => (underWay = undefined));
  });
  return {
    ...{ time, keys, clients, tenants, tokens, endpoint, scopes, cameraLinks, codes },
    signIn: new SignIn({ codes, sessions, tokens, clients, scopes }),
    grants: new TokenGrants(tokens, new OutsideIssuers({ issuers, scopes, tenants, time, clock, report }), cameraLinks),
    metadata: metadata(issuer, scopes, parts.hasCertificates),
    async [Symbol.asyncDispose]() {
      sweeping[Symbol.dispose]();
      await underWay;
      await keepTime().catch((error: unknown) => report(`the time cannot be noted: ${messageOf(error)}`));
    },
  };
}
