import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimsOf } from '../auth/identity.js';
import { examples, NOTHING } from '../apis/examples.js';
import { operations } from '../apis/operations.js';
import { hasOpenssl, selfSigned } from '../callbacks/certificate.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { type Answer, Caller } from './caller.js';
import { credentialsOf, type Registered, withClients } from './clients.js';
import { asked, questionOf } from './question-of.js';

const SCOPES = ['registry:read', 'mec_service_mgmt:read', 'events:read'];
const DEVICES = { method: 'GET', path: '/registry/v1/devices' };
const EVENTS = questionOf(operations.find(({ operationId }) => operationId === 'Events_GET') ?? never(), NOTHING);
const closed = operations.filter(({ ways }) => ways.length > 0);

function never(): never {
  throw new Error('there is no such operation');
}

const certified = hasOpenssl ? describe : describe.skip;
if (!hasOpenssl) it.todo('tokens that are bound to certificates (apt-get install openssl)');

certified('A token that is bound to a certificate', () => {
  /** Of the client; of another client, whom the gateway knows as well; of somebody whom it does not know. */
  let own: { key: string; cert: string };
  let another: typeof own;
  let stranger: typeof own;
  let dir: string;
  let gateway: TestGateway;
  let bound: Registered;
  let free: Registered;
  let token: string;
  const callers: Caller[] = [];

  /** Somebody who shows this certificate, on one connection that is kept. */
  function showing(certificate?: typeof own): Caller {
    const ca = readFileSync(join(dir, 'tls', 'ca.pem'), 'utf8');
    const caller = new Caller(gateway.url, { atOnce: 1, tls: { ca, ...certificate } });
    callers.push(caller);
    return caller;
  }

  const askForToken = (caller: Caller, client: Registered) =>
    caller.ask({
      ...{ method: 'POST', path: '/oauth2/token', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      body: `${credentialsOf(client)}&grant_type=client_credentials`,
    });
  const tokenIn = ({ text }: Answer) => (JSON.parse(text) as { access_token: string }).access_token;
  const refusal = ({ status, headers, text }: Answer) => [
    status,
    headers['content-type'],
    /error="([a-z_]+)"/.exec(headers['www-authenticate'] ?? '')?.[1],
    (JSON.parse(text) as { status: number }).status,
  ];
  const REFUSED = [401, 'application/problem+json', 'invalid_token', 401];

  beforeAll(async () => {
    [own, another, stranger] = [selfSigned('DNS:own'), selfSigned('DNS:another'), selfSigned('DNS:stranger')];
    ({ path: dir } = tempDirectory());
    const clientCa = join(dir, 'clients.pem');
    writeFileSync(clientCa, own.cert + another.cert);
    const wanted = { scopes: SCOPES, certificateBound: true };
    ({ bound, free } = await withClients(dir, { bound: wanted, free: { scopes: SCOPES } }));
    const http = { tls: { mode: 'own', clientCa } };
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, http, devices: {}, mec: { mp1Legacy: true } }, { dir });
    token = tokenIn(await askForToken(showing(own), bound));
  });
  afterAll(async () => {
    callers.forEach((caller) => caller[Symbol.dispose]());
    await gateway.stop();
  });

  it('names the certificate that was shown when it was asked for', () => {
    const thumbprint = createHash('sha256').update(new X509Certificate(own.cert).raw).digest('base64url');
    expect(claimsOf(token).cnf).toEqual({ 'x5t#S256': thumbprint });
  });

  it('is not to be had without one, nor with that of somebody unknown', async () => {
    for (const caller of [showing(), showing(stranger)]) {
      const { status, text } = await askForToken(caller, bound);
      expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
    }
  });

  it('is good with that certificate, and with no other, nor without', async () => {
    expect((await showing(own).ask(asked(DEVICES, token))).status).toBe(200);
    for (const certificate of [undefined, another, stranger])
      expect(refusal(await showing(certificate).ask(asked(DEVICES, token)))).toEqual(REFUSED);
    expect((await showing(own).ask(asked(DEVICES, token))).status).toBe(200);
  });

  it('opens no operation without it', async () => {
    const caller = showing();
    const named = { ...NOTHING, app: 'a', stopping: 'a', leaving: 'a', registered: 'a', mac: 'AA:BB:CC:DD:EE:FF' };
    const ids = { ...named, lease: randomUUID(), service: 's', availability: 's', termination: 's', edges: 's' };
    const more = { conditions: 's', motion: 's', recording: '00000000-00000000', rejection: 'r' };
    const known = { ...ids, ...more };
    expect(closed.every(({ operationId }) => operationId in examples(known))).toBe(true);
    for (const operation of closed) {
      const answer = await caller.ask(asked(questionOf(operation, known), token));
      expect([operation.operationId, ...refusal(answer)]).toEqual([operation.operationId, ...REFUSED]);
    }
  });

  it('is as good, or as bad, at every request of a connection that is kept, whatever others were answered', async () => {
    const [without, with_, other] = [showing(), showing(own), showing(another)];
    const etag = (await with_.ask(asked(DEVICES, token))).headers.etag ?? '';
    const again = { ...DEVICES, headers: { 'If-None-Match': etag } };
    for (let round = 0; round < 20; round++) {
      expect((await with_.ask(asked(DEVICES, token))).status).toBe(200);
      expect(refusal(await without.ask(asked(DEVICES, token)))).toEqual(REFUSED);
      expect((await with_.ask(asked(again, token))).status).toBe(304);
      expect(refusal(await other.ask(asked(again, token)))).toEqual(REFUSED);
    }
  });

  it('is refused where it was never good, before and after its client comes', async () => {
    const fresh = tokenIn(await askForToken(showing(own), bound));
    const [without, with_] = [showing(), showing(own)];
    expect(refusal(await without.ask(asked(DEVICES, fresh)))).toEqual(REFUSED);
    expect((await with_.ask(asked(DEVICES, fresh))).status).toBe(200);
    expect(refusal(await without.ask(asked(DEVICES, fresh)))).toEqual(REFUSED);
    // many at once, some with and some without
    const many = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? without : with_));
    const statuses = await Promise.all(many.map(async (caller) => (await caller.ask(asked(DEVICES, fresh))).status));
    expect(statuses).toEqual(many.map((caller) => (caller === with_ ? 200 : 401)));
  });

  it('opens a WebSocket with it, and none without', async () => {
    expect((await showing(own).ask(asked(EVENTS, token))).status).toBe(101);
    expect(refusal(await showing().ask(asked(EVENTS, token)))).toEqual(REFUSED);
    expect(refusal(await showing(another).ask(asked(EVENTS, token)))).toEqual(REFUSED);
  });

  it('is another thing than a token of a client that is bound to none, which is good with any and without', async () => {
    const unbound = tokenIn(await askForToken(showing(own), free));
    expect(claimsOf(unbound).cnf).toBeUndefined();
    for (const certificate of [undefined, own, another, stranger])
      expect((await showing(certificate).ask(asked(DEVICES, unbound))).status).toBe(200);
  });

  it('is no good by plain HTTP, also when a header names the certificate', async () => {
    await gateway.stop();
    // the same address, so that the token says that it is of this gateway but for the scheme
    const { host } = new URL(gateway.url);
    const publicUrl = `https://${host}`;
    const plain = { listen: host, publicUrl };
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, http: plain, devices: {} }, { dir });
    using caller = new Caller(`http://${host}`);
    const pem = encodeURIComponent(own.cert);
    for (const headers of [{}, { 'X-Forwarded-Client-Cert': pem, 'X-SSL-Client-Cert': pem, 'Client-Cert': pem }]) {
      const answer = await caller.ask(asked({ ...DEVICES, headers }, token));
      expect([...refusal(answer), answer.text]).toEqual([...REFUSED, expect.stringContaining('only good with the certificate')]);
    }
    // one that needs no certificate shows that it is not the address
    const unbound = tokenIn(await askForToken(caller, free));
    expect((await caller.ask(asked(DEVICES, unbound))).status).toBe(200);
  });
});
