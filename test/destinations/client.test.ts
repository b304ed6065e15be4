import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { verdictOf } from '../../src/destinations/answer.js';
import { WriteClient } from '../../src/destinations/client.js';
import { configured, Reach } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import { ManualClock } from '../manual-clock.js';

const STORED = 'HTTP/1.1 204 No Content\r\n\r\n';
/** What a body in pieces ends with. */
const LAST_CHUNK = '\r\n0\r\n\r\n';
const SMALL = ['people count=1 1'];
/** More than the kernel takes before anybody reads, and no smaller in gzip. */
const large = () => [`people text="${randomBytes(16_000_000).toString('base64')}" 1`];

/** A client of a server that does with each connection what it is told. */
async function clientOf(serve: (socket: Socket) => void) {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reach = new Reach({ resolver: new Resolver(new ManualClock()), mayCall: configured });
  const client = new WriteClient({ url, token: 't', org: 'o', bucket: 'b' }, 10, 60_000, reach);
  const write = (lines: readonly string[]) => client.write(lines, new AbortController().signal);
  const close = () => {
    client[Symbol.dispose]();
    server.close();
  };
  return { write, [Symbol.dispose]: close };
}

const isStored = async (answer: ReturnType<WriteClient['write']>) => verdictOf(await answer, 0).kind === 'stored';

describe('An answer', () => {
  it('is no success when it comes before the server has the batch', async () => {
    using client = await clientOf((socket) => {
      socket.pause();
      socket.write(STORED);
    });
    expect(verdictOf(await client.write(large()), 0)).toEqual({
      kind: 'later',
      reason: 'a success (204) of what the server had not got yet',
    });
  });

  it('is one however large the batch was, when it comes after it', async () => {
    let end = '';
    using client = await clientOf((socket) =>
      socket.on('data', (chunk) => {
        end = (end + chunk.subarray(-LAST_CHUNK.length).toString('latin1')).slice(-LAST_CHUNK.length);
        if (end === LAST_CHUNK) socket.write(STORED);
      }),
    );
    expect(await isStored(client.write(large()))).toBe(true);
  });

  it('is that to the batch that was sent: one that came unasked is not believed', async () => {
    let asked = 0;
    using client = await clientOf((socket) =>
      socket.on('data', () => {
        asked++;
        socket.write(STORED + STORED);
      }),
    );
    expect(await isStored(client.write(SMALL))).toBe(true);
    expect(await isStored(client.write(SMALL))).toBe(true);
    expect(asked).toBe(2);
  });

  it('is none when the connection ends before it does', async () => {
    using client = await clientOf((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n     \r\n')),
    );
    await expect(client.write(SMALL)).rejects.toThrow();
  });
});
