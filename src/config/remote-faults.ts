import { withoutSecrets } from '../without-secrets.js';
import { isNeverCalledHost } from '../outgoing/never-called.js';
import type { Config } from './schema.js';

type Radios = Config['devices']['radios'];

/** What each setting of a radio elsewhere may be, but not together. */
export function remoteFaults(radios: Radios, mode: Config['auth']['mode']): string[] {
  return Object.entries(radios).flatMap(([radioId, radio]) => faultsOf(`devices.radios.${radioId}`, radio, mode));
}

function faultsOf(at: string, radio: Radios[string], mode: Config['auth']['mode']): string[] {
  if (radio.driver === 'mqtt') return [...brokerFaults(at, radio), ...placeFaults(at, radio.url)];
  return radio.driver === 'ruuvi-gateway' ? gatewayFaults(at, radio, mode) : [];
}

/** MQTT knows users without a password, and no passwords without a user. */
export function brokerFaults(
  at: string,
  broker: { readonly username?: string; readonly password?: string } | undefined,
): string[] {
  if (broker?.password === undefined || broker.username !== undefined) return [];
  return [`${at}: found password and no username, expected both`];
}

function placeFaults(at: string, url: string): string[] {
  if (!isNeverCalledHost(new URL(url).hostname.replace(/^\[|\]$/g, ''))) return [];
  return [
    `${at}.url: found ${withoutSecrets(url)}, expected no link-local address and none where clouds keep their machines' secrets`,
  ];
}

function gatewayFaults(at: string, radio: Extract<Radios[string], { driver: 'ruuvi-gateway' }>, mode: string): string[] {
  const { token, url, username, password, bearer } = radio;
  const faults: string[] = [];
  if (token === undefined && url === undefined && mode === 'tokens')
    faults.push(`${at}: found neither token nor url, expected token for what it posts, or url where it is asked`);
  if (url === undefined && (username ?? password ?? bearer) !== undefined)
    faults.push(`${at}: found credentials and no url, expected url to say whom they are for`);
  if ((username === undefined) !== (password === undefined))
    faults.push(`${at}: found one of username and password, expected both or none`);
  if (username !== undefined && bearer !== undefined) faults.push(`${at}: found username and bearer, expected one of the two`);
  return url === undefined ? faults : [...faults, ...placeFaults(at, url)];
}
