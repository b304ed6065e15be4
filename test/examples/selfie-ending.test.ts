import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { ROOT } from '../docs/blocks.js';

interface WebServer {
  readonly origin: string;
  listen(host: string, port: number): Promise<void>;
  tell(state: object): void;
  tellLast(state: object): void;
  close(): void;
}
type MakeServer = new (folder: URL, takePicture: () => Promise<object>, notified: () => void) => WebServer;

const folder = pathToFileURL(join(ROOT, 'examples/selfie/'));
const last = { hasEnded: true };

async function startServer(): Promise<WebServer> {
  const { WebServer } = (await import(new URL('web-server.js', folder).href)) as { WebServer: MakeServer };
  const server = new WebServer(
    new URL('page/', folder),
    () => Promise.resolve({}),
    () => undefined,
  );
  await server.listen('127.0.0.1', 0);
  return server;
}

it('Pages of examples/selfie are told its end in an answer that is whole, and nothing after it', async () => {
  const server = await startServer();
  try {
    const state = () => fetch(`${server.origin}/state`);
    const early = await state();
    server.tellLast(last);
    // what was on its way when it ended
    server.tell({ camera: { name: 'lens-1' } });
    const late = await state();
    server.close();
    expect((await early.text()).trim().split('\n\n')).toEqual(['data: {}', `data: ${JSON.stringify(last)}`]);
    expect(await late.text()).toBe(`data: ${JSON.stringify(last)}\n\n`);
  } finally {
    server.close();
  }
}, 10_000);
