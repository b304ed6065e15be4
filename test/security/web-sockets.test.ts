import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { ManualClock } from '../manual-clock.js';

const MIB = 1_048_576;
const [TEXT, CONTINUATION, PING, CLOSE] = [1, 0, 9, 8] as const;

let gateway: TestGateway;
let clock: ManualClock;
const sockets: Socket[] = [];
beforeAll(async () => {
  clock = new ManualClock();
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: {}, http: { maxEventReaders: 100 } }, { clock });
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
afterAll(() => gateway.stop());

/** A connection of which every byte is ours. */
async function dial(): Promise<Socket> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function handshake(
  headers: Record<string, string> = gateway.owner(),
  query = '',
): Promise<{ socket: Socket; status: number; head: string }> {
  const socket = await dial();
  const key = randomBytes(16).toString('base64');
  const all = {
    Host: new URL(gateway.url).host,
    ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key },
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET /events/v1${query} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const [data] = (await once(socket, 'data')) as [Buffer];
  const head = data.toString('latin1');
  return { socket, head, status: Number(head.split(' ')[1]) };
}

/** A masked frame, as clients send them; `length` may promise more than there is. */
function frame(opcode: number, payload: Buffer, { fin = true, rsv1 = false, length = payload.length } = {}): Buffer {
  const first = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const head = length < 126 ? Buffer.from([first, 0x80 | length]) : Buffer.from([first, 0x80 | 127, ...bigEndian(length)]);
  // a mask of zeros leaves the payload as it is
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

/** However it went. */
function gone(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** The code with which the other side closes; undefined when it just goes. */
async function closeCode(socket: Socket): Promise<number | undefined> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (!socket.closed) await gone(socket);
  const bytes = Buffer.concat(chunks);
  const at = bytes.lastIndexOf(0x80 | CLOSE);
  return at < 0 ? undefined : bytes.readUInt16BE(at + 2);
}

/** Writes for as long as the other side takes it; resolves when it has had enough. */
async function flood(socket: Socket, chunk: Buffer, most: number): Promise<number> {
  let sent = 0;
  while (!socket.destroyed && sent < most) {
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), gone(socket)]);
  }
  return sent;
}

const used = () => process.memoryUsage().rss;

describe('A WebSocket is not opened', () => {
  it.each<[string, () => Promise<Record<string, string>>, number]>([
    ['for a page of another site', async () => ({ ...gateway.owner(), Origin: 'https://evil.example' }), 403],
    ['for a page of another port', async () => ({ ...gateway.owner(), Origin: 'http://127.0.0.1:1' }), 403],
    ['for a page of no origin', async () => ({ ...gateway.owner(), Origin: 'null' }), 403],
    ['under a name of another site', async () => ({ ...gateway.owner(), Host: 'evil.example' }), 403],
    ['without a token', async () => ({}), 401],
    ['with a token that is none', async () => ({ Authorization: 'Bearer null' }), 401],
    ['with another scope', async () => ({ Authorization: `Bearer ${await gateway.token({ scopes: ['camera:read'] })}` }), 403],
  ])('%s', async (_what, headers, status) => {
    expect((await handshake(await headers())).status).toBe(status);
  });

  it('for a page of another site that has a ticket', async () => {
    const { ticket } = (await (await gateway.send('POST', '/tickets', {})).json()) as { ticket: string };
    expect((await handshake({ Origin: 'https://evil.example' }, `?ticket=${ticket}`)).status).toBe(403);
  });
});

describe('An open WebSocket', () => {
  it('of a token that was revoked is closed within 5 s, also when its client reads nothing', async () => {
    const token = await gateway.token({ role: 'viewer' });
    const { socket } = await handshake({ Authorization: `Bearer ${token}` });
    const deaf = (await handshake({ Authorization: `Bearer ${token}` })).socket;
    deaf.pause();
    const body = new URLSearchParams({ client_id: 'administrator', client_secret: gateway.secret ?? '', token });
    await fetch(`${gateway.url}/oauth2/revoke`, { method: 'POST', body });
    const code = closeCode(socket);
    await clock.advance(5_000);
    expect(await code).toBe(1008);
    expect(await eventReaders(1)).toBe(true);
  });

  it('is not compressed, so that nothing grows by being read', async () => {
    const { socket, head } = await handshake({
      ...gateway.owner(),
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(head).not.toMatch(/permessage-deflate/i);
    socket.write(frame(TEXT, randomBytes(64), { rsv1: true }));
    expect(await closeCode(socket)).toBe(1002);
  });

  it('is closed at the first bytes of a message of 100 MB', async () => {
    const { socket } = await handshake();
    const before = used();
    const code = closeCode(socket);
    socket.write(frame(TEXT, Buffer.alloc(1_000), { length: 100 * MIB }));
    expect(await code).toBe(1009);
    expect(used() - before).toBeLessThan(32 * MIB);
  });

  it.each([
    ['of a byte each', Buffer.alloc(1)],
    ['of 64 KiB', Buffer.alloc(65_536)],
  ])('is closed when a message comes in pieces without end, %s', async (_what, piece) => {
    const { socket } = await handshake();
    const code = closeCode(socket);
    socket.write(frame(TEXT, piece, { fin: false }));
    for (let at = 0; at < 1_000; at++) socket.write(frame(CONTINUATION, piece, { fin: false }));
    // of whoever goes on writing, the kernel may throw away what was said last
    expect([1008, 1009, undefined]).toContain(await code);
  });

  it('of a client that pings without end and reads nothing is cut off, and keeps nobody else waiting', async () => {
    const { socket } = await handshake();
    socket.pause();
    const before = used();
    const pings = Buffer.concat(Array.from({ length: 500 }, () => frame(PING, Buffer.alloc(125))));
    const flooding = flood(socket, pings, 256 * MIB);
    const probe = await gateway.get('/healthz');
    expect(probe.status).toBe(200);
    await flooding;
    expect(socket.destroyed).toBe(true);
    expect(used() - before).toBeLessThan(64 * MIB);
  });

  it('is one of so many, however many come: 10 000 are asked for', async () => {
    const statuses = new Map<number, number>();
    let asked = 0;
    const ask = async () => {
      while (asked < 10_000) {
        asked++;
        const { status, socket } = await handshake();
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status !== 101) socket.destroy();
      }
    };
    await Promise.all(Array.from({ length: 50 }, ask));
    expect([...statuses].sort()).toEqual([
      [101, 100],
      [503, 9_900],
    ]);
    expect((await gateway.get('/healthz')).status).toBe(200);
  }, 120_000);
});

/** Whether so many places of readers are free. */
async function eventReaders(free: number): Promise<boolean> {
  const all = await Promise.all(Array.from({ length: free }, () => handshake()));
  return all.every(({ status }) => status === 101);
}
