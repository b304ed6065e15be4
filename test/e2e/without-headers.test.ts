import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { askDoor } from '../../src/control/ask-door.js';
import { TestGateway } from '../gateway.js';
import { ManualClock } from '../manual-clock.js';

const lens = { driver: 'simulated' };

let gateway: TestGateway;
let clock: ManualClock;
beforeAll(async () => {
  clock = new ManualClock();
  const settings = { auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': lens, 'lens-2': lens } } };
  gateway = await TestGateway.start(settings, { clock });
});
afterAll(() => gateway.stop());

const call = (method: string, path: string, headers: Record<string, string> = {}, body: object = {}) =>
  fetch(gateway.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function ticketFor(token: string, body: object = {}): Promise<string> {
  const response = await call('POST', '/tickets', bearer(token), body);
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store']);
  return ((await response.json()) as { ticket: string }).ticket;
}

/** The status with which a handshake is refused, or the open WebSocket. */
async function connect(path: string, headers: Record<string, string> = {}): Promise<WebSocket | number> {
  const socket = new WebSocket(gateway.url.replace('http', 'ws') + path, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (req, response) => {
      req.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

async function open(path: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = await connect(path, headers);
  if (typeof socket === 'number') throw new Error(`${path}: ${socket}`);
  return socket;
}

/** Lets time pass until it has happened. */
async function meanwhile<T>(happening: Promise<T> | undefined): Promise<T | undefined> {
  const waiting = { isOver: false };
  const over = Promise.resolve(happening).finally(() => (waiting.isOver = true));
  over.catch(() => undefined);
  while (!waiting.isOver) await clock.advance(100);
  return over;
}

async function untilDone(parts: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  for (;;) if ((await parts?.read())?.done !== false) return;
}

const revoke = (token: string) => {
  const body = new URLSearchParams({ client_id: 'administrator', client_secret: gateway.secret ?? '', token });
  return fetch(`${gateway.url}/oauth2/revoke`, { method: 'POST', body });
};

describe('A WebSocket', () => {
  it('is opened by a ticket, once, and never by a token in the address', async () => {
    const token = await gateway.token({ role: 'viewer' });
    const ticket = await ticketFor(token, { path: '/events/v1' });
    const socket = await open(`/events/v1?topic=devices/**&ticket=${ticket}`);
    expect(await connect(`/events/v1?ticket=${ticket}`)).toBe(401);
    for (const query of [`?ticket=${token}`, `?access_token=${token}`, `?token=${token}`])
      expect([400, 401]).toContain(await connect(`/events/v1${query}`));
    expect(await connect(`/events/v1?ticket=a&ticket=b`)).toBe(400);
    socket.close();
  });

  it('asks of a ticket what it asks of a token, whatever header comes with it', async () => {
    const ticket = await ticketFor(await gateway.token({ scopes: ['camera:read'] }));
    expect(await connect(`/events/v1?ticket=${ticket}`, gateway.owner())).toBe(403);
    // a page that was told to come without one is not the owner
    expect(await connect('/events/v1?ticket=nonsense', gateway.owner())).toBe(401);
  });

  it('of a MEC subscription takes one too, and no more than its application’s', async () => {
    await gateway.application('app-1');
    const body = {
      subscriptionType: 'SerAvailabilityNotificationSubscription',
      websockNotifConfig: { requestWebsocketUri: true },
    };
    const made = await gateway.send('POST', '/mec_service_mgmt/v1/applications/app-1/subscriptions', body);
    const path = `${new URL(made.headers.get('location') ?? '', gateway.url).pathname}/websocket`;
    const token = await gateway.token({ scopes: ['mec_service_mgmt:read'] });
    (await open(`${path}?ticket=${await ticketFor(token, { path })}`)).close();
    expect(await connect(`${path}?ticket=${await ticketFor(token, { path: '/events/v1' })}`)).toBe(401);
  });

  it.each(['header', 'ticket'])('opened by %s is closed within 5 s of the end of its token', async (way) => {
    const token = await gateway.token({ role: 'viewer' });
    const socket =
      way === 'header' ? await open('/events/v1', bearer(token)) : await open(`/events/v1?ticket=${await ticketFor(token)}`);
    await clock.advance(10_000);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    const closed = once(socket, 'close');
    expect((await revoke(token)).status).toBe(200);
    await clock.advance(1_000);
    const [code, reason] = (await closed) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([1008, 'what let you in has ended']);
  });
});

describe('A signed address of a camera', () => {
  const linksOf = async (token: string, body: object = {}) => {
    const response = await call('POST', '/camera/v1/cameras/lens-1/links', bearer(token), body);
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store']);
    return (await response.json()) as {
      expiresIn: number;
      _links: Record<'snapshot' | 'stream' | 'websocket', { href: string }>;
    };
  };

  it('shows pictures of that camera to whoever has it, and does nothing else', async () => {
    const { expiresIn, _links } = await linksOf(await gateway.token({ role: 'viewer' }));
    expect(expiresIn).toBe(300);
    const { href } = _links.snapshot;
    expect((await call('GET', `${href}&width=64&format=PNG&max_age_ms=3600000`)).headers.get('content-type')).toBe('image/png');
    expect((await call('GET', href.replace('lens-1', 'lens-2'))).status).toBe(401);
    const query = href.slice(href.indexOf('?'));
    expect((await call('GET', `/camera/v1/cameras/lens-1${query}`)).status).toBe(401);
    expect((await call('GET', `/camera/v1/cameras/lens-1${query}`, gateway.owner())).status).toBe(400);
    expect((await call('POST', `/camera/v1/cameras/lens-1/links${query}`)).status).toBe(401);
  });

  it('of its WebSocket opens that of this camera, until its token is ended', async () => {
    const token = await gateway.token({ role: 'viewer' });
    const { href } = (await linksOf(token))._links.websocket;
    expect(await connect(href.replace('lens-1', 'lens-2'))).toBe(401);
    const opening = open(`${href}&width=64`);
    await meanwhile(opening);
    const closed = once(await opening, 'close');
    await revoke(token);
    const [code] = (await meanwhile(closed)) as [number];
    expect(code).toBe(1008);
  });

  it('is made by whoever may see the camera, if there is one', async () => {
    const blind = await gateway.token({ scopes: ['sensors:read'] });
    expect((await call('POST', '/camera/v1/cameras/lens-1/links', bearer(blind))).status).toBe(403);
    expect((await call('POST', '/camera/v1/cameras/lens-9/links', gateway.owner())).status).toBe(404);
    for (const expiresIn of [0, 3601, 1.5, '60', -1])
      expect((await call('POST', '/camera/v1/cameras/lens-1/links', gateway.owner(), { expiresIn })).status).toBe(400);
  });

  it('ends, and a stream that was begun by it goes on until somebody ends it', async () => {
    const token = await gateway.token({ role: 'viewer' });
    const { href } = (await linksOf(token, { expiresIn: 10 }))._links.stream;
    const stream = await meanwhile(fetch(gateway.url + href));
    expect(stream?.headers.get('content-type')).toMatch(/^multipart/);
    const parts = stream?.body?.getReader();
    await clock.advance(11_000);
    expect((await call('GET', href)).status).toBe(401);
    for (let part = 0; part < 3; part++) expect((await meanwhile(parts?.read()))?.done).toBe(false);
    await revoke(token);
    // cut, so that nobody takes it for whole
    await expect(meanwhile(untilDone(parts))).rejects.toThrow('terminated');
  });
});

describe('The panel’s session', () => {
  const own = (more: Record<string, string> = {}) => ({ Origin: gateway.url, ...more });
  const signIn = async (role = 'admin') => {
    const response = await call('POST', '/session', own(), { code: await gateway.code(role) });
    expect(response.status).toBe(201);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^umec-session=[\w-]{43}; Max-Age=2592000; Path=\/session; HttpOnly; SameSite=Strict$/);
    const { access_token: token } = (await response.json()) as { access_token: string };
    return { Cookie: cookie.split(';')[0] ?? '', token };
  };

  it('gives tokens that open what the role may, and the cookie opens nothing', async () => {
    const { Cookie, token } = await signIn('viewer');
    expect((await call('GET', '/registry/v1/devices', bearer(token))).status).toBe(200);
    expect((await call('POST', '/registry/v1/applications', bearer(token), { appName: 'x' })).status).toBe(403);
    for (const path of ['/registry/v1/devices', '/camera/v1/cameras/lens-1/snapshot', '/sensors/v1/tags'])
      expect((await call('GET', path, own({ Cookie }))).status).toBe(401);
    const renewed = await call('POST', '/session/token', own({ Cookie }));
    expect([renewed.status, renewed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await renewed.json()).toMatchObject({ role: 'viewer', expires_in: 600 });
  });

  it('says whether it goes on, without being used, and to whoever has no cookie that there is none', async () => {
    const stateOf = async (headers: Record<string, string>) => {
      const response = await call('GET', '/session', headers);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      return ((await response.json()) as { state: string }).state;
    };
    const { Cookie } = await signIn();
    const others: Record<string, string>[] = [
      {},
      { Cookie: `umec-session=${'A'.repeat(43)}` },
      { Cookie: `${Cookie}; ${Cookie}` },
    ];
    for (const headers of others) expect(await stateOf(headers)).toBe('SIGNED_OUT');
    expect(await stateOf({ Cookie })).toBe('SIGNED_IN');
    for (const headers of others) expect(await stateOf(headers)).toBe('SIGNED_OUT');
    await clock.advance(11 * 3_600_000);
    expect(await stateOf({ Cookie })).toBe('SIGNED_IN');
    await clock.advance(2 * 3_600_000);
    expect(await stateOf({ Cookie })).toBe('SIGNED_OUT');
  });

  it.each<[string, Record<string, string>]>([
    ['no origin', {}],
    ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['null', { Origin: 'null' }],
    ['another origin', { Origin: 'http://127.0.0.1:1' }],
  ])('is nothing for whoever comes from %s', async (_what, headers) => {
    const { Cookie } = await signIn();
    const code = await gateway.code();
    expect((await call('POST', '/session/token', { Cookie, ...headers })).status).toBe(403);
    expect((await call('POST', '/session', headers, { code })).status).toBe(403);
    expect((await call('DELETE', '/session', { Cookie, ...headers })).status).toBe(403);
    expect((await call('POST', '/session/token', own({ Cookie }))).status).toBe(200);
    expect((await call('POST', '/session', own(), { code })).status).toBe(201);
  });

  it('takes JSON and no form', async () => {
    const { Cookie } = await signIn();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await call('POST', '/session/token', own({ Cookie, 'Content-Type': type }))).status).toBe(415);
  });

  it('ends when one signs out, with everything that began by it', async () => {
    const { Cookie, token } = await signIn();
    const socket = await open(`/events/v1?ticket=${await ticketFor(token)}`);
    const closed = once(socket, 'close');
    const out = await call('DELETE', '/session', own({ Cookie }));
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    await clock.advance(1_000);
    expect((await closed)[0]).toBe(1008);
    expect((await call('GET', '/registry/v1/devices', bearer(token))).status).toBe(401);
    expect((await call('POST', '/session/token', own({ Cookie }))).status).toBe(401);
  });

  it('ends for all when the owner says so', async () => {
    const [one, other] = [await signIn(), await signIn('viewer')];
    const { token } = one;
    await askDoor(gateway.dir, 'sign-out-all');
    for (const { Cookie } of [one, other]) expect((await call('POST', '/session/token', own({ Cookie }))).status).toBe(401);
    expect((await call('GET', '/registry/v1/devices', bearer(token))).status).toBe(401);
  });
});

// last, for the owner's token ends too
describe('What was opened with a token', () => {
  it('goes on when its token has ended by itself', async () => {
    const token = await gateway.token({ role: 'viewer' });
    const socket = await open('/events/v1', bearer(token));
    // in pieces, so that pings are answered on the way
    for (let second = 0; second < 3_700; second += 20) {
      await clock.advance(20_000);
      const pong = once(socket, 'pong');
      socket.ping();
      await pong;
    }
    expect((await call('GET', '/registry/v1/devices', bearer(token))).status).toBe(401);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.close();
  }, 60_000);
});
