import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sendPoured } from '../../src/http/send-poured.js';
import type { Outlet } from '../../src/outlet.js';
import { until } from '../until.js';

let server: Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** A response to whoever asks, that a test pours into. */
async function poured(version = '1.1') {
  const told = { begun: 0, sent: 0, stopped: 0, wentOn: 0 };
  let outlet!: Outlet<Uint8Array>;
  let res!: ServerResponse;
  const pouring = { goOn: () => (told.wentOn += 1), [Symbol.dispose]: () => (told.stopped += 1) };
  const asked = new Promise<{ over: Promise<void> }>((resolve) => {
    server = createServer((_req, response) => {
      res = response;
      const begin = () => {
        told.begun++;
        response.writeHead(200);
      };
      const pour = (given: Outlet<Uint8Array>) => {
        outlet = given;
        return pouring;
      };
      const over = sendPoured(response, pour, begin, (bytes) => (told.sent += bytes));
      over.catch(() => undefined);
      resolve({ over });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.on('error', () => undefined);
  reader.write(`GET / HTTP/${version}\r\nHost: x\r\n\r\n`);
  const { over } = await asked;
  return { told, outlet, res, over, reader };
}

describe('sendPoured', () => {
  it('writes the head with the first part, and counts what is sent', async () => {
    const { told, outlet, over, reader } = await poured();
    expect(told.begun).toBe(0);
    outlet.put(Buffer.from('one'));
    outlet.put(Buffer.from('two'));
    outlet.end();
    await Promise.all([once(reader.resume(), 'data'), over]);
    expect(told).toMatchObject({ begun: 1, sent: 6, stopped: 1 });
  });

  it('writes each part as a chunk, so that what is cut is not taken for whole', async () => {
    const { outlet, over, reader } = await poured();
    const said: Buffer[] = [];
    reader.on('data', (data) => void said.push(data));
    outlet.put(Buffer.from('one'));
    outlet.put(Buffer.from('fifteen letters'));
    outlet.end();
    await over;
    await until(async () => Buffer.concat(said).toString().endsWith('\r\n0\r\n\r\n'));
    const [head, body] = Buffer.concat(said)
      .toString()
      .split(/\r\n\r\n(?=3)/);
    expect(head).toMatch(/\r\nTransfer-Encoding: chunked/);
    expect(body).toBe('3\r\none\r\nf\r\nfifteen letters\r\n0\r\n\r\n');
  });

  it('writes parts as they are to whoever speaks HTTP/1.0, and ends with the connection', async () => {
    const { outlet, over, reader } = await poured('1.0');
    const said: Buffer[] = [];
    reader.on('data', (data) => void said.push(data));
    outlet.put(Buffer.from('one'));
    outlet.put(Buffer.from('two'));
    outlet.end();
    await Promise.all([once(reader, 'close'), over]);
    const [head, body] = Buffer.concat(said).toString().split('\r\n\r\n');
    expect(head).not.toMatch(/chunked/i);
    expect(body).toBe('onetwo');
  });

  it('says of each part when it has left, also to nobody', async () => {
    const { outlet, over, reader } = await poured();
    const left: number[] = [];
    outlet.put(Buffer.from('one'), () => left.push(1));
    await once(reader, 'data');
    expect(left).toEqual([1]);
    reader.pause();
    for (let part = 2; outlet.hasRoom; part++) outlet.put(Buffer.alloc(1_000_000), () => left.push(part));
    const count = left.length;
    reader.destroy();
    await over;
    await new Promise(setImmediate);
    expect(left.length).toBeGreaterThan(count);
  });

  it('has no room while the connection takes no more, and says when it does again', async () => {
    const { told, outlet, res, reader } = await poured();
    reader.pause();
    while (outlet.hasRoom) outlet.put(Buffer.alloc(1_000_000));
    expect(told.wentOn).toBe(0);
    reader.resume();
    await once(res.socket ?? res, 'drain');
    expect([outlet.hasRoom, told.wentOn]).toEqual([true, 1]);
  });

  it('throws what it ends with before the first part, and has written nothing', async () => {
    const { told, outlet, res, over } = await poured();
    const error = new Error('no picture');
    outlet.end(error);
    await expect(over).rejects.toBe(error);
    expect([told.begun, res.headersSent, told.stopped]).toEqual([0, false, 1]);
  });

  it('cuts what goes wrong after it', async () => {
    const { outlet, res, over } = await poured();
    const error = new Error('the camera is gone');
    outlet.put(Buffer.from('one'));
    outlet.end(error);
    await expect(over).rejects.toBe(error);
    expect(res.destroyed).toBe(true);
  });

  it('stops when nobody reads any more', async () => {
    const { told, outlet, over, reader } = await poured();
    outlet.put(Buffer.from('one'));
    reader.destroy();
    await over;
    expect([told.stopped, outlet.hasRoom]).toEqual([1, false]);
  });
});
