import { isLoopback } from './is-loopback.js';
import { listenAddress } from './listen-address.js';
import type { Config } from './schema.js';

/**
 * What is wrong with where the gateway listens, and with how: beyond this machine only for whoever has a token, and only where nobody
 * can read the token on its way.
 */
export function listenFaults(http: Config['http'], authMode: string): string[] {
  return [...tlsFaults(http.tls), ...beyondLoopback(http, authMode), ...nameless(http)];
}

function tlsFaults({ mode, names, ...paths }: Config['http']['tls']): string[] {
  const needed = mode === 'files' ? (['certificate', 'key'] as const) : [];
  const useless = {
    off: ['authority', 'certificate', 'key', 'clientCa'],
    own: ['certificate', 'key'],
    files: ['authority'],
  } as const;
  return [
    ...needed
      .filter((name) => paths[name] === undefined)
      .map((name) => `http.tls.${name}: found nothing, expected a file, since http.tls.mode is files`),
    ...useless[mode]
      .filter((name) => paths[name] !== undefined)
      .map((name) => `http.tls.${name}: found ${JSON.stringify(paths[name])}, expected nothing, since http.tls.mode is ${mode}`),
    ...(names.length > 0 && mode !== 'own'
      ? [`http.tls.names: found ${JSON.stringify(names)}, expected none, since http.tls.mode is ${mode}`]
      : []),
  ];
}

function beyondLoopback({ listen, tls, insecure, trustedProxies }: Config['http'], authMode: string): string[] {
  const { host, port } = listenAddress(listen);
  if (isLoopback(host)) return [];
  const found = `http.listen: found ${listen}, expected a loopback address such as 127.0.0.1:${port}`;
  if (authMode === 'none')
    return [`${found}: tokens are not enforced (auth.mode: none), so nobody but this machine may reach the gateway`];
  if (tls.mode !== 'off' || insecure || trustedProxies.length > 0) return [];
  return [
    `${found}, or TLS (http.tls.mode: own), or a proxy that speaks it (http.trustedProxies): without, whoever is on the way reads ` +
      'tokens and pictures along (http.insecure: true if that is what you want)',
  ];
}

/** Every address of the machine is none that others could be told. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

function nameless({ listen, publicUrl }: Config['http']): string[] {
  if (publicUrl !== undefined || !EVERYWHERE.has(listenAddress(listen).host)) return [];
  return [
    `http.publicUrl: found nothing, expected the URL by which others call the gateway: it listens on every address (http.listen: ${listen}), ` +
      'and services and tokens name one',
  ];
}
