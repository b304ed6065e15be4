import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpPostman } from '../../src/callbacks/http-postman.js';
import { Networks } from '../../src/networks.js';
import { Outgoing } from '../../src/outgoing/outgoing.js';
import { listed, Reach, type ReachParts } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import type { Delivery } from '../../src/events/postman.js';
import { ManualClock } from '../manual-clock.js';
import { until } from '../until.js';
import { hasOpenssl, selfSigned } from './certificate.js';
import { type Answering, openSockets, startSubscriber, startTcp, type Subscriber } from './subscriber.js';

const body = new TextEncoder().encode('{"notificationType":"TestNotification","name":"µ"}');
const message = { contentType: 'application/json', body };
const delivered: Delivery = { kind: 'delivered' };

interface Sender {
  readonly networks?: Networks;
  readonly clock?: ManualClock;
  readonly resolver?: ReachParts['resolver'];
  readonly ca?: string | readonly string[];
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

const somewhere = new Networks(['127.0.0.2/32', '127.0.0.3/32', '127.0.0.4/32', '127.0.0.5/32']);

const startPostman = ({ names = {}, networks = somewhere, clock = new ManualClock(), resolver, ca }: Sender = {}) => {
  const lookup = async (host: string) => names[host] ?? Promise.reject(new Error(`getaddrinfo ENOTFOUND ${host}`));
  const mayCall = listed(networks, () => false);
  const reach = new Reach({ resolver: resolver ?? new Resolver(clock, lookup), mayCall });
  const outgoing = new Outgoing({ clock, reach, ...(ca === undefined ? {} : { ca }) });
  return { clock, postman: new HttpPostman(outgoing, clock) };
};

const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    void response.writeHead(code, headers).end();

/** Before a test: what was tested before in this process may have left some. */
let others = 0;
beforeEach(() => {
  others = openSockets();
});
afterEach(async () => {
  await until(async () => openSockets() <= others); // or the test does not end in time
});

describe('The postman', () => {
  it('posts the JSON text as it is, over a connection of its own', async () => {
    await using app = await startSubscriber(status(204));
    const { postman } = startPostman({ names: { 'app.example': ['127.0.0.2'] } });
    expect(await postman.post(`http://App.example:${app.port}/a/b`, message)).toEqual(delivered);
    expect(await postman.post(`http://app.example:${app.port}`, message)).toEqual(delivered);
    expect(app.received).toEqual([
      {
        method: 'POST',
        url: '/a/b',
        headers: {
          host: `app.example:${app.port}`,
          'content-type': 'application/json',
          'content-length': String(body.byteLength),
          'user-agent': 'umec-gateway',
          connection: 'close',
        },
        body: '{"notificationType":"TestNotification","name":"µ"}',
      },
      expect.objectContaining({ url: '/' }),
    ]);
    expect(app.connections).toBe(2);
  });

  it('writes an address in Host as the URI does', async () => {
    await using app = await startSubscriber(status(204), { host: '::1' });
    const { postman } = startPostman({ networks: new Networks(['::1/128']) });
    expect(await postman.post(`http://[0::1]:${app.port}/`, message)).toEqual(delivered);
    expect(app.received[0]?.headers.host).toBe(`[::1]:${app.port}`);
  });

  it.each([200, 201, 202, 204, 299])('takes %i for received', async (code) => {
    await using app = await startSubscriber(status(code));
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual(delivered);
  });

  it.each([300, 304, 400, 401, 404, 410, 413, 500, 503, 999])('takes %i for a failure', async (code) => {
    await using app = await startSubscriber(status(code));
    const { postman } = startPostman();
    const delivery = await postman.post(`http://127.0.0.2:${app.port}/`, message);
    expect(delivery).toMatchObject({ kind: 'failed', status: code, reason: expect.stringMatching(`^answers ${code}`) });
    expect(delivery).not.toHaveProperty('retryAfterMs');
  });

  it.each([
    [429, '7', 7_000],
    [503, 'Mon, 01 Jun 2026 12:01:00 GMT', 60_000],
    [503, '86400', 3_600_000],
    [400, '0', 0],
  ])('hears a subscriber that answers %i and Retry-After: %s', async (code, retryAfter, retryAfterMs) => {
    await using app = await startSubscriber(status(code, { 'retry-after': retryAfter }));
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toMatchObject({
      kind: 'failed',
      status: code,
      retryAfterMs,
    });
  });

  it.each([301, 302, 303, 307, 308])('follows no %i', async (code) => {
    await using trap = await startSubscriber(status(204), { host: '127.0.0.3' });
    await using app = await startSubscriber(status(code, { location: `http://127.0.0.3:${trap.port}/` }));
    const { postman } = startPostman();
    const reason = `answers ${code}; redirects are not followed`;
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual({ kind: 'failed', status: code, reason });
    expect(trap.connections).toBe(0);
  });

  it('waits for the answer that follows an interim one', async () => {
    await using app = await startTcp((socket) => {
      socket.once('data', () =>
        socket.write('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 OK\r\n\r\n'),
      );
    });
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual(delivered);
  });

  it.each<[string, string, RegExp]>([
    [
      'switches protocols',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      /ended the connection without an answer/,
    ],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', /answers with what is not HTTP/],
    ['is empty lines', '\r\n\r\n\r\n', /ended the connection without an answer/],
    ['has endless headers', `HTTP/1.1 204 OK\r\nX: ${'x'.repeat(20_000)}`, /answers with too many headers/],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', /answers with what is not HTTP/],
    ['is always about to come', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000), /again and again/],
    ['stops within the headers', 'HTTP/1.1 204 OK\r\nX: ', /ended the connection without an answer/],
  ])('takes an answer that %s for a failure', async (_what, answer, reason) => {
    await using app = await startTcp((socket) => socket.once('data', () => socket.end(answer)));
    const { postman } = startPostman();
    const delivery = await postman.post(`http://127.0.0.2:${app.port}/`, message);
    expect(delivery).toEqual({ kind: 'failed', reason: expect.stringMatching(reason) });
  });

  it('says so when the connection is refused', async () => {
    const app = await startSubscriber(status(204));
    await app[Symbol.asyncDispose]();
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual({
      kind: 'failed',
      reason: `127.0.0.2 port ${app.port} refuses the connection`,
    });
  });

  it('says so when the connection is reset', async () => {
    await using app = await startTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual({
      kind: 'failed',
      reason: `127.0.0.2 port ${app.port} ended the connection without an answer`,
    });
  });
});

