import { X509Certificate } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeAuthority } from '../../../src/http/tls/make-authority.js';
import { hasOpenssl, selfSigned } from '../../callbacks/certificate.js';
import { tempDirectory } from '../../temp-directory.js';
import { board, tlsOf } from './world.js';

async function authorityIn(folder: string): Promise<void> {
  const { certificate, key } = await makeAuthority();
  writeFileSync(join(folder, 'ca.pem'), certificate);
  writeFileSync(join(folder, 'ca.key'), key);
}

describe('An authority that gateways share', () => {
  it('signs the certificate of each, and is what callers of all of them trust', async () => {
    using shared = tempDirectory();
    using one = tempDirectory();
    using other = tempDirectory();
    await authorityIn(shared.path);
    const settings = { mode: 'own', authority: shared.path };
    using first = await tlsOf(one.path, settings);
    using second = await tlsOf(other.path, settings, { machine: { ...board, addresses: () => ['10.42.1.7'] } });
    const ca = new X509Certificate(readFileSync(join(shared.path, 'ca.pem')));
    const certificates = [first, second].map(({ context }) => new X509Certificate(context.value.cert));
    expect(certificates.map((certificate) => certificate.verify(ca.publicKey))).toEqual([true, true]);
    expect(certificates[1]?.checkIP('10.42.1.7')).toBe('10.42.1.7');
    expect(first.context.value.key).not.toBe(second.context.value.key);
    expect(first.authority).toEqual({ path: join(shared.path, 'ca.pem'), fingerprint: ca.fingerprint256 });
    // its key is nowhere but where it was
    expect(existsSync(join(one.path, 'tls', 'ca.key'))).toBe(false);
  });

  it('keeps the certificate over a restart, and makes another when the authority is another one', async () => {
    using shared = tempDirectory();
    using dir = tempDirectory();
    await authorityIn(shared.path);
    const settings = { mode: 'own', authority: shared.path };
    const contextOf = async () => {
      using tls = await tlsOf(dir.path, settings);
      return tls.context.value;
    };
    const before = await contextOf();
    expect(await contextOf()).toEqual(before);
    using running = await tlsOf(dir.path, settings);
    await authorityIn(shared.path);
    // twice, for it may still be written at the first look
    await running.look();
    await running.look();
    const ca = new X509Certificate(readFileSync(join(shared.path, 'ca.pem')));
    expect(new X509Certificate(running.context.value.cert).verify(ca.publicKey)).toBe(true);
  });

  it('may be followed by another, so that the next one is trusted before it is used', async () => {
    using shared = tempDirectory();
    using dir = tempDirectory();
    await authorityIn(shared.path);
    const path = join(shared.path, 'ca.pem');
    const [now, next] = [readFileSync(path, 'utf8'), (await makeAuthority()).certificate];
    writeFileSync(path, now + next);
    using tls = await tlsOf(dir.path, { mode: 'own', authority: shared.path });
    expect(tls.authority?.fingerprint).toBe(new X509Certificate(now).fingerprint256);
    expect(new X509Certificate(tls.context.value.cert).verify(new X509Certificate(now).publicKey)).toBe(true);
  });

  it('leaves nothing that keeps a gateway from its own, when the setting is taken away or a backup restored without it', async () => {
    using shared = tempDirectory();
    using dir = tempDirectory();
    await authorityIn(shared.path);
    (await tlsOf(dir.path, { mode: 'own', authority: shared.path }))[Symbol.dispose]();
    const folder = join(dir.path, 'tls');
    expect(readdirSync(folder)).toEqual(['server.pem']);
    // as a power cut leaves it
    writeFileSync(join(folder, 'server.pem.d5a0'), '');
    using tls = await tlsOf(dir.path, { mode: 'own' });
    expect([readdirSync(dir.path), readdirSync(folder).sort()]).toEqual([['tls'], ['ca.key', 'ca.pem', 'server.pem']]);
    const ca = new X509Certificate(readFileSync(join(folder, 'ca.pem')));
    expect(tls.authority?.fingerprint).toBe(ca.fingerprint256);
    expect(new X509Certificate(tls.context.value.cert).verify(ca.publicKey)).toBe(true);
  });

  it('is never made, and is refused when it is none', async () => {
    using shared = tempDirectory();
    using dir = tempDirectory();
    const settings = { mode: 'own', authority: shared.path };
    await expect(tlsOf(dir.path, settings)).rejects.toThrow(/^http\.tls: .*ca\.pem cannot be read/);
    await authorityIn(shared.path);
    copyFileSync(join(shared.path, 'ca.pem'), join(dir.path, 'first.pem'));
    await authorityIn(shared.path);
    copyFileSync(join(dir.path, 'first.pem'), join(shared.path, 'ca.pem'));
    await expect(tlsOf(dir.path, settings)).rejects.toThrow(
      /ca\.pem and ca\.key cannot be used: expected an authority and its key/,
    );
    writeFileSync(join(shared.path, 'ca.key'), 'no key');
    await expect(tlsOf(dir.path, settings)).rejects.toThrow(/ca\.pem and ca\.key cannot be used/);
  });

  const checked = hasOpenssl ? it : (name: string) => it.todo(name);
  checked('may be made by openssl, and be no server’s certificate (apt-get install openssl)', async () => {
    using shared = tempDirectory();
    using dir = tempDirectory();
    const { key, cert } = selfSigned('DNS:app.example');
    writeFileSync(join(shared.path, 'ca.pem'), cert);
    writeFileSync(join(shared.path, 'ca.key'), key);
    // openssl makes an authority of whatever signs itself
    using tls = await tlsOf(dir.path, { mode: 'own', authority: shared.path });
    expect(new X509Certificate(tls.context.value.cert).verify(new X509Certificate(cert).publicKey)).toBe(true);
    writeFileSync(join(shared.path, 'ca.pem'), tls.context.value.cert);
    writeFileSync(join(shared.path, 'ca.key'), tls.context.value.key);
    await expect(tlsOf(dir.path, { mode: 'own', authority: shared.path })).rejects.toThrow(/expected an authority and its key/);
  });
});
