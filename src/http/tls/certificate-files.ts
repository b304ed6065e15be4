import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../../errors.js';
import type { CertificateSource } from './certificates.js';
import type { TlsContext } from './tls.js';

/** Which files hold what, all of them PEM. */
export interface CertificatePaths {
  readonly certificate: string;
  readonly key: string;
  readonly clientCa?: string | undefined;
}

/**
 * Certificates that somebody else looks after: certbot, cert-manager, a person.
 *
 * @param check takes what was read, or throws
 */
export function certificateFiles(
  { certificate, key, clientCa }: CertificatePaths,
  check: (context: TlsContext) => TlsContext,
): CertificateSource {
  const paths = [certificate, key, ...(clientCa === undefined ? [] : [clientCa])];
  return {
    signature: async () => (await Promise.all(paths.map(signatureOf))).join(' '),
    async read() {
      const texts: string[] = [];
      // one after the other, so that of several that are missing always the same is named
      for (const path of paths) texts.push(await readText(path));
      const [cert = '', privateKey = '', ca] = texts;
      return check({ cert, key: privateKey, ...(ca === undefined ? {} : { ca }) });
    },
  };
}

/** Text that differs when the file may have changed. A secret of Kubernetes is a link, and it is where it leads that changes. */
export async function signatureOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino}:${size}:${mtimeMs}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** @throws Error that names the file */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
}
