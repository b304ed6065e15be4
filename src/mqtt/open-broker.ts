import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Broker, type BrokerParts } from './broker.js';

export interface BrokerConfig {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** PEM */
  readonly caFile?: string | undefined;
}

/** @throws Error when the file cannot be read */
export function openBroker({ url, username, password, caFile }: BrokerConfig, parts: Omit<BrokerParts, 'target'>): Broker {
  const ca = caFile === undefined ? undefined : readFileSync(caFile, 'utf8');
  // a broker ends the older one of two connections of the same name
  const clientId = `umec-${randomUUID().slice(0, 8)}`;
  return new Broker({ ...parts, target: { url, username, password, ca, clientId } });
}