describe('A slow or endless subscriber', () => {
  it('has 10 s for its answer', async () => {
    await using app = await startSubscriber(() => {});
    const { postman, clock } = startPostman();
    const delivery = postman.post(`http://127.0.0.2:${app.port}/`, message);
    await app.asked;
    await clock.advance(9_999);
    expect(await Promise.race([delivery, Promise.resolve('waiting')])).toBe('waiting');
    await clock.advance(1);
    expect(await delivery).toEqual({ kind: 'failed', reason: 'no answer within 10 s' });
  });

  it('gains no time by sending a header now and then', async () => {
    let connection: Socket | undefined;
    await using app = await startTcp((socket) => socket.once('data', () => (connection = socket).write('HTTP/1.1 204 OK\r\n')));
    const { postman, clock } = startPostman();
    const delivery = postman.post(`http://127.0.0.2:${app.port}/`, message);
    await until(async () => connection !== undefined);
    for (let at = 0; at < 10; at++) {
      connection?.write(`X-${at}: still here\r\n`);
      await clock.advance(1_000);
    }
    expect(await delivery).toEqual({ kind: 'failed', reason: 'no answer within 10 s' });
  });

  it.each([
    [200, 'delivered'],
    [500, 'failed'],
  ])('has said what it had to say with the status %i, however long its body is', async (code, kind) => {
    let written = 0;
    const pour: Answering = (response) => {
      do written += 16_384;
      while (response.write(Buffer.alloc(16_384)));
      if (!response.destroyed) response.once('drain', () => pour(response, response.req));
    };
    await using app = await startSubscriber((response, request) => {
      response.writeHead(code);
      pour(response, request);
    });
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toMatchObject({ kind });
    await until(async () => openSockets() <= others);
    expect(written).toBeLessThan(64 * 1024 * 1024); // what the kernel takes before it notices
  });

  it('is left after 10 s when its body comes slowly; the status counts', async () => {
    await using app = await startSubscriber((response) => void response.writeHead(200).write('.'));
    const { postman, clock } = startPostman();
    const answered = nextResponse();
    const delivery = postman.post(`http://127.0.0.2:${app.port}/`, message);
    await answered;
    await clock.advance(9_999);
    expect(await Promise.race([delivery, Promise.resolve('reading')])).toBe('reading');
    await clock.advance(1);
    expect(await delivery).toEqual(delivered);
  });

  it('that resets the connection within the body has answered', async () => {
    await using app = await startTcp((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n.', () => setImmediate(() => socket.destroy())),
      ),
    );
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message)).toEqual(delivered);
  });

  it('is left when the caller gives up', async () => {
    await using app = await startSubscriber(() => {});
    const { postman } = startPostman();
    const stop = new AbortController();
    const delivery = postman.post(`http://127.0.0.2:${app.port}/`, message, stop.signal);
    await app.asked;
    stop.abort();
    expect(await delivery).toEqual({ kind: 'failed', reason: 'given up before an answer came' });
  });

  it('is not called when the caller has given up before', async () => {
    await using app = await startSubscriber(status(204));
    const { postman } = startPostman();
    expect(await postman.post(`http://127.0.0.2:${app.port}/`, message, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
    expect(app.connections).toBe(0);
  });

  it('leaves nothing on the signal of one who calls often', async () => {
    await using app = await startSubscriber(status(204));
    const { postman } = startPostman();
    const stop = new AbortController();
    const listening: unknown[] = [];
    const { signal } = stop;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listening.push(args[1]);
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listening.splice(listening.indexOf(args[1]), 1);
      remove(...args);
    };
    for (let at = 0; at < 3; at++) await postman.post(`http://127.0.0.2:${app.port}/`, message, signal);
    expect(listening).toEqual([]);
  });
});

