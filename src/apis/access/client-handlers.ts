import { document, type components, type operations } from '../../../generated/access.js';
import { HOST } from '../../auth/access.js';
import type { Client } from '../../auth/client.js';
import type { ChangedClient, Clients } from '../../auth/clients.js';
import type { Delegation } from '../../auth/delegation.js';
import type { Grant } from '../../auth/grants.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import { List } from '../../http/lists/list.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { inSight } from './in-sight.js';

type Schemas = Immutable<components['schemas']>;
type Operations = Pick<
  operations,
  | 'Clients_GET'
  | 'Clients_POST'
  | 'ClientsClientId_GET'
  | 'ClientsClientId_PUT'
  | 'ClientsClientId_DELETE'
  | 'ClientSecret_POST'
  | 'ClientRevocation_POST'
>;

const ROOT = '/access/v1/clients';
const NOT_KEPT = { 'Cache-Control': 'no-store' } as const;

export function clientHandlers(clients: Clients, delegation: Delegation): Handlers<Operations> {
  const seen = inSight(delegation, () => clients.list());
  const unchanged = (ifMatch: string | undefined, present: Client) => requireMatch(ifMatch, etagOf(toClient(present)));
  return {
    Clients_GET({ query, grant }) {
      return { status: 200, ...clientList.answer(seen(grant), query, ROOT) };
    },

    async Clients_POST({ body: wanted, grant }) {
      const { clientId } = wanted;
      const details = { ...detailsOf(wanted, grant), ...(clientId === undefined ? {} : { clientId }) };
      const { client, secret } = await clients.create(details, (client) => delegation.requireMayGive(grant, client));
      const made = toClient(client);
      const body = { ...made, ...(secret === undefined ? {} : { clientSecret: secret }) };
      // that of the client as it is given from now on: the secret is no part of it
      return { status: 201, headers: { Location: hrefOf(client), ...NOT_KEPT }, etag: etagOf(made), body };
    },

    ClientsClientId_GET({ path, grant }) {
      return { status: 200, body: toClient(delegation.clientFor(grant, path.clientId)) };
    },

    async ClientsClientId_PUT({ path, header, body, grant }) {
      const { tenant } = delegation.clientFor(grant, path.clientId);
      const details = { ...detailsOf({ tenant, ...body }, grant), disabled: body.disabled };
      const client = await clients.update(path.clientId, details, (present, changed) => {
        unchanged(header['If-Match'], present);
        delegation.requireMayControl(grant, present);
        delegation.requireMayGive(grant, changed);
      });
      return { status: 200, body: toClient(client) };
    },

    async ClientsClientId_DELETE({ path, header, grant }) {
      delegation.clientFor(grant, path.clientId);
      await clients.remove(path.clientId, (present) => {
        unchanged(header['If-Match'], present);
        delegation.requireMayControl(grant, present);
      });
      return { status: 204 };
    },

    async ClientSecret_POST({ path: { clientId }, body: { overlapS }, grant }) {
      delegation.clientFor(grant, clientId);
      const mayControl = (present: Client) => delegation.requireMayControl(grant, present);
      const clientSecret = await clients.rotate(clientId, overlapS * 1000, mayControl);
      return { status: 200, headers: NOT_KEPT, body: { clientId, clientSecret } };
    },

    async ClientRevocation_POST({ path: { clientId }, grant }) {
      delegation.clientFor(grant, clientId);
      await clients.revoke(clientId, (present) => delegation.requireMayControl(grant, present));
      return { status: 204 };
    },
  };
}

/** What there is to know of a client; its secrets are not part of it. */
const toClient = mapOnce((client: Client): Schemas['OauthClient'] => {
  const { clientId, disabled, createdAt, name, tenant, role, scopes, devices, appInstanceIds, certificateBound, keys } = client;
  return {
    clientId,
    name,
    tenant,
    disabled,
    ...(role === undefined ? { scopes: scopes ?? [] } : { role }),
    ...(devices === undefined ? {} : { devices }),
    appInstanceIds,
    ...(certificateBound === undefined ? {} : { certificateBound }),
    ...(keys === undefined ? {} : { keys }),
    created: new Date(createdAt).toISOString(),
    _links: { self: { href: hrefOf(client) } },
  };
});

function hrefOf({ clientId }: Client): string {
  return `${ROOT}/${clientId}`;
}

function detailsOf(body: Schemas['ClientDetails'], grant: Grant): ChangedClient {
  const { name, tenant = grant.tenant ?? HOST, role, scopes, devices, appInstanceIds = [], certificateBound, keys } = body;
  return {
    name,
    tenant,
    appInstanceIds,
    ...(role === undefined ? {} : { role }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(devices === undefined ? {} : { devices }),
    ...(certificateBound === undefined ? {} : { certificateBound }),
    ...(keys === undefined ? {} : { keys }),
  };
}

const clientList = new List({
  document,
  schema: 'OauthClient',
  pageSize: 500,
  key: ({ number }: Client) => number,
  represent: toClient,
});
