import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';
import { askHealth } from '../../src/control/ask-health.js';
import { tempDirectory } from '../temp-directory.js';
import { tlsOf } from '../http/tls/world.js';

const well = (path = '/healthz') =>
  createHttp((req, res) => void res.writeHead(req.url === path && req.method === 'GET' ? 200 : 503).end('{"status":"?"}'));

async function listening(server: Server, host = '127.0.0.1') {
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, listen: `${host}:${port}`, [Symbol.dispose]: () => void server.close() };
}

interface Asked {
  readonly tls?: object;
  readonly dir?: string;
  readonly path?: '/healthz' | '/readyz';
}

function ask(listen: string, { tls = {}, dir = '/nowhere', path = '/healthz' }: Asked = {}): Promise<void> {
  const open = listen.startsWith('127.') ? {} : { insecure: true, publicUrl: 'http://gateway.local:8080' };
  return askHealth(parseConfig({ http: { listen, tls, ...open }, data: { dir } }, {}), path);
}

describe('umec health', () => {
  it('is content with a gateway that says it lives, and asks for what it is told to', async () => {
    using at = await listening(well());
    await ask(at.listen);
    await expect(ask(at.listen, { path: '/readyz' })).rejects.toMatchObject({
      code: 'unavailable',
      message: `/readyz at ${at.listen}: it answers 503: {"status":"?"}`,
    });
  });

  it('finds one that listens on every address', async () => {
    using at = await listening(well(), '0.0.0.0');
    await ask(at.listen);
  });

  it('says so where nobody listens, and where nobody can know', async () => {
    const at = await listening(well());
    at[Symbol.dispose]();
    await expect(ask(at.listen)).rejects.toThrow(/^\/healthz at 127\.0\.0\.1:\d+: .*ECONNREFUSED/);
    await expect(ask('127.0.0.1:0')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('does not wait for one that is stuck', async () => {
    const silent = createTcp(() => undefined);
    using at = await listening(silent);
    await expect(ask(at.listen)).rejects.toThrow('it does not answer within 5 s');
  });

  it.each(['own', 'files'] as const)('trusts the certificate of the gateway (%s), and no other', async (mode) => {
    using dir = tempDirectory();
    using other = tempDirectory();
    using made = await tlsOf(dir.path, { mode: 'own' });
    using foreign = await tlsOf(other.path, { mode: 'own' });
    const paths = { certificate: join(dir.path, 'cert.pem'), key: join(dir.path, 'key.pem') };
    writeFileSync(paths.certificate, made.context.value.cert);
    writeFileSync(paths.key, made.context.value.key);
    const asked = { tls: mode === 'own' ? { mode } : { mode, ...paths }, dir: dir.path };

    let heard = 0;
    const serve = ({ cert, key }: { cert: string; key: string }) =>
      createHttps({ cert, key }, (_req, res) => {
        heard += 1;
        res.end();
      });
    using at = await listening(serve(made.context.value));
    await ask(at.listen, asked);
    expect(heard).toBe(1);
    using impostor = await listening(serve(foreign.context.value));
    await expect(ask(impostor.listen, asked)).rejects.toThrow('it is another certificate');
    expect(heard).toBe(1);
  });
});
