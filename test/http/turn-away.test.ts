import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { TRY_AGAIN_LATER, turnAway } from '../../src/http/turn-away.js';

let server: WebSocketServer;
let client: WebSocket;
let socket: WebSocket;
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const connected = once(server, 'connection');
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  [socket] = (await connected) as [WebSocket];
  await once(client, 'open');
});
afterEach(() => {
  client.terminate();
  server.close();
});

async function told(): Promise<{ code: number; reason: string }> {
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  return { code, reason: reason.toString() };
}

describe('Whoever is turned away', () => {
  it.each([
    ['is told why', 'the camera is gone', 'the camera is gone'],
    ['is told as much as there is room for', 'x'.repeat(500), 'x'.repeat(120)],
    ['is told so in any language', 'x' + 'ß'.repeat(200), `x${'ß'.repeat(59)}\ufffd`],
    ['is told so in any writing', '📷'.repeat(200), '📷'.repeat(30)],
  ])('%s', async (_what, why, reason) => {
    turnAway(socket, TRY_AGAIN_LATER, why);
    expect(await told()).toEqual({ code: TRY_AGAIN_LATER, reason });
  });

  it('is waited for once, however often', async () => {
    for (let time = 0; time < 1_000; time++) turnAway(socket, TRY_AGAIN_LATER, 'no more');
    expect(socket.listenerCount('close')).toBeLessThan(10);
    expect(await told()).toEqual({ code: TRY_AGAIN_LATER, reason: 'no more' });
  });
});
