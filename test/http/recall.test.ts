import { type IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Access } from '../../src/auth/access.js';
import { anonymous, type Grant, type Grants } from '../../src/auth/grants.js';
import type { Admitted } from '../../src/http/answer.js';
import { type Api, bindHandlers } from '../../src/http/api.js';
import { doors } from '../../src/http/guard.js';
import { Limits } from '../../src/http/limits/limits.js';
import { defaultLimits, type LimitOptions } from '../../src/http/limits/options.js';
import type { AnyCall } from '../../src/http/operations.js';
import { Recall } from '../../src/http/recall.js';
import { Listener } from '../../src/http/server.js';
import { type Log, silent } from '../../src/log.js';
import { type Answer, ask } from '../apis/mec011/ask.js';
import { details, openIdentity, withToken } from '../auth/identity.js';
import { ManualClock } from '../manual-clock.js';
import { document, thingsApi, withOperation } from './things-api.js';

const THINGS = '/things/v1/things?name=a&name=b';
const scopes = ['things:read'];

/** The API of things, where every call is noted, behind tokens. */
async function setUp({ limits = {}, log = silent }: { limits?: Partial<LimitOptions>; log?: Log } = {}) {
  const identity = await openIdentity();
  const calls: AnyCall[] = [];
  const things = thingsApi();
  const handlers = [...things.handlers].map(([id, handler]) => {
    const noting: typeof handler = (call) => (calls.push(call), handler(call));
    return [id, noting] as const;
  });
  const listener = await Listener.open('127.0.0.1', 0, new Limits({ ...defaultLimits, ...limits }, new ManualClock()));
  const serving = listener.serve([{ ...things, handlers: new Map(handlers) }], {
    ...{ doors: doors(listener.address, listener.url, [], ['https://panel.example']), files: () => false, log },
    ...{ grants: identity.grants, access: new Access(), maxBodyBytes: 1_000, validateResponses: true },
  });
  const { client, token, header } = await withToken(identity, { scopes });
  const get = (path = THINGS, headers: Record<string, string> = { Authorization: header }, method = 'GET') =>
    ask(listener.url, { method, path, headers });
  return { identity, calls, get, client, token, header, [Symbol.asyncDispose]: () => serving[Symbol.asyncDispose]() };
}

function comparable({ status, headers: { date: _date, ...headers }, text }: Answer) {
  return { status, headers, text };
}

