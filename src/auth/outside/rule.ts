import { HOST } from '../access.js';
import type { Role } from '../client.js';
import type { Rights } from '../rights.js';
import { scopesOfRole } from '../roles.js';
import { claimAt } from './claim-at.js';

export type ClaimValue = string | number | boolean;

/** What the operator lets whoever has certain claims do. */
export interface Rule {
  /** By the claim's dotted path what it has to be, or hold when it is a list; of several values any one. All must fit. */
  readonly when: Readonly<Record<string, ClaimValue | readonly ClaimValue[]>>;
  /** What they may do, as `scopesOfRole` has it; else `scopes` says so. */
  readonly role?: Role;
  readonly scopes?: readonly string[];
  /** To whom they belong: this name, or what the claim of this name says. Administrators without either look after everything. */
  readonly tenant?: string;
  readonly tenantClaim?: string;
  /** Absent means all. */
  readonly devices?: readonly string[];
  /** The instances of MEC applications that they may act for, or `all` of their tenant; absent as it is for the role. */
  readonly appInstanceIds?: readonly string[] | 'all';
}

export const TENANT = /^[A-Za-z0-9._:-]{1,128}$/;

/**
 * The rights by the first rule that fits; those after it are not looked at.
 *
 * @param every every scope that there is
 * @returns undefined when none fits, or when the claim that should name the tenant does not
 */
export function rightsOf(rules: readonly Rule[], claims: object, every: readonly string[]): Rights | undefined {
  const rule = rules.find(({ when }) => Object.entries(when).every(([path, expected]) => fits(claims, path, [expected].flat())));
  const tenant = rule && tenantOf(rule, claims);
  // a grant without a tenant sees everybody's
  if (!rule || (tenant === undefined && !looksAfterAll(rule))) return undefined;
  const { role, scopes = [], devices } = rule;
  const { appInstanceIds = role === 'admin' || role === 'operator' ? 'all' : [] } = rule;
  return {
    scopes: new Set(role === undefined ? scopes : scopesOfRole(role, every)),
    ...(looksAfterAll(rule) ? {} : { tenant }),
    appInstanceIds: appInstanceIds === 'all' ? appInstanceIds : new Set(appInstanceIds),
    devices: devices ? new Set(devices) : 'all',
  };
}

function looksAfterAll({ role, tenant, tenantClaim }: Rule): boolean {
  return role === 'admin' && tenantClaim === undefined && (tenant ?? HOST) === HOST;
}

/** No claim makes its holder one of the host's: that is the operator's to say. */
function tenantOf({ tenant, tenantClaim }: Rule, claims: object): string | undefined {
  if (tenantClaim === undefined) return tenant;
  const claimed = claimAt(claims, tenantClaim);
  return typeof claimed === 'string' && TENANT.test(claimed) && claimed !== HOST ? claimed : undefined;
}

function fits(claims: object, path: string, expected: readonly ClaimValue[]): boolean {
  const found = claimAt(claims, path);
  // a list with spaces between (RFC 8693, clause 4.2)
  const values: readonly unknown[] = path === 'scope' && typeof found === 'string' ? found.split(' ') : [found].flat();
  return values.some((value) => expected.some((one) => one === value));
}
