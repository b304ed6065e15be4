import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivals, connect, events, Problem, type ArrivalEvent, type MissedEvent } from 'umec-client';
import { WebSocket, WebSocketServer } from 'ws';
import { CuttableWebSocket } from '../cuttable-web-socket.js';
import { connected, credentials, url } from './gateway.js';
import { serve } from './server.js';

const soon = { backOff: () => 1 };

async function take(readings: AsyncGenerator<ArrivalEvent | MissedEvent, undefined>, count: number): Promise<ArrivalEvent[]> {
  const taken: ArrivalEvent[] = [];
  while (taken.length < count) {
    const { value: event } = await readings.next();
    if (event?.type !== 'org.umec.sensors.arrival.v1') throw new Error('readings were missed');
    taken.push(event);
  }
  return taken;
}

describe('Arrivals', () => {
  it('go on where they were cut off', async () => {
    const gateway = connected();
    let cuts = 0;
    const longEnoughToMissSome = () => 3000;
    const readings = arrivals(gateway, { after: 'now', backOff: longEnoughToMissSome, onCut: () => cuts++ });
    const told = await take(readings, 2);
    CuttableWebSocket.cutAll();
    while (cuts === 0) told.push(...(await take(readings, 1)));
    CuttableWebSocket.cutAll();
    while (cuts === 1) told.push(...(await take(readings, 1)));
    await readings.return(undefined);

    const [first, ...others] = told;
    const query = { after: first?.cursor ?? '', limit: others.length };
    const { data } = await gateway.api.GET('/sensors/v1/readings/arrivals', { params: { query } });
    assert.deepEqual(
      others.map(({ data: point }) => point),
      data?.points,
    );
  });

  it('begin at one place, though they are cut off before the first', async () => {
    const page = JSON.stringify({ points: [], next: 'c1', missed: 0 });
    await using gateway = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(page);
    });
    const asked: (string | null)[] = [];
    const sockets = new WebSocketServer({ server: gateway.server });
    sockets.on('connection', (socket, request) => {
      asked.push(new URL(request.url ?? '', 'http://x').searchParams.get('after'));
      if (asked.length === 1) socket.terminate();
      else socket.send(JSON.stringify({ type: 'org.umec.sensors.arrival.v1', cursor: 'c2' }));
    });
    const readings = arrivals(connect({ url: gateway.url, WebSocket: CuttableWebSocket }), { after: 'now', ...soon });
    await readings.next();
    await readings.return(undefined);
    assert.deepEqual(asked, ['c1', 'c1']);
    sockets.close();
  });

  it('that were missed are told of once, though the link is cut behind that', async () => {
    const missed = { type: 'org.umec.sensors.missed.v1', data: { missed: 5 } };
    await using gateway = await serve((_request, response) => response.writeHead(426).end());
    let connections = 0;
    const sockets = new WebSocketServer({ server: gateway.server });
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify(missed));
      if (++connections > 1) socket.send(JSON.stringify({ type: 'org.umec.sensors.arrival.v1', cursor: 'c2' }));
      else socket.close();
    });
    const readings = arrivals(connect({ url: gateway.url, WebSocket: CuttableWebSocket }), { after: 'c1', ...soon });
    assert.deepEqual((await readings.next()).value, missed);
    assert.equal((await readings.next()).value?.cursor, 'c2');
    assert.equal(connections, 2);
    await readings.return(undefined);
    sockets.close();
  });

  it('lose nothing to a caller that is slower than they come', async () => {
    const count = 5000;
    await using gateway = await serve((_request, response) => response.writeHead(426).end());
    let connections = 0;
    const sockets = new WebSocketServer({ server: gateway.server });
    sockets.on('connection', (socket, request) => {
      connections++;
      const after = Number(new URL(request.url ?? '', 'http://x').searchParams.get('after'));
      for (let at = after + 1; at <= count; at++)
        socket.send(JSON.stringify({ type: 'org.umec.sensors.arrival.v1', cursor: `${at}` }));
    });
    const seen: number[] = [];
    const readings = arrivals(connect({ url: gateway.url, WebSocket: CuttableWebSocket }), { after: '0', ...soon });
    for await (const { cursor } of readings) {
      seen.push(Number(cursor));
      if (seen.length === count) break;
      if (seen.length % 100 === 0) await new Promise(setImmediate);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: count }, (_, at) => at + 1),
    );
    assert.ok(connections > 1);
    sockets.close();
  });

  it('come with a ticket where a WebSocket sends no headers', async () => {
    class Plain extends WebSocket {
      constructor(address: string, ...more: unknown[]) {
        assert.deepEqual(more, []);
        assert.match(address, /[?&]ticket=/);
        super(address);
      }
    }
    const global = globalThis as { WebSocket?: unknown };
    const before = global.WebSocket;
    global.WebSocket = Plain;
    try {
      const readings = arrivals(connect({ url, token: credentials() }), { after: 'now' });
      assert.equal((await take(readings, 1)).length, 1);
      await readings.return(undefined);
      global.WebSocket = undefined;
      await assert.rejects(arrivals(connect({ url, token: credentials() })).next(), ReferenceError);
    } finally {
      global.WebSocket = before;
    }
  });

  it('that the gateway will not tell are its Problem', async () => {
    const isRefused = (thrown: unknown) => thrown instanceof Problem && thrown.status === 400;
    await assert.rejects(arrivals(connected(), { after: 'nonsense' }).next(), isRefused);
  });

  it('are waited for when the gateway is not there, and end when nobody wants them any more', async () => {
    const gone = await serve((_request, response) => response.end());
    await gone[Symbol.asyncDispose]();
    const stop = new AbortController();
    const causes: Error[] = [];
    const onCut = (cause: Error) => {
      if (causes.push(cause) === 3) stop.abort();
    };
    const readings = arrivals(connect({ url: gone.url, token: 'any', WebSocket: CuttableWebSocket }), {
      ...soon,
      onCut,
      signal: stop.signal,
    });
    assert.deepEqual(await readings.next(), { done: true, value: undefined });
    assert.equal(causes.length, 3);
  });
});

describe('Events', () => {
  it('tell of the gap when they were cut off', async () => {
    const told = events(connected(), { topics: ['sensors/**'], ...soon });
    const types: string[] = [];
    for await (const { type } of told) {
      if (types.length === 0) CuttableWebSocket.cutAll();
      types.push(type);
      if (types.at(-2) === 'gap') break;
    }
    const gap = types.indexOf('gap');
    assert.ok(gap > 0);
    assert.deepEqual(
      types.filter((type) => type !== 'gap'),
      types.filter((type) => type === 'org.umec.sensors.reading.v1'),
    );
  });
});
