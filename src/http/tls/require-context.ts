import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { messageOf } from '../../errors.js';
import type { TlsContext } from './tls.js';

/**
 * Takes what TLS can be spoken with. A pair of which only one half was replaced so far is none.
 *
 * @param now ms since the epoch
 * @param report is told what may be wrong, but may also be the clock
 * @throws Error that says which part cannot be used
 */
export function requireContext(context: TlsContext, now: number, report: (message: string) => void): TlsContext {
  const { cert, key, ca } = context;
  // node:tls takes what is empty for what is not given
  attempt('the certificate cannot be read', () => new X509Certificate(cert));
  attempt('the key cannot be read', () => createPrivateKey(key));
  attempt('key and certificate do not belong together', () => createSecureContext({ cert, key }));
  if (ca !== undefined) attempt('the certificates of the clients’ authority cannot be read', () => new X509Certificate(ca));
  const { validFrom, validTo } = new X509Certificate(cert);
  if (now < Date.parse(validFrom) || now > Date.parse(validTo))
    report(`http.tls: by this machine's clock the certificate is not valid: it is so from ${validFrom} to ${validTo}`);
  return context;
}

function attempt(what: string, task: () => unknown): void {
  try {
    task();
  } catch (cause) {
    throw new Error(`${what}: ${messageOf(cause)}`, { cause });
  }
}
