import { z } from 'zod';
import { ROLES, SCOPE } from '../auth/client.js';
import { OUTSIDE_ALGS } from '../auth/outside/outside-key.js';
import { TENANT } from '../auth/outside/rule.js';
import { atMost } from './at-most-keys.js';
import { isIssuer, isSafeUrl } from './issuer-url.js';

const claimValue = z.union([z.string().max(256), z.number(), z.boolean()]);
const identifiers = z.array(z.string().regex(TENANT, 'expected up to 128 letters, digits, ".", "_", ":" and "-"')).max(64);
const rule = z
  .strictObject({
    when: atMost(8, z.record(z.string().min(1).max(256), z.union([claimValue, z.array(claimValue).min(1).max(64)]))).refine(
      (claims) => Object.keys(claims).length > 0,
      'expected at least one claim; iss and the issuer fits all its tokens',
    ),
    role: z.enum(ROLES).optional(),
    scopes: z.array(z.string().regex(SCOPE, 'expected a scope such as camera:read')).min(1).max(64).optional(),
    tenant: z.string().regex(TENANT, 'expected up to 128 letters, digits, ".", "_", ":" and "-"').optional(),
    tenantClaim: z.string().min(1).max(256).optional(),
    devices: identifiers.optional(),
    appInstanceIds: z.union([z.literal('all'), identifiers]).optional(),
  })
  .refine(({ role, scopes }) => (role === undefined) !== (scopes === undefined), 'expected one of role and scopes')
  .refine(
    ({ role, tenant, tenantClaim }) =>
      (tenant === undefined) !== (tenantClaim === undefined) || (role === 'admin' && tenant === undefined),
    'expected one of tenant and tenantClaim; without both administrators alone',
  );

/** Somebody else whose tokens count; see TrustedIssuer. */
export const issuer = z
  .strictObject({
    issuer: z.string().max(2048).refine(isIssuer, 'expected a URL without query and fragment, as tokens have it in iss'),
    audience: z.string().min(1).max(256).optional(),
    algorithms: z
      .array(z.enum(OUTSIDE_ALGS))
      .min(1)
      .default([...OUTSIDE_ALGS]),
    /** Where its keys are, when it cannot be asked. */
    jwksUri: z.string().max(2048).refine(isSafeUrl, 'expected a URL that begins with https://').optional(),
    caFile: z.string().min(1).max(4096).optional(),
    tokenFile: z.string().min(1).max(4096).optional(),
    maxLifetimeS: z.int().min(60).max(604_800).default(86_400),
    rules: z.array(rule).min(1).max(64),
  })
  .refine(
    ({ issuer: own, jwksUri }) => jwksUri !== undefined || isSafeUrl(own),
    'expected jwksUri, or an issuer that begins with https:// and can be asked where its keys are',
  );
