import { HOST } from './access.js';
import type { Client } from './client.js';
import type { Clients } from './clients.js';

/** The client that the first start makes. */
export const ADMINISTRATOR = 'administrator';

const DETAILS = { clientId: ADMINISTRATOR, name: 'administrator', role: 'admin', tenant: HOST } as const;

/**
 * Makes the administrator where there is no client at all.
 *
 * @returns its secret, to be shown once; undefined when there are clients already
 * @throws GatewayError `unavailable` when it cannot be kept
 */
export async function firstAdministrator(clients: Clients): Promise<string | undefined> {
  if (clients.list().length > 0) return undefined;
  return (await clients.create({ ...DETAILS, appInstanceIds: [] })).secret;
}

/**
 * The administrator, for whoever owns the gateway: made again when it was removed, enabled when it was disabled, so that nobody can
 * lock the owner out.
 *
 * @throws GatewayError `unavailable` when it cannot be kept
 */
export async function administrator(clients: Clients): Promise<Client> {
  const found = clients.find(ADMINISTRATOR);
  if (!found) return (await clients.create({ ...DETAILS, appInstanceIds: [] })).client;
  return found.disabled ? clients.enable(ADMINISTRATOR) : found;
}
