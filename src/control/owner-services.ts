import { z } from 'zod';
import { administrator } from '../auth/administrator.js';
import type { Authority } from '../auth/authority.js';
import { ROLES } from '../auth/client.js';
import { scopesOfRole } from '../auth/roles.js';
import { GatewayError } from '../errors.js';
import type { Services } from './door.js';

const tokenRequest = z.strictObject({ role: z.enum(ROLES).default('admin'), scopes: z.array(z.string()).max(64).optional() });

export interface OwnerToken {
  readonly access_token: string;
  /** s */
  readonly expires_in: number;
  readonly scope: string;
}

const linkRequest = z.strictObject({ role: z.enum(ROLES).default('admin') });

/** What a person opens to sign in at the panel, once. */
export interface OwnerLink {
  readonly url: string;
  /** s */
  readonly expires_in: number;
}

type Parts = Pick<Authority, 'clients' | 'tokens' | 'scopes' | 'codes' | 'signIn' | 'metadata'>;

/** What the owner of the gateway gets at its door. */
export function ownerServices({ clients, tokens, scopes: every, codes, signIn, metadata }: Parts): Services {
  return {
    /** What is behind `#` no browser sends to anybody, so it stands in no log. */
    async link(asked): Promise<OwnerLink> {
      const { code, expiresIn } = codes.make(parsed(linkRequest, asked).role);
      return Promise.resolve({ url: `${metadata.issuer}/#sign-in=${code}`, expires_in: expiresIn });
    },

    /** Everybody who has signed in, and with them every token of the administrator, and what goes on that began with one. */
    async 'sign-out-all'(): Promise<object> {
      await signIn.endAll();
      await clients.revoke((await administrator(clients)).clientId);
      return {};
    },

    async token(asked): Promise<OwnerToken> {
      const { role, scopes = scopesOfRole(role, every) } = parsed(tokenRequest, asked);
      const unknown = scopes.find((scope) => !every.includes(scope));
      if (unknown !== undefined) throw new GatewayError('invalid', `there is no scope ${unknown}, only ${every.join(', ')}`);
      const { token, lifetime } = await tokens.issue(await administrator(clients), scopes);
      return { access_token: token, expires_in: lifetime, scope: scopes.join(' ') };
    },
  };
}

function parsed<T>(schema: z.ZodType<T>, asked: unknown): T {
  const result = schema.safeParse(asked);
  if (!result.success) throw new GatewayError('invalid', z.prettifyError(result.error));
  return result.data;
}
