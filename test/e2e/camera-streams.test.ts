import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { WebSocket } from 'ws';
import { TestGateway } from '../gateway.js';

const READERS = 40;
const NEVER_READ = 10;
const LEAVE = 1_000;
const TOGETHER = 20;
const PATH = '/camera/v1/cameras/lens-1';

interface State {
  readonly result: { readonly stream: { readonly clients: number }; readonly source: { readonly captured_fps: number } };
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({
    devices: { cameras: { 'lens-1': { driver: 'simulated', fps: 20 } } },
    camera: { maxReaders: READERS + NEVER_READ },
  });
});
afterAll(() => gateway.stop());

const clients = async () => (await gateway.json<State>(`${PATH}/state`)).result.stream.clients;

/** A reader of its own connection, which reads nothing until it is told to. */
async function reader(query = ''): Promise<Socket> {
  const { hostname, port, host } = new URL(gateway.url);
  const socket = connect({ port: Number(port), host: hostname });
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write(`GET ${PATH}/stream${query} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  return socket;
}

/** The numbers of the first `count` pictures that come. */
async function sequences(socket: Socket, count: number): Promise<number[]> {
  const found: number[] = [];
  for await (const data of socket.iterator({ destroyOnReturn: false })) {
    // the headers of a part come in one piece
    for (const [, sequence] of String(data).matchAll(/Umec-Sequence: (\d+)/g)) found.push(Number(sequence));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

describe('A stream', () => {
  it('is read by 50, of whom 10 never read, and the others lose nothing by it', async () => {
    const silent = await Promise.all(Array.from({ length: NEVER_READ }, () => reader()));
    const reading = await Promise.all(Array.from({ length: READERS }, () => reader()));
    await until(async () => (await clients()) === READERS + NEVER_READ);
    const seen = await Promise.all(reading.map((socket) => sequences(socket, 60)));
    for (const numbers of seen) {
      expect(numbers).toHaveLength(60);
      // in order, and none twice
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
    expect((await gateway.get(`${PATH}/stream`)).status).toBe(503);
    for (const socket of [...silent, ...reading]) socket.destroy();
    await until(async () => (await clients()) === 0);
  }, 60_000);

  it(`that is left ${LEAVE} times leaves nothing behind`, async () => {
    for (let round = 0; round < LEAVE / TOGETHER; round++) {
      const sockets = await Promise.all(Array.from({ length: TOGETHER }, (_, at) => reader(at % 2 ? '?width=64' : '')));
      // some go before their first picture, some in the middle of one
      await Promise.all(sockets.slice(TOGETHER / 2).map((socket) => once(socket, 'data')));
      for (const socket of sockets) socket.destroy();
    }
    await until(async () => (await clients()) === 0);
    const again = await reader();
    expect(await sequences(again, 1)).toHaveLength(1);
    again.destroy();
    await until(async () => (await clients()) === 0);
  }, 60_000);

  it('comes as often, and of the size, that was asked', async () => {
    const stop = new AbortController();
    const response = await gateway.get(`${PATH}/stream?fps=5&width=160&quality=40`, { signal: stop.signal });
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const times: number[] = [];
    let all = Buffer.alloc(0);
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      all = Buffer.concat([all, chunk]);
      times.splice(
        0,
        times.length,
        ...Array.from(all.toString('latin1').matchAll(/X-Timestamp: ([\d.]+)/g), ([, at]) => Number(at)),
      );
      if (times.length >= 4) break;
    }
    stop.abort();
    const begin = all.indexOf('\r\n\r\n') + 4;
    const [, length] = /Content-Length: (\d+)/.exec(all.toString('latin1')) ?? [];
    expect(await sharp(all.subarray(begin, begin + Number(length))).metadata()).toMatchObject({ width: 160, height: 120 });
    // 3 intervals of 200 ms, give or take a frame of the camera's
    expect((times[3] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(0.5);
  });
});

describe('A stream by WebSocket', () => {
  const open = async (query = '') => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${PATH}/stream/websocket${query}`);
    const messages: { data: Buffer; isBinary: boolean }[] = [];
    let wake: () => void = () => undefined;
    socket.on('message', (data: Buffer, isBinary) => {
      messages.push({ data, isBinary });
      wake();
    });
    await once(socket, 'open');
    const next = async () => {
      while (messages.length < 2) await new Promise<void>((resolve) => (wake = resolve));
      const [about, image] = messages.splice(0, 2);
      if (!about || !image) throw new Error('no picture');
      expect([about.isBinary, image.isBinary]).toEqual([false, true]);
      return { about: JSON.parse(about.data.toString()) as Record<string, number | string>, image: image.data };
    };
    return { socket, next, messages };
  };

  it('sends one picture, and another for each that is granted, always the newest', async () => {
    const { socket, next, messages } = await open('?width=160');
    const first = await next();
    expect(first.about).toMatchObject({ missed: 0, size: first.image.length, width: 160, height: 120 });
    expect(await sharp(first.image).metadata()).toMatchObject({ format: 'jpeg', width: 160, height: 120 });
    // meanwhile others see more
    const other = await reader();
    await sequences(other, 5);
    expect(messages).toEqual([]);
    socket.send('{"credit": 2}');
    const [second, third] = [await next(), await next()];
    expect(Number(second.about.missed)).toBeGreaterThanOrEqual(3);
    expect(Number(second.about.sequence)).toBeGreaterThan(Number(first.about.sequence) + Number(second.about.missed));
    expect(third.about.sequence).toBeGreaterThan(Number(second.about.sequence));
    const captured = Date.parse(String(third.about.capturedAt));
    expect(Math.abs(Date.now() - captured)).toBeLessThan(10_000);
    other.destroy();
    socket.close();
    await until(async () => (await clients()) === 0);
  });

  it.each(['{"credit": 0}', '{"credit": 1e3}', 'more', '{}'])('is closed after %s', async (message) => {
    const { socket, next } = await open();
    await next();
    socket.send(message);
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([1007, 'expected {"credit": n}, n from 1 to 100']);
    await until(async () => (await clients()) === 0);
  });

  it('is refused before it is opened when there are too many, and takes no place when it is no WebSocket', async () => {
    expect((await gateway.get(`${PATH}/stream/websocket`)).status).toBe(426);
    expect(await clients()).toBe(0);
    const readers = await Promise.all(Array.from({ length: READERS + NEVER_READ }, () => reader()));
    await until(async () => (await clients()) === READERS + NEVER_READ);
    await expect(open()).rejects.toThrow('503');
    for (const socket of readers) socket.destroy();
    await until(async () => (await clients()) === 0);
  });
});
