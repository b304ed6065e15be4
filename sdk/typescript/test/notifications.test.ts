import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { connect, isNotification, notifications, parseNotification, Problem } from 'umec-client';
import { WebSocketServer, type WebSocket } from 'ws';
import { CuttableWebSocket } from '../cuttable-web-socket.js';
import { connected, url } from './gateway.js';
import { serve } from './server.js';

const soon = { backOff: () => 1 };
const TEST = { notificationType: 'TestNotification', _links: { subscription: { href: '/x' } } };
const RECEIVED = 'HTTP/1.1 204 No Content\r\n\r\n';

/** A gateway that tells one thing to whoever comes, and what it was answered. */
async function telling(notification: object) {
  const body = JSON.stringify(notification);
  const gateway = await serve((_request, response) => response.writeHead(426).end());
  const answers: string[] = [];
  const paths: (string | undefined)[] = [];
  const sockets = new WebSocketServer({ server: gateway.server });
  sockets.on('connection', (socket, request) => {
    paths.push(request.url);
    socket.on('message', (data: Buffer) => answers.push(data.toString()));
    socket.send(`POST /x HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  });
  return Object.assign(gateway, { answers, paths, sockets });
}

const at = (address: string) => connect({ url: address, WebSocket: CuttableWebSocket });

describe('Notifications', () => {
  it('are taken from the gateway alone', async () => {
    const namesBoth = (thrown: unknown) =>
      thrown instanceof TypeError &&
      thrown.message.includes('http://127.0.0.1:9/') &&
      thrown.message.includes(url) &&
      !thrown.message.includes('secret');
    for (const address of ['ws://127.0.0.1:9/somewhere?secret', 'http://127.0.0.1:9/?secret', `${url}@127.0.0.1:9/?secret`])
      await assert.rejects(notifications(connected(), address).next(), namesBoth);
  });

  it('of a subscription that is not there are a Problem', async () => {
    const path = '/mec_service_mgmt/v1/applications/nobody/subscriptions/none/websocket';
    const isRefused = (thrown: unknown) => thrown instanceof Problem && [403, 404].includes(thrown.status);
    await assert.rejects(notifications(connected(), `${url.replace('http', 'ws')}${path}`).next(), isRefused);
  });

  it('come again when they were not dealt with', async () => {
    await using gateway = await telling(TEST);
    const told = notifications(at(gateway.url), `${gateway.url}/x`, soon);
    assert.equal((await told.next()).done, false);
    CuttableWebSocket.cutAll();
    assert.equal((await told.next()).done, false);
    assert.deepEqual(gateway.answers, []);
    const third = told.next();
    while (gateway.answers.length === 0) await new Promise(setImmediate);
    assert.deepEqual(gateway.answers, [RECEIVED]);
    CuttableWebSocket.cutAll();
    await third;
    await told.return(undefined);
  });

  it('come again when the loop is left', async () => {
    await using gateway = await telling(TEST);
    const connection = once(gateway.sockets, 'connection') as Promise<[WebSocket]>;
    for await (const _ of notifications(at(gateway.url), `${gateway.url}/x`)) break;
    const [socket] = await connection;
    if (socket.readyState !== socket.CLOSED) await once(socket, 'close');
    assert.deepEqual(gateway.answers, []);
  });

  it('of a kind that nobody knows come as they are, and are received like any other', async () => {
    const unknown = { notificationType: 'NotificationOfTomorrow', more: [1] };
    await using gateway = await telling(unknown);
    const told = notifications(at(gateway.url), `${gateway.url}/x`, soon);
    assert.deepEqual((await told.next()).value, unknown);
    const second = told.next();
    while (gateway.answers.length === 0) await new Promise(setImmediate);
    assert.deepEqual(gateway.answers, [RECEIVED]);
    CuttableWebSocket.cutAll();
    await second;
    await told.return(undefined);
  });

  it('come through a proxy that takes a prefix off', async () => {
    await using gateway = await telling(TEST);
    const told = notifications(at(`${gateway.url}/umec/`), `${gateway.url.replace('http', 'ws')}/umec/x?y`);
    await told.next();
    await told.return(undefined);
    assert.deepEqual(gateway.paths, ['/umec/x?y']);
    await assert.rejects(notifications(at(`${gateway.url}/umec`), `${gateway.url}/other/x`).next(), TypeError);
  });
});

describe('A notification', () => {
  it('is told apart by its type', () => {
    const own = parseNotification(JSON.stringify(TEST));
    assert.deepEqual(own, TEST);
    assert.ok(isNotification(own, 'TestNotification'));
    assert.ok(!isNotification(own, 'SerAvailabilityNotification'));
    const edge = parseNotification('{"type":"org.umec.gpio.edge.v1"}');
    assert.ok(isNotification(edge, 'org.umec.gpio.edge.v1'));
    assert.ok(!isNotification(edge, 'org.umec.camera.motion.v1'));
    assert.deepEqual(parseNotification('{"notificationType":"toString"}'), { notificationType: 'toString' });
  });

  it('is an object, and nothing else is one', () => {
    for (const body of ['', '[]', 'null', '7', '"x"', '<html>']) assert.throws(() => parseNotification(body), TypeError, body);
  });
});
