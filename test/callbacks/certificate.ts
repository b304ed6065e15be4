import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '../temp-directory.js';

/** Whether there is an openssl to make certificates with; `apt-get install openssl` brings one. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A key and a certificate that it has signed itself, good for a day. @param names such as `DNS:app.example` or `IP:127.0.0.2` */
export function selfSigned(...names: string[]): { key: string; cert: string } {
  using dir = tempDirectory();
  const [key, cert] = [join(dir.path, 'key.pem'), join(dir.path, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync(
    'openssl',
    [...request, '-subj', '/CN=test', '-addext', `subjectAltName=${names.join(',')}`, '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
