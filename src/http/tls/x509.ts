import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';

/** A certificate and its key, in PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** ECDSA on P-256 with SHA-256: every client knows it, and a small board signs a handshake with it in a millisecond. */
export const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * From the beginning of all clocks to their end (RFC 5280, clause 4.1.2.5). A board without a battery wakes in 1970, and there is
 * nobody who could renew a certificate on a board that was never online.
 *
 * Browsers ask for less (398 days) of public authorities only. Apple asks for 825 days at most of every certificate that begins
 * after June 2019, and this one does not.
 */
export const VALIDITY = { notBefore: new Date(0), notAfter: new Date('9999-12-31T23:59:59Z') } as const;

/** What makes certificates. Loaded when one has to be made, which is nearly never: it takes memory and time. */
export async function loadX509() {
  // what injects the library's parts writes its notes there
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto);
  return x509;
}

export function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
}

/** For signing with. */
export function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, SIGNING, false, ['sign']);
}

export async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }).export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** 127 random bits, as RFC 5280, clause 4.1.2.2, asks for a positive number of up to 20 bytes. */
export function makeSerialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

/** As `openssl x509 -fingerprint -sha256` writes it. */
export function fingerprintOf(certificate: string): string {
  return new X509Certificate(certificate).fingerprint256;
}
