import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { systemClock } from '../../../src/clock.js';
import { Observed } from '../../../src/events/observed.js';
import { defaultPatience } from '../../../src/http/limits/limited-server.js';
import { Limits } from '../../../src/http/limits/limits.js';
import { defaultLimits } from '../../../src/http/limits/options.js';
import { Listener } from '../../../src/http/server.js';
import { makeAuthority } from '../../../src/http/tls/make-authority.js';
import { makeCertificate } from '../../../src/http/tls/make-certificate.js';
import type { Tls, TlsContext } from '../../../src/http/tls/tls.js';
import type { KeyPair } from '../../../src/http/tls/x509.js';
import { type Log, silent } from '../../../src/log.js';
import { hasOpenssl } from '../../callbacks/certificate.js';
import { TestGateway } from '../../gateway.js';
import { until } from '../../until.js';
import { rest, Served } from '../limits/served.js';
import { ask, handshake } from './world.js';

let authority: KeyPair;
let context: TlsContext;
let ca: string;

beforeAll(async () => {
  authority = await makeAuthority();
  const { certificate: cert, key } = await makeCertificate(authority, ['localhost', '127.0.0.1']);
  context = { cert, key };
  ca = authority.certificate;
});

const tls = (): Tls => ({ context: new Observed(context), hstsMaxAgeS: 31_536_000 });
const HSTS = 'max-age=31536000';

