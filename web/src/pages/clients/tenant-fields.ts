import type { components } from '../../../../generated/access.js';
import type { Devices } from './client-fields.js';

type Schemas = components['schemas'];
export type Tenant = Schemas['Tenant'];

/** Where what is typed of a tenant is kept. */
export const draftOfTenant = (tenant: string): string => `tenant-${tenant}`;

/** Each quota with its least, its most and what it is counted in, as the specification has it. */
export const QUOTAS = {
  readsPerSecond: { min: 0.1, max: 1_000_000, step: 'any' },
  writesPerSecond: { min: 0.1, max: 1_000_000, step: 'any' },
  applications: { min: 0, max: 1_000_000, step: 1 },
  subscriptions: { min: 0, max: 1_000_000, step: 1 },
  eventReaders: { min: 0, max: 1_000_000, step: 1 },
  streams: { min: 0, max: 1_000_000, step: 1 },
  pointsPerDay: { min: 0, max: Number.MAX_SAFE_INTEGER, step: 1 },
} as const satisfies Record<keyof Schemas['Quotas'], object>;
export type Quota = keyof typeof QUOTAS;
export const QUOTA_NAMES = Object.keys(QUOTAS) as readonly Quota[];

/** A tenant as it stands in a form. */
export interface TenantFields extends Bounds {
  readonly tenant: string;
  readonly description: string;
  readonly devices: Devices;
}

/** Each quota as it stands in its field: empty is without a bound. */
type Bounds = Readonly<Partial<Record<Quota, string>>>;

export const EMPTY: TenantFields = { tenant: '', description: '', devices: 'all' };

export function fieldsOf({ tenant, description = '', devices, quotas = {} }: Tenant): TenantFields {
  const written = QUOTA_NAMES.flatMap((name) => (quotas[name] === undefined ? [] : [[name, String(quotas[name])]]));
  return { tenant, description, devices, ...(Object.fromEntries(written) as Bounds) };
}

export function detailsOf(fields: TenantFields): Schemas['TenantDetails'] {
  const { description, devices } = fields;
  const bounds = QUOTA_NAMES.flatMap((name) => ((fields[name] ?? '') === '' ? [] : [[name, Number(fields[name])]]));
  return {
    ...(description !== '' && { description }),
    devices: devices === 'all' ? devices : [...devices],
    quotas: Object.fromEntries(bounds) as Schemas['Quotas'],
  };
}
