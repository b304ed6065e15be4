import { createPrivateKey, type KeyObject } from 'node:crypto';
import { CompactSign, type JWK } from 'jose';
import { openAuthority } from '../../src/auth/authority.js';
import type { NewClient } from '../../src/auth/clients.js';
import type { TrustedIssuer } from '../../src/auth/outside/outside-issuers.js';
import { scopesOfClient } from '../../src/auth/rights.js';
import { Secrets, type SecretsOptions } from '../../src/auth/secrets.js';
import type { State } from '../../src/registry/state.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';

export const ISSUER = 'http://gateway.test:8080';
export const AUDIENCE = 'gateway-1';
export const SCOPES = ['camera:read', 'camera:write', 'sensors:read'];
/** Hashes that cost a test nothing. */
export const CHEAP = { cost: 16, blockSize: 1, parallelization: 1 };

/** A clock whose time of day somebody sets. */
export class SetClock extends ManualClock {
  offset = 0;

  override now(): number {
    return super.now() + this.offset;
  }
}

interface Setting {
  readonly state?: State;
  readonly clock?: SetClock;
  readonly secrets?: SecretsOptions;
  readonly rotateMs?: number;
  readonly scopes?: readonly string[];
  readonly issuers?: readonly TrustedIssuer[];
}

/** Identity as the gateway has it, on a state in memory and a clock that is moved by hand. */
export async function openIdentity({ state = new FakeState(), clock = new SetClock(), secrets, ...others }: Setting = {}) {
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const parts = { state, clock, report, issuer: ISSUER, audience: AUDIENCE, scopes: SCOPES, lifetimeMs: 600_000, ...others };
  const authority = await openAuthority({ ...parts, secrets: new Secrets({ cost: CHEAP, ...secrets }) });
  if (!authority.tenants.find('town')) await authority.tenants.create('town', { devices: 'all', quotas: {} });
  return { ...authority, state, clock, reports };
}

export type Identity = Awaited<ReturnType<typeof openIdentity>>;

/** What an administrator says of a client. */
export function details(changes: Partial<NewClient> = {}): NewClient {
  return { name: 'plates', scopes: ['camera:read', 'sensors:read'], appInstanceIds: ['app-1'], tenant: 'town', ...changes };
}

/** A client with a token of all its scopes. */
export async function withToken(identity: Identity, changes: Partial<NewClient> = {}) {
  const { client } = await identity.clients.create(details(changes));
  const { token } = await identity.tokens.issue(client, scopesOfClient(client, SCOPES));
  return { client, token, header: `Bearer ${token}` };
}

/** The private key that signs, as somebody has it who has read the state. */
export function stolenKey(state: FakeState): { readonly kid: string; readonly key: KeyObject } {
  const keys = [...state.documents].filter(([id]) => id.startsWith('keys/')).map(([, body]) => body);
  const { kid, jwk } = (keys as unknown as { kid: string; jwk: JWK }[]).find(({ jwk }) => jwk.d !== undefined) ?? {};
  return { kid: kid ?? '', key: createPrivateKey({ key: { ...jwk }, format: 'jwk' }) };
}

/** A token of any header and any text of claims. */
export function forge(key: KeyObject, header: object, claims: string): Promise<string> {
  return new CompactSign(Buffer.from(claims)).setProtectedHeader(header as { alg: string }).sign(key);
}

export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

export function headerOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
