import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { TestGateway } from '../gateway.js';
import { answersIn, type Parsed, rest } from '../http/limits/served.js';

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { cameras: { 'lens-1': { driver: 'simulated' } } } });
  token = await gateway.token();
});
afterAll(() => gateway.stop());

const REGISTRATIONS = '/mec_app_support/v1/registrations';
const host = () => `Host: ${new URL(gateway.url).host}\r\n`;
const owner = () => `Authorization: Bearer ${token}\r\n`;
const body = JSON.stringify({ appName: 'smuggled', endpoint: { uris: ['http://127.0.0.1:9000/'] } });
/** What a desync would make a request of: it would be answered, by a 201. */
const smuggled = () =>
  `POST ${REGISTRATIONS} HTTP/1.1\r\n${host()}${owner()}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\n${host()}${headers}\r\n`;
const last = () => get('/healthz', 'Connection: close\r\n');
/** A request with that body, whatever its headers say of it. */
const post = (headers: string, sent: string, path = REGISTRATIONS) =>
  `POST ${path} HTTP/1.1\r\n${host()}Content-Type: application/json\r\n${headers}\r\n${sent}`;
const inside = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n`;
const inChunks = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const CHUNKED = 'Transfer-Encoding: chunked\r\n';

/** What comes back until the gateway closes the connection. */
async function raw(bytes: string): Promise<Parsed[]> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(bytes, 'latin1');
  return answersIn(await rest(socket));
}

const registrations = async () => {
  const all = await gateway.json<{ appName: string }[]>('/registry/v1/applications');
  return all.filter(({ appName }) => appName === 'smuggled').length;
};

/** Answers with these statuses, every refusal in problem details, and no registration made. */
async function answered(bytes: string, statuses: readonly number[]): Promise<void> {
  const answers = await raw(bytes);
  expect(answers.map(({ status }) => status)).toEqual(statuses);
  for (const { status, headers } of answers)
    if (status >= 400) expect(headers).toMatch(/content-type: application\/problem\+json/i);
  expect(await registrations()).toBe(0);
}

describe('A17 smuggling', () => {
  it('is what the request within would be: it is taken where it stands by itself', async () => {
    const { status } = (await raw(smuggled() + last()))[0] ?? {};
    expect(status).toBe(201);
    expect(await registrations()).toBe(1);
    for (const { appInstanceId, appName } of await gateway.json<{ appInstanceId: string; appName: string }[]>(
      '/registry/v1/applications',
    ))
      if (appName === 'smuggled') await gateway.get(`/registry/v1/applications/${appInstanceId}`, { method: 'DELETE' });
  });

  it.each<[string, () => string]>([
    ['a length and chunks', () => post(owner() + inside('0\r\n\r\n') + CHUNKED, `0\r\n\r\n${smuggled()}`)],
    ['chunks and a length', () => post(owner() + CHUNKED + inside(smuggled()), `0\r\n\r\n${smuggled()}`)],
    ['two lengths', () => post(`${owner()}Content-Length: 0\r\n${inside(smuggled())}`, smuggled())],
    ['one length twice', () => post(owner() + inside('{}') + inside('{}'), `{}${smuggled()}`)],
    ['a coding that there is not', () => post(`${owner()}Transfer-Encoding: xchunked\r\n`, `0\r\n\r\n${smuggled()}`)],
    ['a coding after chunked', () => post(`${owner()}Transfer-Encoding: chunked, identity\r\n`, `0\r\n\r\n${smuggled()}`)],
    ['a coding on a line that goes on', () => post(`${owner()}Transfer-Encoding:\r\n chunked\r\n`, `0\r\n\r\n${smuggled()}`)],
    ['a coding with a space before its colon', () => post(`${owner()}Transfer-Encoding : chunked\r\n`, smuggled())],
    ['line feeds alone', () => post(owner(), smuggled()).replaceAll('\r\n', '\n')],
    ['one line feed alone', () => get('/healthz', `X-A: b\n${owner()}`) + smuggled()],
    ['chunks that are longer than they say', () => post(owner() + CHUNKED, `1\r\n{}\r\n0\r\n\r\n${smuggled()}`)],
    ['a line break within a chunk extension', () => post(owner() + CHUNKED, `2;a=\nb\r\n{}\r\n0\r\n\r\n${smuggled()}`)],
  ])('%s: one refusal, and nothing after it is read', async (_what, bytes) => {
    await answered(bytes() + last(), [400]);
  });

  it.each<[string, number[], () => string]>([
    ['the whole URL as target', [200, 200], () => get(`${gateway.url}/healthz`) + last()],
    ['a body that a GET has', [200, 200], () => get('/healthz', inside(smuggled())) + smuggled() + last()],
    ['a body in chunks that a GET has', [200, 200], () => get('/healthz', CHUNKED) + inChunks(smuggled()) + last()],
  ])('%s is answered once', async (_what, statuses, bytes) => {
    await answered(bytes(), statuses);
  });

  it('HTTP/1.0 is answered once, and what follows is no request any more', async () => {
    const answers = await raw(`GET /healthz HTTP/1.0\r\n${host()}\r\n${smuggled()}`);
    // some releases of Node say so, others only close
    expect([[200], [200, 400]]).toContainEqual(answers.map(({ status }) => status));
    expect(await registrations()).toBe(0);
  });

  it.each<[string, number, () => string]>([
    ['nobody', 400, () => post(inside(smuggled()), smuggled())],
    ['nobody, in chunks', 400, () => post(CHUNKED, inChunks(smuggled()))],
    ['nobody, of another type', 401, () => post(inside(smuggled()), smuggled()).replace('application/json', 'text/plain')],
    ['nobody, to delete', 401, () => post(inside(smuggled()), smuggled(), `${REGISTRATIONS}/x`).replace('POST', 'DELETE')],
    ['nobody, somewhere that is not', 400, () => post(inside(smuggled()), smuggled(), '/nothing')],
    [
      'somebody, of another type',
      415,
      () => post(owner() + inside(smuggled()), smuggled()).replace('application/json', 'text/plain'),
    ],
    ['somebody, with what is not JSON', 400, () => post(owner() + inside(smuggled()), smuggled())],
    [
      'somebody, for a host that is not ours',
      403,
      () => post(owner() + inside(smuggled()), smuggled()).replace(/Host: .*/, 'Host: evil.example'),
    ],
  ])('a request of %s is refused, and the next does not begin in its body', async (_what, status, bytes) => {
    const answers = await raw(get('/healthz') + bytes() + last());
    expect(await registrations()).toBe(0);
    expect(answers.map((answer) => answer.status)).toEqual([200, status, 200].slice(0, answers.length));
    expect(answers.length).toBeGreaterThanOrEqual(2);
  });

  it.each<[string, () => string]>([
    ['a length', () => post(inside(smuggled().repeat(300)), smuggled().repeat(300))],
    ['chunks', () => post(CHUNKED, inChunks(smuggled()).slice(0, -5).repeat(300) + '0\r\n\r\n')],
  ])(
    'a stranger who sends more than is read of strangers, in %s, is refused once, and nothing of it is a request',
    async (_how, bytes) => {
      const answers = await raw(bytes() + last());
      expect(await registrations()).toBe(0);
      expect([401, 413]).toContain(answers[0]?.status);
      // the rest is read off, or the connection is closed
      expect(answers.slice(1).map(({ status }) => status)).toEqual([200].slice(0, answers.length - 1));
    },
  );
});
