import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { clientAddress, forwardedHost, isSecure, prefixOf } from '../../src/http/client-address.js';
import { prefixedBytes, prefixedHeader } from '../../src/http/prefixed.js';
import { noProxies, Proxies, type ProxyOptions } from '../../src/http/proxies.js';
import { thingsApi } from './things-api.js';
import { answersIn, Served } from './limits/served.js';

/** A request from an address, as it is known once it was heard. */
function heard(from: string, headers: Record<string, string>, options: Partial<ProxyOptions> = {}) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: from });
  const req = Object.assign(new IncomingMessage(socket), { headers });
  new Proxies({ ...noProxies, networks: ['10.0.0.0/8', '127.0.0.0/8', 'fd00::/8'], ...options }).hear(req);
  return { address: clientAddress(req), isSecure: isSecure(req), host: forwardedHost(req), prefix: prefixOf(req) };
}

const chain = (from: string, text: string) => heard(from, { 'x-forwarded-for': text }).address;
const standard = (text: string) => heard('10.0.0.1', { forwarded: text }, { header: 'forwarded' });

describe('The client of a trusted proxy', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['198.51.100.9, 192.0.2.1', '192.0.2.1'],
    ['127.0.0.1, 192.0.2.1', '192.0.2.1'],
    ['nonsense, 192.0.2.1', '192.0.2.1'],
    ['192.0.2.1, 10.0.0.2, fd00::3', '192.0.2.1'],
    ['10.0.0.9, 10.0.0.2', '10.0.0.9'],
    ['192.0.2.1, unknown', '10.0.0.1'],
    ['', '10.0.0.1'],
  ])('that says %p is %p: the right-most that is no proxy', (text, expected) => {
    expect(chain('10.0.0.1', text)).toBe(expected);
  });

  it.each(['nonsense', '192.0.2.1, 256.1.1.1', '192.0.2.1,', 'fe80::1%eth0', '192.0.2.1 10.0.0.1', "' or 1=1"])(
    'is not guessed from %p',
    (text) => {
      expect(() => chain('10.0.0.1', text)).toThrow('expected an address');
    },
  );

  it.each(['192.0.2.66', '11.0.0.1', 'fe80::1', ''])('is not heard of from %p, which is no proxy', (from) => {
    const headers = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'a',
      'x-forwarded-prefix': '/evil',
      forwarded: 'for=127.0.0.1',
    };
    const nothing = { address: from, isSecure: false, host: undefined, prefix: '' };
    expect(heard(from, headers)).toEqual(nothing);
    expect(heard(from, headers, { networks: [] })).toEqual(nothing);
  });

  it('is heard of by one kind of header only: a proxy hands on the other as its client wrote it', () => {
    const headers = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=198.51.100.9;proto=https' };
    expect(heard('10.0.0.1', headers)).toMatchObject({ address: '192.0.2.1', isSecure: false });
    expect(heard('10.0.0.1', headers, { header: 'forwarded' })).toMatchObject({ address: '198.51.100.9', isSecure: true });
  });

  it('comes by what the proxy says', () => {
    const proto = (text: string) => heard('10.0.0.1', { 'x-forwarded-proto': text }).isSecure;
    expect(['https', 'wss', 'HTTPS', 'http', 'ws', 'http, https'].map(proto)).toEqual([true, true, true, false, false, true]);
    expect(() => proto('gopher')).toThrow('X-Forwarded-Proto: expected http or https');
  });

  it('is where the proxy puts a prefix before our paths', () => {
    const prefix = (text: string) => heard('10.0.0.1', { 'x-forwarded-prefix': text }, { prefix: '/static' }).prefix;
    expect(['/umec', '/a/b.c/', '', '/'].map(prefix)).toEqual(['/umec', '/a/b.c', '/static', '/static']);
    for (const bad of [
      'umec',
      '//evil.example',
      '/a b',
      '/a, /b',
      '/a/../b?c',
      '/%2e',
      'https://evil.example',
      `/${'a'.repeat(300)}`,
    ])
      expect(() => prefix(bad)).toThrow('X-Forwarded-Prefix');
  });
});

