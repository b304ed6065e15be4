import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { runProgram } from './run-program.js';
import type { Program } from './program.js';

/**
 * Runs the program of a story against a gateway whose registry says that another server has the sensors too, or alone. It is to find the
 * gateway's own, or to end with an error that names the other; and never to ask it, for its token is for the gateway alone.
 */
export async function isNotLedAstray({ command, args }: Program): Promise<void> {
  const asked: string[] = [];
  await using elsewhere = await serving((path) => asked.push(path));
  let offered = [sensorsAt(elsewhere.url)];
  const token = { access_token: 'token', token_type: 'Bearer', expires_in: 3600, scope: '' };
  await using gateway = await serving((path) => {
    if (path === '/oauth2/token') return token;
    return path.startsWith('/mec_service_mgmt/') ? offered : [];
  });
  using folder = tempDirectory();
  const env = { UMEC_URL: gateway.url, UMEC_CLIENT_ID: 'a', UMEC_CLIENT_SECRET: 'b', STORY_DIR: folder.path };
  const told = () => runProgram(command, args, { cwd: folder.path, env });

  await expect(told()).rejects.toThrow(elsewhere.url);
  offered = [...offered, sensorsAt(gateway.url)];
  // there are no readings: it ends at the next step
  await expect(told()).rejects.toThrow(new RegExp(`"step": ?"service".*"uri": ?"${gateway.url}/sensors/v1"`));
  expect(asked).toEqual([]);
}

function sensorsAt(url: string): object {
  return {
    ...{ serInstanceId: 'a', serName: 'umec-sensors', version: '1', state: 'ACTIVE', serializer: 'JSON' },
    transportInfo: {
      ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
      endpoint: { uris: [`${url}/sensors/v1`] },
    },
    _links: { self: { href: '/' } },
  };
}

/** A server that answers with JSON. */
async function serving(answer: (path: string) => unknown): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer(url)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close().closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
}
