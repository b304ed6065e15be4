import { withoutSecrets } from '../without-secrets.js';
import { isNeverCalledHost } from '../outgoing/never-called.js';
import type { Config } from './schema.js';

type Radios = Config['devices']['radios'];

/** What each setting of a radio elsewhere may be, but not together. */
export function remoteFaults(radios: Radios, mode: Config['auth']['mode']): string[] {
  return Object.entries(radios).flatMap(([radioId, radio]) =>
    radio.driver === 'ruuvi-gateway' ? gatewayFaults(`devices.radios.${radioId}`, radio, mode) : [],
  );
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
  if (username !== undefined && bearer !== undefined)
    faults.push(`${at}: found username and bearer, expected one of the two`);
  if (url !== undefined && isNeverCalledHost(new URL(url).hostname.replace(/^\[|\]$/g, '')))
    faults.push(`${at}.url: found ${withoutSecrets(url)}, expected no link-local address and none where clouds keep their machines' secrets`);
  return faults;
}
