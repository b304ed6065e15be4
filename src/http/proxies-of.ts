import { isLoopback } from '../config/is-loopback.js';
import { listenAddress } from '../config/listen-address.js';
import type { Config } from '../config/schema.js';
import type { ProxyOptions } from './proxies.js';

/** As the configuration has it. Where nothing but a declared proxy makes plain HTTP beyond this machine good, nobody may go around it. */
export function proxiesOf({ listen, tls, insecure, trustedProxies, forwardedHeader, publicUrl }: Config['http']): ProxyOptions {
  const prefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/(?<!\/)\/+$/, '');
  const only = tls.mode === 'off' && !insecure && !isLoopback(listenAddress(listen).host);
  return { networks: trustedProxies, header: forwardedHeader, prefix, only };
}