describe('A subscriber with a name', () => {
  it('is called at an address that was judged, whatever the name server says next', async () => {
    await using trap = await startSubscriber(status(204), { host: '127.0.0.9' });
    await using app = await startSubscriber(status(204), { host: '127.0.0.2', port: trap.port });
    const answers = [['127.0.0.2'], ['127.0.0.9'], ['127.0.0.9']];
    let asked = 0;
    const lookup = async () => answers[asked++] ?? [];
    const clock = new ManualClock();
    const { postman } = startPostman({ clock, resolver: new Resolver(clock, lookup) });
    const uri = `http://rebind.example:${app.port}/`;
    expect(await postman.post(uri, message)).toEqual(delivered);
    expect([asked, app.connections, trap.connections]).toEqual([1, 1, 0]);
    await clock.advance(10_000);
    expect(await postman.post(uri, message)).toEqual({
      kind: 'failed',
      reason: 'rebind.example is at 127.0.0.9, where calls may not go',
    });
    expect([asked, app.connections, trap.connections]).toEqual([2, 1, 0]);
  });

  it('passed at its creation, is judged again at delivery', async () => {
    await using trap = await startSubscriber(status(204), { host: '127.0.0.9' });
    const answers = [['127.0.0.2'], ['127.0.0.9']];
    const { postman } = startPostman({ resolver: { addresses: async () => answers.shift() ?? [] } });
    await postman.check(`http://rebind.example:${trap.port}/`);
    expect(await postman.post(`http://rebind.example:${trap.port}/`, message)).toMatchObject({ kind: 'failed' });
    expect(trap.connections).toBe(0);
  });

  it.each([
    ['127.0.0.9', '127.0.0.2'],
    ['127.0.0.2', '127.0.0.9'],
    ['::1', '127.0.0.2', '::ffff:127.0.0.9'],
  ])('is called only at those addresses that are allowed (%s, %s)', async (...addresses) => {
    await using trap = await startSubscriber(status(204), { host: '127.0.0.9' });
    const app = await startSubscriber(status(204), { port: trap.port });
    const { postman } = startPostman({ names: { 'mixed.example': addresses } });
    await postman.check(`http://mixed.example:${app.port}/`);
    expect(await postman.post(`http://mixed.example:${app.port}/`, message)).toEqual(delivered);
    await app[Symbol.asyncDispose]();
    expect(await postman.post(`http://mixed.example:${app.port}/`, message)).toMatchObject({ kind: 'failed' });
    expect([app.connections, trap.connections]).toEqual([1, 0]);
  });

  it('is tried at the next address when one refuses the connection, at three in all', async () => {
    await using fourth = await startSubscriber(status(204), { host: '127.0.0.5' });
    const four = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];
    const { postman } = startPostman({ names: { app: four, near: four.slice(2) } });
    expect(await postman.post(`http://near:${fourth.port}/`, message)).toEqual(delivered);
    expect(await postman.post(`http://app:${fourth.port}/`, message)).toEqual({
      kind: 'failed',
      reason: ['127.0.0.2', '127.0.0.3', '127.0.0.4']
        .map((host) => `${host} port ${fourth.port} refuses the connection`)
        .join('; '),
    });
    expect(fourth.connections).toBe(1);
  });

  it('is tried once at an address that is named twice', async () => {
    await using app = await startSubscriber(status(204), { host: '127.0.0.5' });
    const { postman } = startPostman({
      names: { app: ['127.0.0.2', '::ffff:127.0.0.2', '127.0.0.2', '127.0.0.3', '127.0.0.5'] },
    });
    expect(await postman.post(`http://app:${app.port}/`, message)).toEqual(delivered);
  });

  it('is not told twice: where something was sent, no other address is tried', async () => {
    await using first = await startTcp((socket) => socket.once('data', () => socket.destroy()));
    await using second = await startSubscriber(status(204), { host: '127.0.0.3', port: first.port });
    const { postman } = startPostman({ names: { app: ['127.0.0.2', '127.0.0.3'] } });
    expect(await postman.post(`http://app:${first.port}/`, message)).toMatchObject({ kind: 'failed' });
    expect([first.connections, second.connections]).toEqual([1, 0]);
  });

  it('is tried at the next address when one does not take the connection within 3 s', async () => {
    await using deaf = await startDeaf('127.0.0.2');
    await using app = await startSubscriber(status(204), { host: '127.0.0.3', port: deaf.port });
    const { postman, clock } = startPostman({ names: { app: ['127.0.0.2', '127.0.0.3'], deaf: ['127.0.0.2'] } });
    const delivery = postman.post(`http://app:${app.port}/`, message);
    await clock.advance(2_999);
    expect(app.connections).toBe(0);
    await clock.advance(1);
    expect(await delivery).toEqual(delivered);
    const lost = postman.post(`http://deaf:${app.port}/`, message);
    await clock.advance(3_000);
    expect(await lost).toEqual({ kind: 'failed', reason: `127.0.0.2 port ${app.port} does not take the connection` });
  });

  it('that cannot be resolved passes at its creation and fails at delivery', async () => {
    const { postman } = startPostman();
    await postman.check('http://not-yet.example/notify');
    expect(await postman.post('http://not-yet.example/notify', message)).toEqual({
      kind: 'failed',
      reason: 'not-yet.example cannot be resolved: getaddrinfo ENOTFOUND not-yet.example',
    });
  });

  it('that a name server is silent about passes after 5 s, and fails after 5 s', async () => {
    const clock = new ManualClock();
    const { postman } = startPostman({ clock, resolver: new Resolver(clock, () => new Promise(() => {})) });
    const both = Promise.all([postman.check('http://slow.example/'), postman.post('http://slow.example/', message)]);
    await clock.advance(5_000);
    expect(await both).toEqual([undefined, { kind: 'failed', reason: 'no name server has answered for slow.example in time' }]);
  });

  it('shows a mistake of ours as what it is', async () => {
    const addresses = () => Promise.reject(new TypeError('a mistake'));
    const { postman } = startPostman({ resolver: { addresses } });
    await expect(postman.check('http://app.example/')).rejects.toThrow(TypeError);
    await expect(postman.post('http://app.example/', message)).rejects.toThrow(TypeError);
  });
});

