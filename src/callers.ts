import { firstAdministrator } from './auth/administrator.js';
import { openAuthority } from './auth/authority.js';
import { OpenGrants } from './auth/grants.js';
import { Tickets } from './auth/tickets.js';
import type { Clock } from './clock.js';
import type { Config } from './config/schema.js';
import { Disposables } from './disposables.js';
import { trustedIssuers } from './issuers/trusted-issuers.js';
import { Metering } from './metering/metering.js';
import type { Outgoing } from './outgoing/outgoing.js';
import type { Gateway } from './registry/own-services.js';
import type { State } from './registry/state.js';

export interface CallerParts {
  readonly state: State;
  readonly clock: Clock;
  readonly report: (message: string) => void;
  readonly gateway: Gateway;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  /** To where issuers may be asked for their keys. */
  readonly outgoing: Outgoing;
}

/** Who may call, how they are let in, and how much they use. */
export type Callers = Awaited<ReturnType<typeof openCallers>>;

/**
 * Restores clients, tenants and what they have used, and makes the first administrator where there is none.
 *
 * @returns everything that lets callers in; `secret` is that administrator's, to be shown once. Disposing it notes the time and the use
 */
export async function openCallers({ auth, http }: Config, { state, clock, report, gateway, scopes, outgoing }: CallerParts) {
  await using opening = new Disposables();
  const authority = opening.use(
    await openAuthority({
      ...{ state, clock, report, scopes, issuer: gateway.url, audience: gateway.id },
      lifetimeMs: auth.tokenLifetimeS * 1000,
      hasCertificates: http.tls.clientCa !== undefined,
      issuers: trustedIssuers(auth.issuers, outgoing, [gateway.id, gateway.url]),
    }),
  );
  const { clients, tenants, metadata } = authority;
  const quotasOf = (tenant: string) => tenants.find(tenant)?.quotas;
  const metering = opening.use(await Metering.load({ state, clock, limits: auth.limits, quotasOf, report }));
  const asksForTokens = auth.mode === 'tokens';
  const grants = asksForTokens ? authority.grants : new OpenGrants();
  return {
    ...{ authority, metering, asksForTokens, grants, tokenEndpoint: metadata.token_endpoint },
    tickets: new Tickets({ grants, clock }),
    secret: asksForTokens ? await firstAdministrator(clients) : undefined,
    [Symbol.asyncDispose]: opening.move(),
  };
}
