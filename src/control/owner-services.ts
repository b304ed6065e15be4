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

/** What the owner of the gateway gets at its door. */
export function ownerServices({ clients, tokens, scopes: every }: Pick<Authority, 'clients' | 'tokens' | 'scopes'>): Services {
  return {
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
