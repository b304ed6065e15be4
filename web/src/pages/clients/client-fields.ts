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

/** What a client may do: one thing, whichever part of it is changed. */
export interface Grant {
  readonly kind: 'PROGRAM' | 'PERSON';
  /** Of a person. */
  readonly role: Role;
  /** Of a program. */
  readonly scopes: readonly string[];
}

/** A client as it stands in a form. */
export interface ClientFields {
  readonly clientId: string;
  readonly name: string;
  readonly tenant: string;
  readonly grant: Grant;
  readonly devices: Devices;
  /** One a line. */
  readonly appInstanceIds: string;
  readonly disabled: boolean;
}

export const ROLES = ['viewer', 'operator', 'admin'] as const satisfies readonly Role[];

export const EMPTY: ClientFields = {
  ...{ clientId: '', name: '', tenant: HOST, grant: { kind: 'PROGRAM', role: 'viewer', scopes: [] }, devices: 'all' },
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
  const { grant: none } = EMPTY;
  return {
    ...{ clientId, name, tenant, disabled, devices: devices ?? 'all', appInstanceIds: appInstanceIds.join('\n') },
    grant: { kind: role === undefined ? 'PROGRAM' : 'PERSON', role: role ?? none.role, scopes: scopes ?? none.scopes },
  };
}

function detailsOf({ name, tenant, grant, devices, appInstanceIds }: ClientFields): Schemas['ClientDetails'] {
  const { kind, role, scopes } = grant;
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
