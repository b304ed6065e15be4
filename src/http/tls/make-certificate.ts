import { isIP } from 'node:net';
import { exportKey, importKey, type KeyPair, loadX509, makeKeys, makeSerialNumber, SIGNING, VALIDITY } from './x509.js';

/**
 * Makes a server's certificate. It is good for as long as its authority: whoever has stolen its key has that of the authority too,
 * which lies beside it, so an earlier end would protect nobody.
 *
 * @param names under which the server is called: host names and addresses
 * @returns the certificate followed by its authority's
 */
export async function makeCertificate(authority: KeyPair, names: readonly string[]): Promise<KeyPair> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=uMEC gateway',
    issuer: issuer.subject,
    serialNumber: makeSerialNumber(),
    ...VALIDITY,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n${authority.certificate}`, key: await exportKey(keys.privateKey) };
}
