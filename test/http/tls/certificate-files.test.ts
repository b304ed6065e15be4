import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeAuthority } from '../../../src/http/tls/make-authority.js';
import { makeCertificate } from '../../../src/http/tls/make-certificate.js';
import type { KeyPair } from '../../../src/http/tls/x509.js';
import { tempDirectory } from '../../temp-directory.js';
import { tlsOf, Words } from './world.js';

let first: KeyPair;
let second: KeyPair;

beforeAll(async () => {
  const authority = await makeAuthority();
  first = await makeCertificate(authority, ['localhost']);
  second = await makeCertificate(authority, ['localhost']);
});

async function setUp(path: string) {
  const [certificate, key] = [join(path, 'cert.pem'), join(path, 'key.pem')];
  writeFileSync(certificate, first.certificate);
  writeFileSync(key, first.key);
  const words = new Words();
  const tls = await tlsOf(path, { mode: 'files', certificate, key }, { words });
  const look = async (times: number) => {
    for (let time = 0; time < times; time++) await tls.look();
  };
  return { tls, words, certificate, key, look };
}

describe('Certificates in files', () => {
  it('are used when they were replaced, and not before both were', async () => {
    using dir = tempDirectory();
    const { tls, words, certificate, key, look } = await setUp(dir.path);
    writeFileSync(certificate, second.certificate);
    await look(1);
    writeFileSync(key, second.key);
    await look(1);
    expect(tls.context.value.cert).toBe(first.certificate);
    await look(1);
    expect(tls.context.value).toEqual({ cert: second.certificate, key: second.key });
    expect([words.warned, words.told.length]).toEqual([[], 1]);
    tls[Symbol.dispose]();
  });

  it.each([
    [
      'only one half was replaced',
      (path: string) => writeFileSync(join(path, 'cert.pem'), second.certificate),
      'do not belong together',
    ],
    [
      'one is half written',
      (path: string) => writeFileSync(join(path, 'cert.pem'), first.certificate.slice(0, 99)),
      'certificate cannot be read',
    ],
    ['one is empty', (path: string) => writeFileSync(join(path, 'key.pem'), ''), 'key cannot be read'],
    ['one is gone', (path: string) => renameSync(join(path, 'key.pem'), join(path, 'gone')), 'key.pem cannot be read'],
  ])('stay as they were when %s, which is told once', async (_what, spoil, expected) => {
    using dir = tempDirectory();
    const { tls, words, certificate, key, look } = await setUp(dir.path);
    spoil(dir.path);
    await look(5);
    expect(tls.context.value.cert).toBe(first.certificate);
    expect(words.warned).toEqual([expect.stringContaining(expected)]);
    writeFileSync(certificate, second.certificate);
    writeFileSync(key, second.key);
    await look(2);
    expect(tls.context.value.key).toBe(second.key);
    tls[Symbol.dispose]();
  });

  it('stop the start when they cannot be used', async () => {
    using dir = tempDirectory();
    const [certificate, key] = [join(dir.path, 'cert.pem'), join(dir.path, 'key.pem')];
    const open = () => tlsOf(dir.path, { mode: 'files', certificate, key });
    await expect(open()).rejects.toThrow(`http.tls: ${certificate} cannot be read`);
    writeFileSync(certificate, first.certificate);
    writeFileSync(key, second.key);
    await expect(open()).rejects.toThrow('http.tls: key and certificate do not belong together');
    expect(readFileSync(key, 'utf8')).toBe(second.key);
  });
});
