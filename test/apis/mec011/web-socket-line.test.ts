import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { WebSocketLine } from '../../../src/apis/mec011/web-socket-line.js';

const body = Buffer.from('{"text":"grüezi"}');
const message = { contentType: 'application/json', body };
const { signal } = new AbortController();
const OK = 'HTTP/1.1 204 No Content\r\n\r\n';

let server: WebSocketServer;
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A line of a gateway, and the subscriber at its other end. */
async function connected(patienceMs?: number) {
  const accepted = once(server, 'connection') as Promise<[WebSocket]>;
  const subscriber = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [[socket]] = await Promise.all([accepted, once(subscriber, 'open')]);
  const ended = once(subscriber, 'close').then(([code]) => code as number);
  return { line: new WebSocketLine(socket, '/target', patienceMs), subscriber, ended };
}

describe('A notification through a WebSocket', () => {
  it('is a request in one frame of text, delivered when it is answered', async () => {
    const { line, subscriber, ended } = await connected();
    const delivery = line.deliver(message, signal);
    const [data, isBinary] = (await once(subscriber, 'message')) as [Buffer, boolean];
    expect([data.toString(), isBinary]).toEqual([
      `POST /target HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.toString()}`,
      false,
    ]);
    subscriber.send(OK);
    expect(await delivery).toEqual({ kind: 'delivered' });
    subscriber.close();
    await ended;
  });

  it('has failed when the answer says so, and the next can follow', async () => {
    const { line, subscriber, ended } = await connected();
    subscriber.once('message', () => subscriber.send('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
    expect(await line.deliver(message, signal)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('503') });
    subscriber.once('message', () => subscriber.send(OK));
    expect(await line.deliver(message, signal)).toEqual({ kind: 'delivered' });
    subscriber.close();
    await ended;
  });

  it('has failed, and the connection is over, when no answer comes in time', async () => {
    const { line, ended } = await connected(10);
    expect(await line.deliver(message, signal)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('did not answer'),
    });
    expect(await ended).toBe(1006);
    expect(await line.deliver(message, signal)).toMatchObject({ kind: 'failed' });
  });

  it.each([['hello'], ['HTTP/1.1 2044'], ['HTTP/1.0 204'], ['']])('has failed when the answer is %j', async (said) => {
    const { line, subscriber, ended } = await connected();
    subscriber.once('message', () => subscriber.send(said));
    expect(await line.deliver(message, signal)).toMatchObject({ kind: 'failed' });
    expect(await ended).toBe(1008);
  });

  it('is not answered by the second answer to the one before', async () => {
    const { line, subscriber, ended } = await connected();
    subscriber.once('message', () => [OK, OK].forEach((answer) => subscriber.send(answer)));
    expect(await line.deliver(message, signal)).toEqual({ kind: 'delivered' });
    expect(await ended).toBe(1008);
  });

  it('has failed when the line is closed or the subscription is gone', async () => {
    for (const end of ['close', 'abort'] as const) {
      const { line, subscriber, ended } = await connected();
      const gone = new AbortController();
      const delivery = line.deliver(message, gone.signal);
      await once(subscriber, 'message');
      if (end === 'close') line.close();
      else gone.abort();
      expect(await delivery).toMatchObject({ kind: 'failed' });
      line.close();
      expect(await ended).toBe(1000);
    }
  });
});
