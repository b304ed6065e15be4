import { join } from 'node:path';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/schema.js';
import { listenAddress } from '../../config/listen-address.js';
import { messageOf } from '../../errors.js';
import type { Log } from '../../log.js';
import { certificateFiles } from './certificate-files.js';
import { type CertificateSource, Certificates } from './certificates.js';
import { type Machine, namesOf } from './names.js';
import { authorityPath, ownCertificate } from './own-certificate.js';
import { requireContext } from './require-context.js';
import type { Tls, TlsContext } from './tls.js';
import { fingerprintOf } from './x509.js';

/** The gateway's own authority: what clients are to trust, and how people tell that it is the one. */
export interface OwnAuthority {
  readonly path: string;
  /** SHA-256, as openssl writes it. */
  readonly fingerprint: string;
}

export interface OpenTls extends Tls, Disposable {
  /** Of the gateway, when it has made one itself. */
  readonly authority?: OwnAuthority;
  /** Looks whether certificates have changed, sooner than it would by itself. */
  look(): Promise<void>;
}

export interface TlsParts {
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly machine?: Machine;
}

/**
 * Certificates as the configuration has them, looked after until disposed.
 *
 * @returns undefined when it asks for none
 * @throws Error for people, when they cannot be had
 */
export async function openTls({ http, data }: Pick<Config, 'http' | 'data'>, parts: TlsParts): Promise<OpenTls | undefined> {
  if (http.tls.mode === 'off') return undefined;
  const { clock, log } = parts;
  const certificates = await Certificates.open(sourceOf(http, data.dir, parts), clock, log).catch((cause: unknown) => {
    throw new Error(`http.tls: ${messageOf(cause)}`, { cause });
  });
  const [, last] = /(-----BEGIN CERTIFICATE-----(?:(?!-----BEGIN)[^])*)$/.exec(certificates.context.value.cert) ?? [];
  const { authority } = http.tls;
  const caPath = authority === undefined ? authorityPath(data.dir) : join(authority, 'ca.pem');
  const isOwn = http.tls.mode === 'own' && last !== undefined;
  return {
    context: certificates.context,
    hstsMaxAgeS: http.tls.hstsMaxAgeS,
    ...(isOwn ? { authority: { path: caPath, fingerprint: fingerprintOf(last) } } : {}),
    look: () => certificates.look(),
    [Symbol.dispose]: () => certificates[Symbol.dispose](),
  };
}

function sourceOf(http: Config['http'], dataDir: string, { clock, log, machine }: TlsParts): CertificateSource {
  const { mode, names, authority, clientCa, certificate = '', key = '' } = http.tls;
  const check = (context: TlsContext) => requireContext(context, clock.now(), (message) => log.warn(message));
  if (mode === 'files') return certificateFiles({ certificate, key, clientCa }, check);
  const called = http.publicUrl === undefined ? [] : [new URL(http.publicUrl).hostname];
  const given = [...names, ...called, listenAddress(http.listen).host];
  return ownCertificate({ dataDir, names: () => namesOf(given, machine), authority, clientCa, check });
}
