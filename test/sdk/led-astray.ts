import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { runProgram } from './run-program.js';
import type { Program } from './program.js';

/**
 * Runs the program of a story against a gateway whose registry says that the sensors are at another server. It is to end with an error that
 * names this server, and never to ask it: its token is for the gateway alone.
 */
export async function isNotLedAstray({ command, args }: Program): Promise<void> {
  const asked: string[] = [];
  await using elsewhere = await serving((path) => asked.push(path));
  const offered = {
    ...{ serInstanceId: 'a', serName: 'umec-sensors', version: '1', state: 'ACTIVE', serializer: 'JSON' },
    transportInfo: {
      ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
      endpoint: { uris: [`${elsewhere.url}/sensors/v1`] },
    },
    _links: { self: { href: '/' } },
  };
  const token = { access_token: 'token', token_type: 'Bearer', expires_in: 3600, scope: '' };
  await using gateway = await serving((path) => (path === '/oauth2/token' ? token : [offered]));
  using folder = tempDirectory();
  const env = { UMEC_URL: gateway.url, UMEC_CLIENT_ID: 'a', UMEC_CLIENT_SECRET: 'b', STORY_DIR: folder.path };
  await expect(runProgram(command, args, { cwd: folder.path, env })).rejects.toThrow(elsewhere.url);
  expect(asked).toEqual([]);
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
