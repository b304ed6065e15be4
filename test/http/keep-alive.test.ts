import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { KeepAlive } from '../../src/http/keep-alive.js';
import { ManualClock } from '../manual-clock.js';
import { TestGateway } from '../gateway.js';

it('A WebSocket that answers pings stays, one that does not is cut off', async () => {
  const clock = new ManualClock();
  using keepAlive = new KeepAlive(clock);
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const open = async (autoPong: boolean) => {
    const accepted = once(server, 'connection') as Promise<[WebSocket]>;
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong });
    const [[socket]] = await Promise.all([accepted, once(client, 'open')]);
    keepAlive.watch(socket);
    return { client, socket };
  };
  const [alive, dead] = [await open(true), await open(false)];
  for (let round = 0; round < 3; round++) {
    const answered = once(alive.socket, 'pong');
    await clock.advance(30_000);
    await answered;
  }
  if (dead.socket.readyState !== WebSocket.CLOSED) await once(dead.socket, 'close');
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  alive.client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

it('A WebSocket for notifications is pinged, for a NAT between would forget it otherwise', async () => {
  const clock = new ManualClock();
  await using gateway = await TestGateway.start({}, { clock });
  await gateway.application('plates');
  const response = await gateway.send('POST', '/mec_service_mgmt/v1/applications/plates/subscriptions', {
    subscriptionType: 'SerAvailabilityNotificationSubscription',
    websockNotifConfig: { requestWebsocketUri: true },
  });
  const { websockNotifConfig } = (await response.json()) as { websockNotifConfig: { websocketUri: string } };
  const socket = new WebSocket(websockNotifConfig.websocketUri);
  await once(socket, 'open');
  const pinged = once(socket, 'ping');
  await clock.advance(30_000);
  await pinged;
  socket.terminate();
});