describe('Forwarded', () => {
  it.each([
    ['for=192.0.2.1;proto=https;host=gateway.example', '192.0.2.1', true, 'gateway.example'],
    ['For="[2001:db8::1]:4711"', '2001:db8::1', false, undefined],
    ['for=198.51.100.9, for=192.0.2.1;proto=https, for=10.0.0.2;proto=http', '192.0.2.1', true, undefined],
    ['for="192.0.2.1";host="a,b;c\\"d"', '192.0.2.1', false, 'a,b;c"d'],
    ['for=192.0.2.1, for=_hidden', '10.0.0.1', false, undefined],
    ['by=10.0.0.1', '10.0.0.1', false, undefined],
    ['', '10.0.0.1', false, undefined],
  ])('%s', (text, address, secure, host) => {
    expect(standard(text)).toEqual({ address, isSecure: secure, host, prefix: '' });
  });

  it.each([
    'for',
    'for=',
    'for=a b',
    'for="192.0.2.1',
    'for=192.0.2.1;for=127.0.0.1',
    'for=192.0.2.1;proto=ftp',
    'for=x',
    '=a',
    ';;',
  ])('is refused when it is %s', (text) => {
    expect(() => standard(text)).toThrow(/expected|twice/);
  });

  it('of any length is read in no time', () => {
    const began = performance.now();
    for (const text of ['"'.repeat(16_000), 'a=b;'.repeat(4_000), 'for="\\'.repeat(2_000), ','.repeat(16_000)])
      expect(() => standard(text)).toThrow();
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('A gateway behind a proxy', () => {
  const proxies = { networks: ['127.0.0.2/32'], prefix: '' };
  const behind = (client: string) => `X-Forwarded-For: ${client}\r\nConnection: close\r\n`;

  it('limits the clients of the proxy, each by itself, and whoever is none as before', async () => {
    await using served = await Served.open({ proxies, limits: { unlimited: [], readsPerSecond: 0.1, readBurst: 2 } });
    const status = async (client: string, from = '127.0.0.2') =>
      answersIn(await served.raw(served.get('/things', behind(client)), from))[0]?.status;
    const asked = (client: string, from?: string) => Promise.all([1, 2, 3].map(() => status(client, from)));
    expect((await asked('192.0.2.1')).sort()).toEqual([200, 200, 429]);
    expect((await asked('192.0.2.2')).sort()).toEqual([200, 200, 429]);
    expect(await Promise.all(['192.0.2.3', '192.0.2.4', '192.0.2.5'].map((client) => status(client, '127.0.0.3')))).toContain(
      429,
    );
    expect(await status('nonsense')).toBe(400);
  });

  it('tells handlers who asks', async () => {
    const addresses: string[] = [];
    const api = thingsApi();
    const handlers = new Map(api.handlers).set('Things_GET', ({ remoteAddress }) => {
      addresses.push(remoteAddress);
      return { status: 200, body: {} };
    });
    await using served = await Served.open({ proxies, api: { ...api, handlers } });
    for (const from of ['127.0.0.2', '127.0.0.3']) await served.raw(served.get('/things', behind('192.0.2.1')), from);
    expect(addresses).toEqual(['192.0.2.1', '127.0.0.3']);
  });

  it('is to be called by its own names there too', async () => {
    await using served = await Served.open({ proxies });
    const ask = async (host: string, from: string) => {
      const headers = `X-Forwarded-Host: ${host}\r\nConnection: close\r\n`;
      return answersIn(await served.raw(served.get('/things', headers), from))[0]?.status;
    };
    expect(await ask(`localhost:${served.port}`, '127.0.0.2')).toBe(200);
    expect(await ask('evil.example', '127.0.0.2')).toBe(403);
    expect(await ask('evil.example', '127.0.0.3')).toBe(200);
  });

  it('that nobody may go around is called through it, or from its own machine', async () => {
    await using served = await Served.open({ proxies: { networks: ['192.0.2.0/24'], only: true } });
    expect(answersIn(await served.raw(served.get('/things', 'Connection: close\r\n')))[0]?.status).toBe(200);
    const only = (from: string) => () => heard(from, {}, { only: true });
    expect(only('192.168.1.9')).toThrow('through its proxy');
    expect(only('10.0.0.1')).not.toThrow();
  });

  it('gives links with the prefix to whoever comes through it, and entity tags that do not know of it', async () => {
    const body = {
      _links: { self: { href: '/things/v1/things/1' }, others: [{ href: '/a' }, { href: 'http://b/c' }] },
      href: '/d',
    };
    const api = thingsApi();
    const handlers = new Map(api.handlers).set('Things_GET', () => ({
      status: 200,
      body,
      headers: { Location: '/things/v1/1' },
    }));
    await using served = await Served.open({ proxies, api: { ...api, handlers } });
    const ask = async (from: string) => {
      const headers = 'X-Forwarded-Prefix: /umec\r\nConnection: close\r\n';
      const [answer] = answersIn(await served.raw(served.get('/things', headers), from));
      const header = (name: string) => new RegExp(`^${name}: (.*)\\r$`, 'im').exec(answer?.headers ?? '')?.[1];
      return { body: JSON.parse(answer?.body ?? '') as unknown, location: header('Location'), etag: header('ETag') };
    };
    const [through, around] = [await ask('127.0.0.2'), await ask('127.0.0.3')];
    expect(through.body).toEqual({
      _links: { self: { href: '/umec/things/v1/things/1' }, others: [{ href: '/umec/a' }, { href: 'http://b/c' }] },
      href: '/d',
    });
    expect([around.body, around.location]).toEqual([body, '/things/v1/1']);
    expect([through.location, through.etag]).toEqual(['/umec/things/v1/1', around.etag]);
  });
});

describe('A prefix', () => {
  it('stands before the path of a link, and of nothing else', () => {
    expect(prefixedHeader('Link', '</things?limit=1>; rel="next"', '/umec')).toBe('</umec/things?limit=1>; rel="next"');
    expect(prefixedHeader('Link', '</a>; rel="next", </b>; rel="self", <//c>', '/umec')).toBe(
      '</umec/a>; rel="next", </umec/b>; rel="self", <//c>',
    );
    expect(prefixedHeader('Location', 'http://elsewhere/x', '/umec')).toBe('http://elsewhere/x');
    expect(prefixedHeader('Location', '//elsewhere/x', '/umec')).toBe('//elsewhere/x');
    expect(prefixedHeader('Umec-Sequence', '/7', '/umec')).toBe('/7');
  });

  it('is put there once for each value', () => {
    const body = { _links: { self: { href: '/a' } } };
    expect(prefixedBytes(body, '/umec')).toBe(prefixedBytes(body, '/umec'));
    expect(Buffer.from(prefixedBytes(body, '/other')).toString()).toBe('{"_links":{"self":{"href":"/other/a"}}}');
  });
});