describe('A subscriber behind TLS', () => {
  if (!hasOpenssl) {
    it.todo('is called when its certificate is good (needs openssl: apt-get install openssl)');
    return;
  }
  const tls = selfSigned('DNS:app.example', 'IP:127.0.0.2');
  const names = { 'app.example': ['127.0.0.2'], 'app.example.': ['127.0.0.2'], 'other.example': ['127.0.0.2'] };
  const start = (): Promise<Subscriber> => startSubscriber(status(204), { tls });

  it.each(['app.example', 'APP.example', 'app.example.', '127.0.0.2', '[::ffff:127.0.0.2]'])(
    'is called when its certificate is for %s',
    async (host) => {
      await using app = await start();
      const { postman } = startPostman({ names, ca: tls.cert });
      expect(await postman.post(`https://${host}:${app.port}/`, message)).toEqual(delivered);
    },
  );

  it.each([
    ['is nobody we know', 'app.example', undefined, /self-signed certificate/],
    ['is for another name', 'other.example', [tls.cert], /does not match certificate/],
    ['is for another address', '127.0.0.3', tls.cert, /does not match certificate/],
  ])('is told nothing when its certificate %s', async (_what, host, ca, reason) => {
    await using app = await startSubscriber(status(204), { tls, host: host === '127.0.0.3' ? host : '127.0.0.2' });
    const { postman } = startPostman({ names, ...(ca ? { ca } : {}) });
    expect(await postman.post(`https://${host}:${app.port}/`, message)).toEqual({
      kind: 'failed',
      reason: expect.stringMatching(reason),
    });
    expect(app.received).toEqual([]);
  });

  it('is told nothing when it does not speak TLS, or stalls in its handshake', async () => {
    await using plain = await startSubscriber(status(204));
    let stalled = false;
    await using stalling = await startTcp((socket) => socket.once('data', () => (stalled = true)));
    const { postman, clock } = startPostman({ names });
    expect(await postman.post(`https://app.example:${plain.port}/`, message)).toMatchObject({ kind: 'failed' });
    const delivery = postman.post(`https://app.example:${stalling.port}/`, message);
    await until(async () => stalled);
    await clock.advance(10_000);
    expect(await delivery).toEqual({ kind: 'failed', reason: 'no answer within 10 s' });
    expect(plain.received).toEqual([]);
  });

  it.each([
    ['app.example', 'app.example'],
    ['app.example.', 'app.example'],
    ['127.0.0.2', false],
  ])('called at %s hears the server name %s', async (host, expected) => {
    let servername: unknown;
    const noteName: Answering = (response, { socket }) => {
      servername = 'servername' in socket ? socket.servername : undefined;
      response.writeHead(204).end();
    };
    await using app = await startSubscriber(noteName, { tls });
    const { postman } = startPostman({ names, ca: tls.cert });
    expect(await postman.post(`https://${host}:${app.port}/`, message)).toEqual(delivered);
    expect(servername).toBe(expected);
  });

  it('has to show a good certificate even where the environment says that any will do', async () => {
    await using app = await start();
    const exchange = new URL('../../src/outgoing/exchange.js', import.meta.url).href;
    const clock = new URL('../../src/clock.js', import.meta.url).href;
    const uri = { isSecure: true, host: 'app.example', isAddress: false, port: app.port, authority: 'app.example', path: '/' };
    const code = `
      Promise.all([import('${exchange}'), import('${clock}')])
        .then(([{ exchange }, { systemClock }]) =>
          exchange(${JSON.stringify(uri)}, '127.0.0.2', { method: 'GET' }, { clock: systemClock, maxBytes: 1 }, new AbortController().signal))
        .then((outcome) => require('node:worker_threads').parentPort.postMessage(outcome));`;
    const worker = new Worker(code, { eval: true, env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    // later releases of Node add advice
    const reason = expect.stringMatching(/^fails: self-signed certificate/) as unknown;
    expect(await once(worker, 'message')).toMatchObject([{ kind: 'broken', reason }]);
    expect(app.received).toEqual([]);
    await worker.terminate();
  });
});

/** Resolves when an answer's status and headers have come to whoever asked. */
function nextResponse(): Promise<void> {
  return new Promise((resolve) => {
    const onResponse = () => {
      unsubscribe('http.client.response.finish', onResponse);
      resolve();
    };
    subscribe('http.client.response.finish', onResponse);
  });
}

/** A machine that is too busy to take connections: the thread sleeps, and the kernel keeps no more of them for it. */
async function startDeaf(host: string): Promise<AsyncDisposable & { readonly port: number }> {
  const code = `
    const { parentPort } = require('node:worker_threads');
    const server = require('node:net').createServer().listen({ port: 0, host: '${host}', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const worker = new Worker(code, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const fillers = [connect(port, host), connect(port, host)];
  for (const filler of fillers) {
    filler.on('error', () => undefined);
    await once(filler, 'connect');
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}
