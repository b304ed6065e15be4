import { exportKey, type KeyPair, loadX509, makeKeys, makeSerialNumber, SIGNING, VALIDITY } from './x509.js';

/** Makes an authority of one's own. Its name has a part of its number, so that those of several gateways can be told apart. */
export async function makeAuthority(): Promise<KeyPair> {
  const x509 = await loadX509();
  const keys = await makeKeys();
  const serialNumber = makeSerialNumber();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=uMEC gateway CA ${serialNumber.slice(0, 8)}`,
    serialNumber,
    ...VALIDITY,
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await exportKey(keys.privateKey) };
}