describe('A gateway that speaks TLS', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.open({ tls: tls(), limits: { unlimited: [], readsPerSecond: 0.1, readBurst: 8 } });
  });
  afterAll(() => served[Symbol.asyncDispose]());

  it('answers whoever trusts its authority, and says each time to come by TLS only', async () => {
    expect(served.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    for (const [path, status] of [
      ['/things/v1/things', 200],
      ['/things/v1/nothing', 404],
      ['/things/v1/broken', 500],
      ['/things/v1/things?colour=red', 400],
    ] as const) {
      const answer = await ask(`${served.url}${path}`, { ca });
      expect([path, answer.status, answer.headers['strict-transport-security']]).toEqual([path, status, HSTS]);
    }
  });

  it('says so also when it refuses: a host, an origin, too many requests, what is no request', async () => {
    const foreign = await ask(`${served.url}/things/v1/things`, { ca, servername: 'localhost' }, { Host: 'evil.example' });
    expect([foreign.status, foreign.headers['strict-transport-security']]).toEqual([403, HSTS]);
    const page = await ask(`${served.url}/things/v1/things`, { ca }, { Origin: 'https://evil.example' });
    expect([page.status, page.headers['strict-transport-security']]).toEqual([403, HSTS]);
    let last = await ask(`${served.url}/things/v1/things`, { ca });
    while (last.status === 200) last = await ask(`${served.url}/things/v1/things`, { ca });
    expect([last.status, last.headers['strict-transport-security']]).toEqual([429, HSTS]);
    const socket = await handshake(served.port, { ca });
    socket.write('nonsense\r\n\r\n');
    expect(await rest(socket)).toMatch(/^HTTP\/1.1 400 [^]*Strict-Transport-Security: max-age=31536000\r\n/);
  });

  it('is nobody’s whose authority is another', async () => {
    const { certificate } = await makeAuthority();
    await expect(ask(served.url, { ca: certificate })).rejects.toThrow('certificate');
  });

  it('tells who speaks plain HTTP what it speaks', async () => {
    expect(await served.raw(served.get('/things'))).toMatch(/^HTTP\/1.1 400 [^]*this port speaks TLS/);
    expect(served.limits.connections.size).toBe(0);
  });

  it('counts handshakes that fail, and forgets their connections', async () => {
    const before = served.limits.counters.handshakes;
    expect(await served.raw('\x16\x03\x01\x00\x05nonsense and more of it')).not.toContain('HTTP');
    expect(served.limits.counters.handshakes).toBe(before + 1);
    expect(served.limits.connections.size).toBe(0);
  });

  const probe = hasOpenssl ? it : (name: string) => it.todo(name);
  probe('refuses TLS 1.0 and 1.1, and takes 1.2 and 1.3 (apt-get install openssl)', async () => {
    const answerTo = async (version: string) => {
      const options = ['-connect', `127.0.0.1:${served.port}`, `-${version}`, '-cipher', 'ALL:@SECLEVEL=0'];
      const asking = promisify(execFile)('openssl', ['s_client', ...options], { timeout: 10_000 });
      asking.child.stdin?.end();
      const { stdout, stderr } = await asking.catch((failed: unknown) => failed as { stdout: string; stderr: string });
      return /alert protocol version|New, TLSv1\.[23]/.exec(stderr + stdout)?.[0];
    };
    expect(await Promise.all(['tls1', 'tls1_1', 'tls1_2', 'tls1_3'].map(answerTo))).toEqual([
      'alert protocol version',
      'alert protocol version',
      'New, TLSv1.2',
      'New, TLSv1.3',
    ]);
  });

  it('ignores an offer to change the protocol', async () => {
    const body = '{"name":"h2c"}';
    const socket = await handshake(served.port, { ca });
    socket.write(
      `PUT /things/v1/things/1 HTTP/1.1\r\n${served.host}Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n` +
        `HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(await rest(socket)).toMatch(/^HTTP\/1.1 200 [^]*\{"name":"h2c"\}$/);
  });
});

describe('A handshake', () => {
  /** Half say nothing, half begin and stop. */
  const connectSlowly = async (served: Served) => {
    const slow = await Promise.all(Array.from({ length: 20 }, () => served.connect()));
    slow.slice(10).forEach((socket) => socket.write('\x16\x03\x01\x02', 'latin1'));
    return slow;
  };

  it('that does not come to an end keeps nobody from being answered', async () => {
    await using served = await Served.open({ tls: tls(), patience: { handshakeMs: 60_000 } });
    const slow = await connectSlowly(served);
    expect((await ask(`${served.url}/things/v1/things`, { ca })).status).toBe(200);
    expect(served.limits.counters.tooSlow).toBe(0);
    slow.forEach((socket) => socket.destroy());
  });

  it('that takes too long is cut off', async () => {
    await using served = await Served.open({ tls: tls(), patience: { handshakeMs: 300 } });
    await Promise.all((await connectSlowly(served)).map(rest));
    expect(served.limits.counters.tooSlow).toBe(20);
    await until(async () => served.limits.connections.size === 0);
  });

  it('is not begun with whoever has too many connections', async () => {
    await using served = await Served.open({ tls: tls(), limits: { connectionsPerAddress: 2 } });
    const held = [await served.connect('127.0.0.2'), await served.connect('127.0.0.2')];
    expect(await served.raw('', '127.0.0.2')).toBe('');
    await expect(handshake(served.port, { ca, localAddress: '127.0.0.2' } as object)).rejects.toThrow();
    expect((await ask(`${served.url}/things/v1/things`, { ca })).status).toBe(200);
    expect(served.limits.counters.connectionsOfOneAddress).toBe(2);
    held.forEach((socket) => socket.destroy());
  });

  it('does not delay the end, and neither does a connection that nobody has used', async () => {
    const served = await Served.open({ tls: tls() });
    const began = await served.connect();
    began.write('\x16\x03\x01\x02', 'latin1');
    const sockets = [began, await served.connect(), await handshake(served.port, { ca })];
    const closed = Promise.all(sockets.map(rest));
    const at = performance.now();
    await served[Symbol.asyncDispose]();
    await closed;
    expect(performance.now() - at).toBeLessThan(2_000);
  });
});

describe('A certificate that is replaced', () => {
  it('is shown to whoever comes then, and nobody is cut off', async () => {
    const changing = tls();
    await using served = await Served.open({ tls: changing });
    const before = await handshake(served.port, { ca });
    const other = await makeAuthority();
    const { certificate: cert, key } = await makeCertificate(other, ['127.0.0.1']);
    changing.context.set({ cert, key });
    expect((await ask(`${served.url}/things/v1/things`, { ca: other.certificate })).status).toBe(200);
    await expect(ask(`${served.url}/things/v1/things`, { ca })).rejects.toThrow();
    before.write(served.get('/things', 'Connection: close\r\n'));
    expect(await rest(before)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('A whole gateway with a certificate of its own', () => {
  it('tells its authority, says "not yet" by TLS too, and its WebSockets are answered', async () => {
    const told: unknown[] = [];
    const log: Log = { ...silent, info: (...words: unknown[]) => void told.push(words[0]) };
    await using gateway = await TestGateway.start({ http: { tls: { mode: 'own' } } }, { log });
    const path = join(gateway.dir, 'tls', 'ca.pem');
    const own = readFileSync(path, 'utf8');
    expect(told).toContainEqual({ path, fingerprint: new X509Certificate(own).fingerprint256 });
    expect((await ask(`${gateway.url}/healthz`, { ca: own })).body).toBe('{"status":"ok"}');
    const socket = new WebSocket(`${gateway.url.replace('https', 'wss')}/events/v1`, { ca: own });
    const [event] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(event.toString())).toMatchObject({ specversion: '1.0' });
    socket.close();
  });

  it('names addresses of TLS in its services', async () => {
    await using gateway = await TestGateway.start({ http: { tls: { mode: 'own' } } });
    const own = readFileSync(join(gateway.dir, 'tls', 'ca.pem'), 'utf8');
    const { body } = await ask(`${gateway.url}/mec_service_mgmt/v1/services`, { ca: own });
    const services = JSON.parse(body) as { transportInfo: { endpoint: { uris: string[] } } }[];
    const schemes = services.flatMap(({ transportInfo }) => transportInfo.endpoint.uris.map((uri) => new URL(uri).protocol));
    expect([...new Set(schemes)].sort()).toEqual(['https:', 'wss:']);
  });

  it('before it serves says "not yet"', async () => {
    await using early = await Listener.open('127.0.0.1', 0, new Limits(defaultLimits, systemClock), defaultPatience, tls());
    const answer = await ask(early.url, { ca });
    expect([answer.status, answer.headers['strict-transport-security']]).toEqual([503, HSTS]);
  });
});
