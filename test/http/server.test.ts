import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Access } from '../../src/auth/access.js';
import { OpenGrants } from '../../src/auth/grants.js';
import { doors } from '../../src/http/guard.js';
import type { ProblemDetails } from '../../src/http/problem.js';
import { Listener } from '../../src/http/server.js';
import { silent } from '../../src/log.js';
import { thingsApi } from './things-api.js';

let listener: Listener;
let serving: AsyncDisposable;
const streaming = { ended() {}, ending: Promise.resolve() };

async function* numbers(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for (let n = 0; !signal.aborted; n++) yield Buffer.alloc(65_536, n);
  } finally {
    streaming.ended();
  }
}

beforeAll(async () => {
  listener = await Listener.open('127.0.0.1', 0);
  serving = listener.serve([thingsApi(numbers)], {
    doors: doors(listener.address, listener.url, [], ['https://panel.example']),
    grants: new OpenGrants(),
    access: new Access(),
    files: () => false,
    log: silent,
    maxBodyBytes: 1024,
    validateResponses: true,
  });
});

afterAll(async () => {
  await serving[Symbol.asyncDispose]();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${listener.url}/things/v1${path}`, init);
const put = (body: string, headers: Record<string, string> = {}) =>
  ask('/things/1', { method: 'PUT', body, headers: { 'Content-Type': 'application/json', ...headers } });

/** A refusal as ETSI GS MEC 009 wants it. */
async function problem(response: Response): Promise<ProblemDetails> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const details = (await response.json()) as ProblemDetails;
  expect(details.status).toBe(response.status);
  expect(details.detail).not.toBe('');
  return details;
}

/** Sends bytes as they are, for what fetch does not let through. */
async function raw(text: string): Promise<string> {
  const socket = connect(listener.address.port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  await once(socket, 'close');
  return answer;
}

describe('a request that the specification allows', () => {
  it('reaches its handler with parsed parameters and defaults', async () => {
    expect(await (await ask('/things?name=a&name=b')).json()).toEqual({ query: { limit: 5, name: ['a', 'b'] } });
    expect(await (await ask('/things?name=a&limit=7')).json()).toEqual({ query: { limit: 7, name: ['a'] } });
  });

  it('is answered with an entity tag, and with 304 to who has it already', async () => {
    const first = await ask('/things/1');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('/things/1', { headers: { 'If-None-Match': known } });
      expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
    }
    expect((await ask('/things/1', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('is answered to HEAD with the same headers and no body', async () => {
    const [get, head] = await Promise.all([ask('/things/1'), ask('/things/1', { method: 'HEAD' })]);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-length', 'content-type']) expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  it('gives the content type that the client likes best', async () => {
    const type = async (Accept: string) => (await ask('/picture', { headers: { Accept } })).headers.get('content-type');
    expect(await type('*/*')).toBe('image/png');
    expect(await type('image/*;q=0.5, image/jpeg')).toBe('image/jpeg');
    expect((await ask('/picture')).headers.get('vary')).toBe('Accept');
  });
});

describe('a change', () => {
  it('is made when If-Match names what is there, and only then', async () => {
    const etag = (await ask('/things/1')).headers.get('etag') ?? '';
    const changed = await put('{"name":"two"}', { 'If-Match': etag });
    expect(changed.status).toBe(200);
    expect((await problem(await put('{"name":"three"}', { 'If-Match': etag }))).detail).toContain('If-Match');
    expect((await put('{"name":"three"}', { 'If-Match': `W/${changed.headers.get('etag')}` })).status).toBe(412);
    expect(await (await ask('/things/1')).json()).toEqual({ name: 'two' });
  });

  it.each([
    ['is not JSON', '{"name":', 400, 'JSON'],
    ['lacks a member', '{}', 400, 'name is missing'],
    ['has a member too many', '{"name":"x","admin":true}', 400, 'admin is not known here'],
    ['has a value out of bounds', '{"name":"much too long"}', 400, '8'],
    ['is missing', '', 400, ''],
    ['is too large', `{"name":"${'x'.repeat(2000)}"}`, 413, ''],
  ])('is refused when the body %s', async (_why, body, status, expected) => {
    const before = await (await ask('/things/1')).json();
    const details = await problem(await put(body));
    expect(details.status).toBe(status);
    expect(details.detail).toContain(expected);
    expect(await (await ask('/things/1')).json()).toEqual(before);
  });

  it('is refused when the body is of another content type', async () => {
    expect((await problem(await put('name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }))).status).toBe(415);
  });

  it('never reaches the prototype of objects', async () => {
    expect((await put('{"name":"x","__proto__":{"polluted":true}}')).status).toBe(400);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

describe('a request that the specification does not allow', () => {
  it.each([
    ['an unknown query parameter', '/things?colour=red', 400, 'query colour is not known here: is it spelt right?'],
    ['a value out of bounds', '/things?limit=11', 400, '10'],
    ['a value of another type', '/things?limit=many', 400, 'integer'],
    ['a resource that is not there', '/things/2', 404, 'no thing 2'],
    ['a path that is not there', '/nothing', 404, 'not found'],
    ['a broken escape', '/things/%zz', 400, ''],
  ])('is refused for %s', async (_what, path, status, expected) => {
    const details = await problem(await ask(path));
    expect(details.status).toBe(status);
    expect(details.detail).toContain(expected);
  });

  it('is told which methods there are', async () => {
    const response = await ask('/things/1', { method: 'DELETE' });
    expect((await problem(response)).status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, PUT');
  });

  it('is told which content types there are', async () => {
    expect((await problem(await ask('/picture', { headers: { Accept: 'application/xml' } }))).detail).toContain(
      'image/png, image/jpeg',
    );
  });
});

describe('a failure', () => {
  it('that nobody foresaw tells the client nothing', async () => {
    const details = await problem(await ask('/broken'));
    expect(details.status).toBe(500);
    expect(JSON.stringify(details)).not.toContain('swordfish');
  });

  it('of the handler to keep to the specification is a failure of the gateway', async () => {
    expect((await problem(await ask('/lying'))).status).toBe(500);
  });
});

describe('a stream', () => {
  it('ends when its reader leaves, and makes no more than the reader takes', async () => {
    streaming.ending = new Promise((resolve) => (streaming.ended = resolve));
    const reader = new AbortController();
    const response = await ask('/stream', { signal: reader.signal });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { value } = await (response.body as ReadableStream<Uint8Array>).getReader().read();
    expect(value?.length).toBeGreaterThan(0);
    reader.abort();
    await streaming.ending;
  });

  it('is not begun for HEAD', async () => {
    expect(await (await ask('/stream', { method: 'HEAD' })).text()).toBe('');
  });
});

describe('pages of other sites', () => {
  const get = (headers: string) => raw(`GET /things/v1/things HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
  const host = () => `Host: 127.0.0.1:${listener.address.port}\r\n`;

  it.each([
    ['a name of theirs for this address', () => 'Host: evil.example\r\n'],
    ['another port of this address', () => 'Host: 127.0.0.1:1\r\n'],
    ['an origin of theirs', () => `${host()}Origin: https://evil.example\r\n`],
    ['no origin at all', () => `${host()}Origin: null\r\n`],
    ['an image that they embed', () => `${host()}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n`],
  ])('are kept out by %s', async (_how, headers) => {
    expect(await get(headers())).toMatch(/^HTTP\/1.1 403 /);
  });

  it.each([
    ['a program', host],
    ['the gateway’s own page', () => `${host()}Origin: http://127.0.0.1:${listener.address.port}\r\n`],
    ['a page that the configuration names', () => `${host()}Origin: https://panel.example\r\n`],
    ['a person who follows a link', () => `${host()}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n`],
  ])('do not keep out %s', async (_who, headers) => {
    expect(await get(headers())).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('a request target', () => {
  const get = (line: string) => raw(`${line} HTTP/1.1\r\nHost: 127.0.0.1:${listener.address.port}\r\nConnection: close\r\n\r\n`);

  it('may be a whole URL, as proxies write it', async () => {
    expect(await get(`GET ${listener.url}/things/v1/things?limit=2`)).toMatch(/^HTTP\/1.1 200 [^]*"limit":2/);
  });

  it('that names no resource is refused', async () => {
    expect(await get('OPTIONS *')).toMatch(/^HTTP\/1.1 400 [^]*application\/problem\+json/);
  });
});

describe('an offer to change the protocol', () => {
  const body = '{"name":"h2c"}';
  const request = (upgrade: string) =>
    `PUT /things/v1/things/1 HTTP/1.1\r\nHost: 127.0.0.1:${listener.address.port}\r\nConnection: Upgrade, HTTP2-Settings, close\r\n` +
    `Upgrade: ${upgrade}\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

  it.each(['h2c', 'websocket'])('to %s is ignored where there is nothing to change to', async (upgrade) => {
    expect(await raw(request(upgrade))).toMatch(/^HTTP\/1.1 200 [^]*\{"name":"h2c"\}$/);
  });
});

describe('a page of another origin that the configuration names', () => {
  const Origin = 'https://panel.example';

  it('may read what it asks for', async () => {
    const { headers } = await ask('/picture', { headers: { Origin } });
    expect(headers.get('access-control-allow-origin')).toBe(Origin);
    expect(headers.get('vary')).toBe('Origin, Accept');
    expect(headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it('is told before it asks, and no other page is', async () => {
    const preflight = (from: string) =>
      ask('/things/1', { method: 'OPTIONS', headers: { Origin: from, 'Access-Control-Request-Method': 'PUT' } });
    const allowed = await preflight(Origin);
    expect([allowed.status, allowed.headers.get('access-control-allow-methods')]).toEqual([204, expect.stringContaining('PUT')]);
    const refused = await preflight('https://evil.example');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

describe('a listener', () => {
  it('says which address is taken', async () => {
    await expect(Listener.open('127.0.0.1', listener.address.port)).rejects.toThrow(
      `127.0.0.1:${listener.address.port} is in use`,
    );
  });

  it('says "not yet" before it serves', async () => {
    await using early = await Listener.open('127.0.0.1', 0);
    const response = await fetch(early.url);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  });
});
