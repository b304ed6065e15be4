import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { hasOpenssl } from '../../callbacks/certificate.js';
import { tempDirectory } from '../../temp-directory.js';
import { authorityOf, handshake, tlsOf, Words } from './world.js';
import type { AddressInfo } from 'node:net';

const own = { mode: 'own' };
const serverOf = (cert: string) => new X509Certificate(cert);

describe('An authority of one’s own', () => {
  it('is made once, where nobody else can read its key', async () => {
    using dir = tempDirectory();
    using tls = await tlsOf(dir.path, own);
    const folder = join(dir.path, 'tls');
    expect(readdirSync(dir.path)).toEqual(['tls']);
    expect(readdirSync(folder).sort()).toEqual(['ca.key', 'ca.pem', 'server.pem']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['ca.key', 'server.pem']) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    const fingerprint = new X509Certificate(readFileSync(join(folder, 'ca.pem'))).fingerprint256;
    expect(tls.authority).toEqual({ path: join(folder, 'ca.pem'), fingerprint });
    using again = await tlsOf(dir.path, own);
    expect(again.context.value).toEqual(tls.context.value);
  });

  it('is one, although several gateways begin at once', async () => {
    using dir = tempDirectory();
    const all = await Promise.all([1, 2, 3].map(() => tlsOf(dir.path, own)));
    expect(new Set(all.map(({ authority }) => authority?.fingerprint)).size).toBe(1);
    expect(readdirSync(dir.path)).toEqual(['tls']);
    all.forEach((tls) => tls[Symbol.dispose]());
  });

  it('is not replaced when a part of it is lost', async () => {
    using dir = tempDirectory();
    (await tlsOf(dir.path, own))[Symbol.dispose]();
    const before = readFileSync(join(dir.path, 'tls', 'ca.pem'), 'utf8');
    rmSync(join(dir.path, 'tls', 'ca.key'));
    await expect(tlsOf(dir.path, own)).rejects.toThrow(/http\.tls: .*ca\.key.*Bring its ca\.pem and ca\.key back/);
    expect(readFileSync(join(dir.path, 'tls', 'ca.pem'), 'utf8')).toBe(before);
  });

  it('differs from gateway to gateway, in name too', async () => {
    using one = tempDirectory();
    using other = tempDirectory();
    const names = await Promise.all(
      [one, other].map(async ({ path }) => serverOf((await tlsOf(path, own)).context.value.cert).issuer),
    );
    expect(new Set(names).size).toBe(2);
  });
});

describe('The certificate', () => {
  it('has the names that are given, the machine’s, and loopback', async () => {
    using dir = tempDirectory();
    using tls = await tlsOf(dir.path, { ...own, names: ['Gateway.example', '198.51.100.4', '2001:db8::1'] });
    expect(serverOf(tls.context.value.cert).subjectAltName?.split(', ')).toEqual([
      'DNS:gateway.example',
      'IP Address:198.51.100.4',
      'IP Address:2001:DB8:0:0:0:0:0:1',
      'IP Address:127.0.0.1',
      'DNS:localhost',
      'IP Address:0:0:0:0:0:0:0:1',
      'DNS:board',
      'DNS:board.local',
      'IP Address:192.0.2.7',
    ]);
  });

  it('is made anew by the same authority when the machine gets another address, and stays when it loses one', async () => {
    using dir = tempDirectory();
    let addresses = ['192.0.2.7'];
    const machine = { hostname: () => 'board', addresses: () => addresses };
    using tls = await tlsOf(dir.path, own, { machine });
    const first = tls.context.value;
    addresses = ['192.0.2.8', 'fe80::1'];
    await tls.look();
    expect(tls.context.value).toBe(first); // it may be gone again in a moment
    await tls.look();
    const second = tls.context.value;
    expect(serverOf(second.cert).checkIP('192.0.2.8')).toBe('192.0.2.8');
    expect(serverOf(second.cert).subjectAltName).not.toContain('FE80');
    expect(authorityOf(tls)).toBe(readFileSync(join(dir.path, 'tls', 'ca.pem'), 'utf8'));
    addresses = [];
    await tls.look();
    await tls.look();
    expect(tls.context.value).toBe(second);
  });

  it('is made anew when its file is broken', async () => {
    using dir = tempDirectory();
    (await tlsOf(dir.path, own))[Symbol.dispose]();
    const path = join(dir.path, 'tls', 'server.pem');
    for (const broken of ['', readFileSync(path, 'utf8').slice(0, 700), 'nonsense']) {
      writeFileSync(path, broken);
      using tls = await tlsOf(dir.path, own);
      expect(readFileSync(path, 'utf8')).toBe(tls.context.value.key + tls.context.value.cert);
    }
  });

  it('that a board made in 1970 is good for clients today, and one made today for a board in 1970', async () => {
    for (const now of [0, Date.parse('2026-06-01'), Date.parse('2038-01-20')]) {
      using dir = tempDirectory();
      const words = new Words();
      using tls = await tlsOf(dir.path, own, { now, words });
      const { validFrom, validTo } = serverOf(tls.context.value.cert);
      expect([Date.parse(validFrom), Date.parse(validTo)]).toEqual([0, Date.parse('9999-12-31T23:59:59Z')]);
      expect(words.warned).toEqual([]);
      const server = createServer(tls.context.value).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const socket = await handshake((server.address() as AddressInfo).port, { ca: authorityOf(tls), servername: 'board.local' });
      expect(socket.authorized).toBe(true);
      socket.destroy();
      server.close();
    }
  });

  const verify = hasOpenssl ? it : (name: string) => it.todo(name);
  verify('satisfies openssl at its strictest, by every clock (apt-get install openssl)', async () => {
    using dir = tempDirectory();
    using tls = await tlsOf(dir.path, own);
    const [ca, server] = [tls.authority?.path ?? '', join(dir.path, 'tls', 'server.pem')];
    for (const at of [1, 1_780_000_000, 4_000_000_000, 200_000_000_000]) {
      const { stdout } = spawnSync('openssl', [
        'verify',
        '-x509_strict',
        '-purpose',
        'sslserver',
        '-attime',
        String(at),
        '-CAfile',
        ca,
        server,
      ]);
      expect([at, String(stdout)]).toEqual([at, `${server}: OK\n`]);
    }
  });
});
