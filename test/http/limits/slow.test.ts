import { describe, expect, it } from '@jest/globals';
import { until } from '../../until.js';
import { thingsApi } from '../things-api.js';
import { answersIn, rest, Served } from './served.js';

const patience = { headersMs: 300, requestMs: 600, betweenMs: 200, stalledMs: 1_500 };
const head = (served: Served) => `PUT /things/v1/things/1 HTTP/1.1\r\n${served.host}Content-Type: application/json\r\n`;

/** What comes back, although the client says a byte of `slowly` now and then until it is cut off. */
async function dripping(served: Served, first: string, slowly: string) {
  const socket = await served.connect();
  socket.write(first);
  let at = 0;
  const drip = setInterval(() => socket.writable && socket.write(slowly.charAt(at++ % slowly.length)), 20);
  const text = await rest(socket);
  clearInterval(drip);
  return answersIn(text);
}

describe('A client is cut off, and told so, when', () => {
  it.each<[string, (served: Served) => [string, string]]>([
    ['it says nothing', () => ['', '']],
    ['it says its request line slowly', () => ['GET /', 'x']],
    ['it says its headers slowly', (served) => [`GET /things/v1/things HTTP/1.1\r\n${served.host}`, 'X-A: b\r\n']],
    ['it says its body slowly', (served) => [`${head(served)}Content-Length: 10000\r\n\r\n`, ' ']],
    ['it says its chunks slowly', (served) => [`${head(served)}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n']],
    ['it promises a body that never comes', (served) => [`${head(served)}Content-Length: 10\r\n\r\n`, '']],
  ])('%s', async (_how, parts) => {
    await using served = await Served.open({ patience });
    const answers = await dripping(served, ...parts(served));
    expect(answers.map(({ status }) => status)).toEqual([408]);
    expect(answers[0]?.headers).toMatch(/application\/problem\+json/);
    expect(served.limits.counters.tooSlow).toBe(1);
    await until(async () => served.limits.connections.size === 0);
  });
});

describe('A connection is closed when', () => {
  it('its client has been answered and asks for nothing more', async () => {
    await using served = await Served.open({ patience });
    expect(answersIn(await served.raw(served.get('/things'))).map(({ status }) => status)).toEqual([200]);
  });

  const endless = () =>
    thingsApi(async function* (signal) {
      for (; !signal.aborted;) yield await Promise.resolve(Buffer.alloc(65_536));
    });
  const large = () => {
    const handlers = new Map(thingsApi().handlers);
    handlers.set('Things_GET', () => ({ status: 200, body: { large: 'x'.repeat(30_000_000) } }));
    return { ...thingsApi(), handlers };
  };

  it.each([
    ['a stream', '/stream', endless],
    ['one large answer', '/things', large],
  ])('nobody reads what is sent: %s', async (_what, path, api) => {
    await using served = await Served.open({ patience, api: api() });
    const socket = await served.connect();
    const [connection] = served.limits.connections;
    if (!connection) throw new Error('nobody is connected');
    const closed = new Promise((resolve) => connection.once('close', resolve));
    socket.pause();
    socket.write(served.get(path));
    await closed;
    socket.destroy();
  });
});

describe('Connections from one address', () => {
  it('beyond those that it may have are told so and closed, and others are let in', async () => {
    await using served = await Served.open({ limits: { connectionsPerAddress: 3 } });
    const held = await Promise.all([1, 2, 3].map(() => served.connect('127.0.0.2')));
    const [refused] = answersIn(await rest(await served.connect('127.0.0.2')));
    expect([refused?.status, refused?.headers]).toEqual([
      503,
      expect.stringMatching(/application\/problem\+json[^]*Retry-After: 1/),
    ]);
    expect(await served.raw(served.get('/things', 'Connection: close\r\n'), '127.0.0.3')).toMatch(/^HTTP\/1\.1 200 /);
    expect(served.limits.counters).toMatchObject({ connectionsOfOneAddress: 1, connectionsInAll: 0 });
    for (const socket of held) socket.destroy();
  });

  it('are closed when there is no room at all, and counted', async () => {
    await using served = await Served.open({ descriptors: 8 }); // four connections
    const held = await Promise.all(['2', '2', '3', '4'].map((last) => served.connect(`127.0.0.${last}`)));
    expect(await rest(await served.connect('127.0.0.5'))).toBe('');
    expect(served.limits.counters).toMatchObject({ connectionsOfOneAddress: 0, connectionsInAll: 1 });
    for (const socket of held) socket.destroy();
  });
});