describe('What was admitted before', () => {
  it('is answered again as it was, from the very same parameters, which nobody can change', async () => {
    await using gateway = await setUp();
    const [first, again] = [await gateway.get(), await gateway.get()];
    expect(comparable(again)).toEqual(comparable(first));
    expect(JSON.parse(again.text)).toEqual({ query: { limit: 5, name: ['a', 'b'] } });
    const [one, other] = gateway.calls;
    expect(other?.query).toBe(one?.query);
    expect(other?.path).toBe(one?.path);
    expect([one, one?.path, one?.query, one?.query.name, one?.header].every(Object.isFrozen)).toBe(true);
    await gateway.get(THINGS, { Authorization: gateway.header, Cookie: 'session=mine' });
    expect(gateway.calls.map(({ credentials }) => credentials.cookie)).toEqual([undefined, undefined, 'session=mine']);
  });

  it('is conditional, negotiated and without a body where that is asked', async () => {
    await using gateway = await setUp();
    const Authorization = gateway.header;
    const { headers } = await gateway.get();
    expect((await gateway.get(THINGS, { Authorization, 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
    const head = await gateway.get(THINGS, { Authorization }, 'HEAD');
    expect([head.text, head.headers['content-length']]).toEqual(['', headers['content-length']]);
    const type = async (Accept: string) =>
      (await gateway.get('/things/v1/picture', { Authorization, Accept })).headers['content-type'];
    expect([await type('image/png'), await type('image/jpeg'), await type('text/css')]).toEqual([
      'image/png',
      'image/jpeg',
      'application/problem+json',
    ]);
  });

  it('is found out by HEAD too, and changed by nothing else that a client sends', async () => {
    await using gateway = await setUp();
    const Authorization = gateway.header;
    await gateway.get(THINGS, { Authorization, 'If-Match': '"mine"', Cookie: 'a=b' }, 'HEAD');
    await gateway.get();
    expect(gateway.calls[1]?.query).toBe(gateway.calls[0]?.query);
    expect(gateway.calls.map(({ header }) => header)).toEqual([{}, {}]);
  });

  it('is not what another method, address or token is asking for', async () => {
    await using gateway = await setUp();
    const { header: poor } = await withToken(gateway.identity, { appInstanceIds: [] });
    await gateway.get();
    expect((await gateway.get(THINGS, { Authorization: gateway.header }, 'DELETE')).status).toBe(405);
    expect((await gateway.get(`${THINGS}&colour=red`)).status).toBe(400);
    for (const Authorization of ['', 'Bearer', `${gateway.header}x`, gateway.header.slice(1), poor])
      expect([401, 403]).toContain((await gateway.get(THINGS, { Authorization })).status);
    expect((await gateway.get(THINGS, {})).status).toBe(401);
    expect(gateway.calls).toHaveLength(1);
  });
});

describe('Who was let in', () => {
  const ends: Readonly<Record<string, (gateway: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>>> = {
    'whose token is revoked': ({ identity, token, client }) => identity.tokens.revoke(token, client.clientId),
    'whose token has expired': ({ identity }) => identity.clock.advance(600_000),
    'who is disabled': ({ identity, client }) => identity.clients.disable(client.clientId),
    'whose tokens are all revoked': ({ identity, client }) => identity.clients.revoke(client.clientId),
    'who may do less now': ({ identity, client }) =>
      identity.clients.update(client.clientId, { ...details(), scopes: ['sensors:read'] }),
  };
  it.each(Object.entries(ends))('is not any more, %s', async (_who, end) => {
    await using gateway = await setUp();
    for (const status of [200, 200]) expect((await gateway.get()).status).toBe(status);
    await end(gateway);
    expect([401, 403]).toContain((await gateway.get()).status);
    expect(gateway.calls).toHaveLength(2);
  });

  it('is still counted, guarded and logged', async () => {
    const said: unknown[] = [];
    const log = { ...silent, debug: (about: unknown) => said.push(about) } as unknown as Log;
    await using gateway = await setUp({ log, limits: { unlimited: [], readsPerSecond: 1, readBurst: 5 } });
    const Authorization = gateway.header;
    const statuses = [(await gateway.get()).status, (await gateway.get()).status];
    statuses.push((await gateway.get(THINGS, { Authorization, Host: 'evil.example' })).status);
    statuses.push((await gateway.get(THINGS, { Authorization, Origin: 'https://evil.example' })).status);
    const page = await gateway.get(THINGS, { Authorization, Origin: 'https://panel.example' });
    statuses.push(page.status, (await gateway.get()).status, (await gateway.get()).status, (await gateway.get()).status);
    expect(statuses).toEqual([200, 200, 403, 403, 200, 200, 200, 429]);
    expect([page.headers['access-control-allow-origin'], page.headers.vary]).toEqual([
      'https://panel.example',
      'Origin, Accept-Encoding',
    ]);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(said.filter((about) => (about as { url?: string }).url === THINGS)).toHaveLength(8);
  });
});

describe('What is remembered', () => {
  const grant: Grant = { ...anonymous, client: 'one' };
  const admitted: Admitted = { path: {}, query: {}, header: {}, body: undefined, grant };
  const request = (url: string, authorization = 'Bearer one') =>
    ({ method: 'GET', url, headers: { authorization } }) as unknown as IncomingMessage;
  const res = new ServerResponse(request('/'));
  const known: Pick<Grants, 'find'> = { find: (header) => (header === 'Bearer one' ? grant : undefined) };
  const recalling = () => new Recall(known, () => undefined);
  const operationOf = (api: Api, id = 'Things_GET') => {
    const operation = bindHandlers(api).get(id);
    if (!operation) throw new Error(id);
    return operation;
  };
  const plain = operationOf(thingsApi());

  it('is a few addresses under each grant, those that were asked last, and none that is long', async () => {
    const recall = recalling();
    for (let n = 0; n < 200; n++) {
      await recall.answer(plain, admitted, request(`/${n}`), res);
      expect(recall.answersAgain(request('/0'), res)).toBe(true);
    }
    expect(recall.sizeUnder(grant)).toBeLessThanOrEqual(64);
    expect([1, 135, 168, 199].map((n) => recall.answersAgain(request(`/${n}`), res))).toEqual([false, false, true, true]);
    await recall.answer(plain, admitted, request(`/${'x'.repeat(512)}`), res);
    expect(recall.answersAgain(request(`/${'x'.repeat(512)}`), res)).toBe(false);
    await recall.answer(plain, admitted, request(`/${'x'.repeat(511)}`), res);
    expect(recall.answersAgain(request(`/${'x'.repeat(511)}`), res)).toBe(true);
  });

  it('is nothing that was let in by anything but its token', async () => {
    const recall = recalling();
    const byTicket = { ...admitted, grant: { ...grant } };
    await recall.answer(plain, byTicket, request('/?ticket=1'), res);
    await recall.answer(plain, { ...admitted, grant: anonymous }, request('/?ticket=2'), res);
    await recall.answer(plain, admitted, request('/?ticket=3', 'Bearer two'), res);
    const asked = [1, 2, 3].flatMap((n) => [request(`/?ticket=${n}`), request(`/?ticket=${n}`, 'Bearer two')]);
    expect(asked.some((one) => recall.answersAgain(one, res))).toBe(false);
  });

  it('is for everybody where no token is asked for', async () => {
    const recall = recalling();
    const open = operationOf({ ...thingsApi(), document: withOperation('/things', { security: [], 'x-open': 'to try it' }) });
    await recall.answer(open, { ...admitted, grant: anonymous }, request('/', ''), res);
    expect(['', 'Bearer one', 'Bearer two'].map((header) => recall.answersAgain(request('/', header), res))).toEqual([
      true,
      true,
      true,
    ]);
  });

  const parameter = (where: string) => ({
    parameters: [{ name: 'x', in: where, schema: { type: 'string' } }],
  });
  it.each([
    ['a header that it looks at', parameter('header')],
    ['a cookie that it looks at', parameter('cookie')],
    ['a body', { requestBody: { content: {} } }],
    ['a WebSocket', { responses: { '101': { description: '' } } }],
    ['an address that is asked only once', { 'x-once': 'to try it' }],
  ])('is no read with %s', async (_what, change) => {
    const api = { ...thingsApi(), document: withOperation('/things', change) };
    const recall = recalling();
    await recall.answer(operationOf(api), admitted, request('/'), res);
    expect(recall.answersAgain(request('/'), res)).toBe(false);
  });

  it('is a read that can also be let in otherwise, and no change', () => {
    const changed = withOperation('/things', { security: [{ oauth2: scopes }, { ticket: scopes }] });
    const securitySchemes = { ...changed.components?.securitySchemes, ticket: { type: 'apiKey', in: 'query', name: 'ticket' } };
    const either = { ...thingsApi(), document: { ...changed, components: { ...changed.components, securitySchemes } } };
    expect(operationOf(either).isRepeatable).toBe(true);
    expect(operationOf({ ...thingsApi(), document }, 'ThingsId_PUT').isRepeatable).toBe(false);
  });
});
