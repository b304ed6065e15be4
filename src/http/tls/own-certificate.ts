import { createPrivateKey, X509Certificate } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import { dirname, join } from 'node:path';
import { messageOf } from '../../errors.js';
import { readText, signatureOf } from './certificate-files.js';
import type { CertificateSource } from './certificates.js';
import { makeAuthority } from './make-authority.js';
import { makeCertificate } from './make-certificate.js';
import type { TlsContext } from './tls.js';
import { flush, writeDurably, writeWhole } from '../../write-whole.js';
import type { KeyPair } from './x509.js';

const SERVER = 'server.pem';
const KEY = /-----BEGIN PRIVATE KEY-----[^]*-----END PRIVATE KEY-----\n/;

/** Where the authority's certificate lies, for clients to trust. */
export function authorityPath(dataDir: string): string {
  return join(dataDir, 'tls', 'ca.pem');
}

/** Where the gateway's certificate lies, with its key. */
export function serverPath(dataDir: string): string {
  return join(dataDir, 'tls', SERVER);
}

export interface OwnCertificateParts {
  readonly dataDir: string;
  /** Under which the gateway is called at the moment. */
  readonly names: () => readonly string[];
  /** A folder with the `ca.pem` and `ca.key` of an authority that several gateways share. */
  readonly authority?: string | undefined;
  /** A file with the certificates of the clients' authority. */
  readonly clientCa?: string | undefined;
  readonly check: (context: TlsContext) => TlsContext;
}

/**
 * A certificate of the gateway's own authority, or of one that it shares. What there is none of is made, but for a shared authority;
 * the certificate is made anew, by the same authority, when the gateway is called by a name that it does not have. One name less is
 * no reason: it was true once.
 *
 * @returns where the certificate comes from; its `read` throws an Error for people when the folder holds something else
 */
export function ownCertificate({ dataDir, names, authority: shared, clientCa, check }: OwnCertificateParts): CertificateSource {
  const theirs = [...(shared === undefined ? [] : pathsIn(shared)), ...(clientCa === undefined ? [] : [clientCa])];
  return {
    signature: async () => [...names(), ...(await Promise.all(theirs.map(signatureOf)))].join(' '),
    async read() {
      const authority = shared === undefined ? ((await kept(dataDir)) ?? (await begin(dataDir))) : await sharedIn(shared);
      const path = serverPath(dataDir);
      const { certificate: cert, key } = await current(path, authority, names());
      return check({ cert, key, ...(clientCa === undefined ? {} : { ca: await readText(clientCa) }) });
    },
  };
}

function pathsIn(folder: string): readonly [string, string] {
  return [join(folder, 'ca.pem'), join(folder, 'ca.key')];
}

/**
 * The first certificate counts: those that are to come, or that were, may follow for who trusts the file.
 *
 * @throws Error for people
 */
async function sharedIn(folder: string): Promise<KeyPair> {
  const [path, keyPath] = pathsIn(folder);
  const [certificate, key] = [await readText(path), await readText(keyPath)];
  try {
    const [own, authority] = [createPrivateKey(key), new X509Certificate(certificate)];
    if (own.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('expected a key on the curve P-256');
    if (!authority.ca || !authority.checkPrivateKey(own)) throw new Error('expected an authority and its key');
    return { certificate: authority.toString(), key };
  } catch (cause) {
    throw new Error(`${folder}: ca.pem and ca.key cannot be used: ${messageOf(cause)}`, { cause });
  }
}

/** @returns undefined when there is none as yet; where the authority was a shared one, the folder has a certificate alone */
async function kept(dataDir: string): Promise<KeyPair | undefined> {
  const dir = join(dataDir, 'tls');
  try {
    const [certificate, key] = await Promise.all(pathsIn(dir).map((path) => readFile(path, 'utf8')));
    return { certificate: certificate ?? '', key: key ?? '' };
  } catch (cause) {
    if ((await Promise.all(pathsIn(dir).map(isMissing))).every(Boolean)) return undefined;
    throw new Error(
      `${dir}: the authority cannot be read: ${messageOf(cause)}. Bring its ca.pem and ca.key back, or take the folder away for a ` +
        'new authority, which every client has to be told to trust',
      { cause },
    );
  }
}

async function isMissing(path: string): Promise<boolean> {
  return access(path).then(
    () => false,
    (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT',
  );
}

/** The folder appears with all that belongs in it, or not at all; whoever comes second takes what the first has made. */
async function begin(dataDir: string): Promise<KeyPair> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const [dir, draft] = [join(dataDir, 'tls'), await mkdtemp(join(dataDir, 'tls-'))];
  try {
    const authority = await makeAuthority();
    await writeDurably(join(draft, 'ca.key'), authority.key);
    await writeDurably(join(draft, 'ca.pem'), authority.certificate);
    await flush(draft);
    try {
      await rename(draft, dir);
    } catch {
      const theirs = await kept(dataDir);
      if (theirs) return theirs;
      await clear(dir);
      await rename(draft, dir);
    }
    await flush(dataDir);
    return authority;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Takes away what another authority has signed, and what a power cut has left of it: a folder is put in the place of an empty one only. */
async function clear(dir: string): Promise<void> {
  const ours = (await readdir(dir)).filter((name) => name.startsWith(SERVER));
  for (const name of ours) await rm(join(dir, name), { force: true });
}

async function current(path: string, authority: KeyPair, names: readonly string[]): Promise<KeyPair> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const present = { key: KEY.exec(text)?.[0] ?? '', certificate: text.replace(KEY, '') };
  if (isGood(present, authority, names)) return present;
  const made = await makeCertificate(authority, names);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // both in one file, so that they always belong together
  await writeWhole(path, made.key + made.certificate);
  return made;
}

function isGood({ certificate, key }: KeyPair, authority: KeyPair, names: readonly string[]): boolean {
  if (certificate === '' || key === '') return false;
  try {
    const server = new X509Certificate(certificate);
    const isOurs = server.verify(new X509Certificate(authority.certificate).publicKey);
    return isOurs && names.every((name) => has(server, name));
  } catch {
    return false; // half of a file, for one; it is made anew
  }
}

function has(certificate: X509Certificate, name: string): boolean {
  if (isIP(name)) return certificate.checkIP(name) !== undefined;
  return certificate.checkHost(name, { subject: 'never', wildcards: false }) !== undefined;
}
