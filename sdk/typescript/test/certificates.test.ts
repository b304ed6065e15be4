import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { arrivals, ClientCredentials, connect } from 'umec-client';
import { CuttableWebSocket } from '../cuttable-web-socket.js';

const skip = spawnSync('openssl', ['version']).error ? 'apt-get install openssl' : false;

describe('A certificate that is not trusted', { skip }, () => {
  for (const step of ['token', 'page', 'handshake'])
    it(`ends it at once: the ${step}`, async () => {
      const server = createServer(selfSigned()).listen(0, '127.0.0.1').unref();
      await once(server, 'listening');
      const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const token = step === 'token' ? new ClientCredentials({ url, clientId: 'me', clientSecret: 'secret' }) : 'a token';
      const onCut = () => assert.fail('it is tried again');
      const readings = arrivals(connect({ url, token, WebSocket: CuttableWebSocket }), {
        after: step === 'handshake' ? 'c1' : 'now',
        onCut,
      });
      const isItsCause = ({ cause }: Error) => cause instanceof Error && cause.message === 'self-signed certificate';
      await assert.rejects(readings.next(), isItsCause);
    });
});

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert];
  const { status } = spawnSync('openssl', [
    'req',
    '-x509',
    ...made,
    '-subj',
    '/CN=gateway',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
  ]);
  assert.equal(status, 0);
  try {
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
