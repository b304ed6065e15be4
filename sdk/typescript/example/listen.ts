import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseNotification } from 'umec-client';
import { Told } from './told.js';

/** Listens for what the gateway posts. */
export async function listen(): Promise<AsyncDisposable & { readonly url: string; readonly told: Told }> {
  const told = new Told();
  const server = createServer((request, response) => {
    text(request)
      .then((body) => told.add(parseNotification(body)))
      .then(
        () => response.writeHead(204).end(),
        () => response.writeHead(400).end(), // somebody else's
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
