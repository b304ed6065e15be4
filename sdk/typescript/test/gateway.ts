import { ClientCredentials, connect, type Credentials, type Gateway } from 'umec-client';
import { CuttableWebSocket } from '../cuttable-web-socket.js';

/** The gateway that these tests are started for. */
export const url = required('UMEC_URL');

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

export function credentials(more: Partial<Credentials> = {}): ClientCredentials {
  return new ClientCredentials({
    url,
    clientId: required('UMEC_CLIENT_ID'),
    clientSecret: required('UMEC_CLIENT_SECRET'),
    ...more,
  });
}

export function connected(): Gateway {
  return connect({ url, token: credentials(), WebSocket: CuttableWebSocket });
}
