import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/clock.js';
import { RemoteKeys, type RemoteKeysParts } from '../../src/issuers/remote-keys.js';
import { openOutgoing } from '../../src/outgoing/open.js';
import { signer } from '../auth/outside/issuer.js';
import { hasOpenssl, selfSigned } from '../callbacks/certificate.js';
import { type Answering, startSubscriber } from '../callbacks/subscriber.js';
import { tempDirectory } from '../temp-directory.js';

const { open } = await signer('first');
const { configured: outgoing } = openOutgoing([], () => false, systemClock);

const fetchKeys = (issuer: string, more: Partial<RemoteKeysParts> = {}) =>
  new RemoteKeys({ outgoing, issuer, ...more }).fetch().catch((error: unknown) => error);

/** Answers by path: what it is given, as JSON. */
const answering =
  (answers: Readonly<Record<string, unknown>>): Answering =>
  (response, { url = '' }) =>
    void response.writeHead(url in answers ? 200 : 404).end(JSON.stringify(answers[url]));

const WELL_KNOWN = '/.well-known/openid-configuration';

describe('An issuer that is asked where its keys are', () => {
  it.each(['', '/', '/realms/street'])('says so at a path below its name (%j)', async (path) => {
    const found = { issuer: '', jwks_uri: '' };
    const below = `${path.replace(/\/$/, '')}${WELL_KNOWN}`;
    await using idp = await startSubscriber(answering({ [below]: found, '/keys?x=1': { keys: [open] } }));
    Object.assign(found, {
      issuer: `http://127.0.0.2:${idp.port}${path}`,
      jwks_uri: `http://127.0.0.2:${idp.port}/keys?x=1`,
    });
    expect(await fetchKeys(found.issuer)).toEqual([open]);
    expect(idp.received.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', below, undefined],
      ['GET', '/keys?x=1', undefined],
    ]);
  });

  it('is that issuer, and nobody else', async () => {
    const found = { issuer: 'https://other.example', jwks_uri: '' };
    await using idp = await startSubscriber(answering({ [WELL_KNOWN]: found, '/keys': { keys: [open] } }));
    found.jwks_uri = `http://127.0.0.2:${idp.port}/keys`;
    expect(await fetchKeys(`http://127.0.0.2:${idp.port}`)).toMatchObject({ message: expect.stringContaining('another issuer') });
    expect(idp.received).toHaveLength(1);
  });

  it.each([
    'http://127.0.0.1:PORT/keys',
    'https://127.0.0.2:OWN/keys',
    'http://127.0.0.2:PORT/keys',
    'http://localhost:PORT/keys',
    'http://169.254.169.254/keys',
    'http://127.0.0.2:OWN@127.0.0.1:PORT/keys',
    'file:///etc/passwd',
    '/keys',
    '',
  ])('cannot send us elsewhere: %j', async (jwksUri) => {
    await using trap = await startSubscriber(answering({ '/keys': { keys: [open] } }), { host: '::' });
    const found = { issuer: '', jwks_uri: '' };
    await using idp = await startSubscriber(answering({ [WELL_KNOWN]: found }));
    const uri = jwksUri.replaceAll('PORT', String(trap.port)).replaceAll('OWN', String(idp.port));
    Object.assign(found, { issuer: `http://127.0.0.2:${idp.port}`, jwks_uri: uri });
    expect(await fetchKeys(found.issuer)).toMatchObject({ code: 'unavailable', message: expect.stringContaining('elsewhere') });
    expect([idp.connections, trap.connections]).toEqual([1, 0]);
    // where the operator says so it is called, or the trap would not tell
    expect(await fetchKeys(found.issuer, { jwksUri: `http://127.0.0.1:${trap.port}/keys` })).toEqual([open]);
    expect(trap.connections).toBe(1);
  });

  it.each<[string, Answering, RegExp]>([
    ['is nowhere', (response) => response.writeHead(404).end(), /answers 404$/],
    ['sends elsewhere', (response) => response.writeHead(302, { location: '/keys' }).end(), /answers 302$/],
    ['is a page', (response) => response.end('<html>'), /is not a set of keys$/],
    ['is no set', (response) => response.end('{"keys":{}}'), /is not a set of keys$/],
    ['is null', (response) => response.end('null'), /is not a set of keys$/],
    ['is too large', (response) => response.end(JSON.stringify({ keys: [], x: 'x'.repeat(65_536) })), /does not end$/],
    ['breaks off', (response) => response.writeHead(200, { 'Content-Length': 9 }).write('{', () => response.destroy()), /./],
  ])('has said nothing when its answer %s', async (_what, answer, words) => {
    await using idp = await startSubscriber(answer);
    const url = `http://127.0.0.2:${idp.port}`;
    expect(await fetchKeys(url, { jwksUri: `${url}/keys` })).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(words),
    });
    expect(idp.connections).toBe(1);
  });
});

describe('The API server of a cluster', () => {
  if (!hasOpenssl) {
    it.todo('gives its keys over TLS to whoever shows a token (needs openssl: apt-get install openssl)');
    return;
  }
  const tls = selfSigned('DNS:localhost', 'IP:127.0.0.2');

  it('gives its keys over TLS to whoever shows a token; both files are read anew each time', async () => {
    using dir = tempDirectory();
    const [caFile, tokenFile] = [join(dir.path, 'ca.crt'), join(dir.path, 'token')];
    const guarded: Answering = (response, { headers }) =>
      void response.writeHead(headers.authorization === 'Bearer of.this.hour' ? 200 : 401).end(JSON.stringify({ keys: [open] }));
    await using server = await startSubscriber(guarded, { tls });
    const files = { caFile, tokenFile, jwksUri: `https://127.0.0.2:${server.port}/openid/v1/jwks` };
    const keys = new RemoteKeys({ outgoing, issuer: 'https://kubernetes.default.svc.cluster.local', ...files });
    await expect(keys.fetch()).rejects.toThrow('ca.crt cannot be read');
    writeFileSync(caFile, selfSigned('IP:127.0.0.2').cert);
    writeFileSync(tokenFile, 'of.the.last\n');
    await expect(keys.fetch()).rejects.toThrow(/self-signed certificate/);
    expect(server.received).toEqual([]);
    writeFileSync(caFile, tls.cert);
    await expect(keys.fetch()).rejects.toThrow('answers 401');
    writeFileSync(tokenFile, 'of.this.hour\n');
    expect(await keys.fetch()).toEqual([open]);
    const before = server.connections;
    for (const bad of ['', 'a b', 'a\r\nX-Injected: 1']) {
      writeFileSync(tokenFile, bad);
      await expect(keys.fetch()).rejects.toThrow('holds no token');
    }
    expect(server.connections).toBe(before);
  });
});
