import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { arrivals, ClientCredentials, connect, Problem, type ArrivalOptions, type TokenSource } from 'umec-client';
import { WebSocket, WebSocketServer } from 'ws';
import { CuttableWebSocket } from '../cuttable-web-socket.js';
import { closed, fakeGateway, refuse, STEPS, type Step } from './fake-gateway.js';
import { later } from './later.js';
import { serve } from './server.js';
import { impatientTimers } from './timers.js';

const soon = { backOff: () => 1 };

/** As a browser: a WebSocket without headers, for which a ticket is asked. */
function arrivalsAt(url: string, step: Step, options: ArrivalOptions = {}) {
  const token = new ClientCredentials({ url, clientId: 'me', clientSecret: 'secret' });
  const gateway = connect({ url, token, ...(step !== 'ticket' && { WebSocket: CuttableWebSocket }) });
  return arrivals(gateway, { after: 'now', ...soon, ...options });
}

describe('What is not there just now', () => {
  const global = globalThis as { WebSocket?: unknown };
  const before = global.WebSocket;
  beforeEach(() => (global.WebSocket = WebSocket));
  afterEach(() => {
    global.WebSocket = before;
    mock.restoreAll();
  });

  /** Where the answer is needed: of a handshake that failed, the address tells the status. */
  const answers = STEPS.filter((step) => step !== 'why');
  const isInTheWay = (at: Step, step: Step) => step === at || (at === 'handshake' && step === 'why');

  for (const at of answers)
    it(`is asked for again: the ${at}`, async () => {
      for (const status of [408, 429, 500, 503]) {
        let isOver = false;
        await using gateway = await fakeGateway((step, response) => {
          if (isOver || !isInTheWay(at, step)) return false;
          refuse(response, status);
          return true;
        });
        const causes: Error[] = [];
        const onCut = (cause: Error) => (isOver = causes.push(cause) === 2);
        const readings = arrivalsAt(gateway.url, at, { onCut });
        const { value: event } = await readings.next();
        await readings.return(undefined);
        assert.equal(event?.cursor, 'c2');
        assert.deepEqual(
          causes.map((cause) => cause instanceof Problem && cause.status),
          [status, status],
        );
      }
    });

  for (const at of answers)
    it(`is not asked for again when it would be the same: the ${at}`, async () => {
      for (const status of [400, 401, 403, 404, 410]) {
        await using gateway = await fakeGateway((step, response) => {
          if (!isInTheWay(at, step)) return false;
          refuse(response, status);
          return true;
        });
        const isRefused = (thrown: unknown) => thrown instanceof Problem && thrown.status === status;
        await assert.rejects(arrivalsAt(gateway.url, at).next(), isRefused);
      }
    });

  /** A gateway that falls silent at a step, and what it was asked there. */
  async function silent(at: Step) {
    const asked = later<ServerResponse>();
    const gateway = await fakeGateway((step, response) => {
      if (at === 'why' && step === 'handshake') refuse(response, 503);
      else if (step === at) asked.resolve(response);
      else return false;
      return true;
    });
    return { gateway, asked: asked.promise };
  }

  for (const at of STEPS)
    it(`is waited for no longer than wanted: the ${at}`, async () => {
      const { gateway, asked } = await silent(at);
      await using _ = gateway;
      const stop = new AbortController();
      const told = arrivalsAt(gateway.url, at, { signal: stop.signal }).next();
      const response = await asked;
      stop.abort();
      assert.deepEqual(await told, { done: true, value: undefined });
      await closed(response);
    });

  for (const at of STEPS)
    it(`is given up after half a minute: the ${at}`, async () => {
      const { gateway, asked } = await silent(at);
      await using _ = gateway;
      const over = impatientTimers();
      const stop = new AbortController();
      const cut = later<Error>();
      const told = arrivalsAt(gateway.url, at, { signal: stop.signal, onCut: cut.resolve }).next();
      const response = await asked;
      over(30_000);
      assert.equal((await cut.promise).name, 'TimeoutError');
      stop.abort();
      await told;
      await closed(response);
    });

  it('is waited for twice as long each time, up to half a minute, and never as others do', async () => {
    const gone = await serve((_request, response) => response.end());
    await gone[Symbol.asyncDispose]();
    const over = impatientTimers();
    const waits: number[] = [];
    const stop = new AbortController();
    const onCut = (_cause: Error, againInMs: number) => {
      if (waits.push(againInMs) === 10) stop.abort();
      else setImmediate(() => over(againInMs));
    };
    const gateway = connect({ url: gone.url, token: 'any', WebSocket: CuttableWebSocket });
    await arrivals(gateway, { onCut, signal: stop.signal }).next();
    waits.forEach((wait, at) => {
      const most = Math.min(500 * 2 ** at, 30_000);
      assert.ok(wait >= most / 2 && wait <= most, `${wait} ms after ${at + 1} failures`);
    });
    assert.equal(new Set(waits).size, waits.length);
  });

  it('is waited for a little only when something was told before', async () => {
    await using gateway = await serve((_request, response) => response.writeHead(426).end());
    const sockets = new WebSocketServer({ server: gateway.server });
    let connections = 0;
    sockets.on('connection', (socket) => {
      if (++connections > 3) socket.send(JSON.stringify({ type: 'org.umec.sensors.arrival.v1', cursor: 'c' }));
      socket.close();
    });
    const failures: number[] = [];
    const backOff = (count: number) => {
      failures.push(count);
      return 1;
    };
    const readings = arrivals(connect({ url: gateway.url, WebSocket: CuttableWebSocket }), { backOff });
    await readings.next();
    await readings.next();
    await readings.return(undefined);
    assert.deepEqual(failures, [1, 2, 3, 1]);
    sockets.close();
  });

  it('is left at once, though the other side says no goodbye', async () => {
    await using gateway = await fakeGateway(() => false);
    const opened = later<WebSocket>();
    class Deaf extends CuttableWebSocket {
      constructor(...given: ConstructorParameters<typeof CuttableWebSocket>) {
        super(...given);
        opened.resolve(this);
      }
      override close(): void {
        // the handshake of the end gets no answer
      }
    }
    const readings = arrivals(connect({ url: gateway.url, WebSocket: Deaf }));
    await readings.next();
    const socket = await opened.promise;
    const over = impatientTimers();
    await readings.return(undefined);
    over(2000);
    await once(socket, 'close');
  });

  it('is a token source that never answers, too', async () => {
    const asked = later<undefined>();
    const token: TokenSource = {
      token: () => {
        asked.resolve(undefined);
        return new Promise(() => undefined);
      },
    };
    const stop = new AbortController();
    const told = arrivals(connect({ url: 'http://127.0.0.1:9', token, WebSocket: CuttableWebSocket }), { signal: stop.signal });
    const next = told.next();
    await asked.promise;
    stop.abort();
    assert.deepEqual(await next, { done: true, value: undefined });
  });
});
