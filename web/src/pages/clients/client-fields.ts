import type { components } from '../../../../generated/access.js';

type Schemas = components['schemas'];
export type Client = Schemas['OauthClient'];
export type Role = NonNullable<Client['role']>;
/** What is seen: everything, or these. */
export type Devices = 'all' | readonly string[];

/** Where what is typed of a client is kept. */
export const draftOfClient = (clientId: string): string => `client-${clientId}`;

/** The tenant of whoever belongs to no other: the gateway itself. */
export const HOST = 'host';

/** A client as it stands in a form. */
export interface ClientFields {
  readonly clientId: string;
  readonly name: string;
  readonly tenant: string;
  readonly kind: 'PROGRAM' | 'PERSON';
  /** Of a person. */
  readonly role: Role;
  /** Of a program. */
  readonly scopes: readonly string[];
  readonly devices: Devices;
  /** One a line. */
  readonly appInstanceIds: string;
  readonly disabled: boolean;
}

export const ROLES = ['viewer', 'operator', 'admin'] as const satisfies readonly Role[];

export const EMPTY: ClientFields = {
  ...{ clientId: '', name: '', tenant: HOST, kind: 'PROGRAM', role: 'viewer', scopes: [], devices: 'all' },
  ...{ appInstanceIds: '', disabled: false },
};

export function fieldsOf({
  clientId,
  name,
  tenant = HOST,
  role,
  scopes,
  devices,
  appInstanceIds = [],
  disabled,
}: Client): ClientFields {
  return {
    ...{ clientId, name, tenant, disabled, kind: role === undefined ? 'PROGRAM' : 'PERSON', role: role ?? EMPTY.role },
    ...{ scopes: scopes ?? [], devices: devices ?? 'all', appInstanceIds: appInstanceIds.join('\n') },
  };
}

function detailsOf({ name, tenant, kind, role, scopes, devices, appInstanceIds }: ClientFields): Schemas['ClientDetails'] {
  return {
    ...{ name, tenant, appInstanceIds: appInstanceIds.split(/\s+/).filter((one) => one !== '') },
    ...(kind === 'PERSON' ? { role } : { scopes: [...scopes] }),
    ...(devices !== 'all' && { devices: [...devices] }),
  };
}

export function newClientOf(fields: ClientFields): Schemas['NewOauthClient'] {
  return { ...detailsOf(fields), ...(fields.clientId !== '' && { clientId: fields.clientId }) };
}

/** What is to be there instead; what has no field goes on as it was. */
export function changedClientOf(fields: ClientFields, { certificateBound, keys }: Client): Schemas['ChangedOauthClient'] {
  return {
    ...detailsOf(fields),
    ...(certificateBound !== undefined && { certificateBound }),
    ...(keys !== undefined && { keys }),
    disabled: fields.disabled,
  };
}
