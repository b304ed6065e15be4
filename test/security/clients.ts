import { Clients, type NewClient } from '../../src/auth/clients.js';
import type { Client } from '../../src/auth/client.js';
import { ForwardTime } from '../../src/auth/forward-time.js';
import { Secrets, type SecretsOptions } from '../../src/auth/secrets.js';
import { Tenants } from '../../src/auth/tenants.js';
import { type Clock, systemClock } from '../../src/clock.js';
import { openStore } from '../../src/store/store.js';
import { CHEAP } from '../auth/identity.js';

/** A client, with what proves to be it. */
export interface Registered {
  readonly client: Client;
  /** Empty for one with keys of its own. */
  readonly secret: string;
}

/** Looks after the clients of a gateway that does not run. @param dir its `data.dir` */
export async function atClients<T>(
  dir: string,
  work: (clients: Clients, tenants: Tenants) => Promise<T>,
  { secrets = { cost: CHEAP }, clock = systemClock }: { secrets?: SecretsOptions; clock?: Clock } = {},
): Promise<T> {
  await using store = await openStore({ dir });
  const time = await ForwardTime.load(store.state, clock);
  const clients = await Clients.load({ state: store.state, time, secrets: new Secrets(secrets), total: 100 });
  return await work(clients, await Tenants.load(store.state, 64));
}

/** Registers clients, and their tenants, at a gateway that does not run yet. Without the ends that one gives it, a client is in the tenant `town`. */
export function withClients<Name extends string>(
  dir: string,
  wanted: Readonly<Record<Name, Partial<NewClient>>>,
  options?: { secrets?: SecretsOptions },
): Promise<Readonly<Record<Name, Registered>>> {
  return atClients(
    dir,
    async (clients, tenants) => {
      const made: [string, Registered][] = [];
      for (const [clientId, details] of Object.entries<Partial<NewClient>>(wanted)) {
        const may = details.role === undefined ? { scopes: [] } : {};
        const given = { clientId, name: clientId, ...may, appInstanceIds: [], tenant: 'town', ...details };
        if (!tenants.find(given.tenant)) await tenants.create(given.tenant, { devices: 'all', quotas: {} });
        const { client, secret = '' } = await clients.create(given);
        made.push([clientId, { client, secret }]);
      }
      return Object.fromEntries(made) as Record<Name, Registered>;
    },
    options,
  );
}

/** A token for all that the client may do, asked for as clients do. */
export async function signIn(url: string, registered: Registered): Promise<string> {
  const body = new URLSearchParams(`${credentialsOf(registered)}&grant_type=client_credentials`);
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  if (response.status !== 200) throw new Error(`${registered.client.clientId} gets no token: ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** What proves who it is, as a form has it. */
export function credentialsOf({ client, secret }: Registered): string {
  return new URLSearchParams({ client_id: client.clientId, client_secret: secret }).toString();
}
