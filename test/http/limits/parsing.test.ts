import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersIn, rest, Served } from './served.js';

let served: Served;
beforeAll(async () => {
  served = await Served.open();
});
afterAll(() => served[Symbol.asyncDispose]());

const body = '{"name":"x"}';
/** What a desync would make a second request of. */
const smuggled = 'GET /things/v1/smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
const put = (headers: string, rest: string) =>
  `PUT /things/v1/things/1 HTTP/1.1\r\n${served.host}Content-Type: application/json\r\n${headers}\r\n${rest}`;
const get = (headers: string) => `GET /things/v1/things HTTP/1.1\r\n${headers}\r\n`;
const chunked = `c\r\n${body}\r\n0\r\n\r\n`;

/** The one refusal, after which the connection is closed. */
async function refusal(bytes: string, status: number) {
  const answers = answersIn(await served.raw(bytes));
  expect(answers.map((answer) => answer.status)).toEqual([status]);
  expect(answers[0]?.headers).toMatch(/content-type: application\/problem\+json/i);
  const problem = JSON.parse(answers[0]?.body ?? '') as object;
  expect(problem).toEqual({ status, title: expect.stringMatching(/^\w+$/), detail: expect.stringMatching(/./) });
  return answers[0];
}

describe('A request that two readers could read in two ways is refused once, and nothing after it is read', () => {
  it.each<[string, () => string]>([
    [
      'Transfer-Encoding and Content-Length',
      () => put(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`, chunked + smuggled),
    ],
    [
      'Content-Length and Transfer-Encoding',
      () => put(`Transfer-Encoding: chunked\r\nContent-Length: 4\r\n`, chunked + smuggled),
    ],
    ['two lengths', () => put(`Content-Length: ${body.length}\r\nContent-Length: 0\r\n`, body + smuggled)],
    ['the same length twice', () => put(`Content-Length: ${body.length}\r\nContent-Length: ${body.length}\r\n`, body + smuggled)],
    ['a list of lengths', () => put(`Content-Length: ${body.length}, 0\r\n`, body + smuggled)],
    ['a length with a sign', () => put(`Content-Length: +${body.length}\r\n`, body + smuggled)],
    ['a length in hexadecimal', () => put(`Content-Length: 0xc\r\n`, body + smuggled)],
    ['a coding that there is not', () => put(`Transfer-Encoding: xchunked\r\n`, chunked + smuggled)],
    ['chunked that is not the last coding', () => put(`Transfer-Encoding: chunked, gzip\r\n`, chunked + smuggled)],
    ['chunked twice', () => put(`Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n`, chunked + smuggled)],
    ['a chunk size that is none', () => put(`Transfer-Encoding: chunked\r\n`, `zz\r\n${body}\r\n0\r\n\r\n${smuggled}`)],
    ['a chunk that is longer than it says', () => put(`Transfer-Encoding: chunked\r\n`, `4\r\n${body}\r\n0\r\n\r\n${smuggled}`)],
    ['a header that goes on in the next line', () => get(`${served.host}X-A: b\r\n c: d\r\n`)],
    ['a space before the colon', () => put(`Transfer-Encoding : chunked\r\n`, chunked + smuggled)],
    ['a header without a name', () => get(`${served.host}: x\r\n`)],
    ['a line that ends without a carriage return', () => get(`Host: 127.0.0.1:${served.port}\nX-A: b\r\n`)],
    ['nothing but line feeds', () => `GET /things/v1/things HTTP/1.1\nHost: 127.0.0.1:${served.port}\n\n`],
    ['a NUL in a header', () => get(`${served.host}X-A: b\0c\r\n`)],
    ['a version that there is not', () => `GET /things/v1/things HTTP/9.1\r\n${served.host}\r\n`],
    ['no HTTP at all', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s', async (_what, bytes) => {
    await refusal(bytes(), 400);
  });

  it.each<[string, () => string]>([
    ['no Host', () => get('Connection: close\r\n')],
    ['two Hosts', () => get(`${served.host}Host: evil.example\r\nConnection: close\r\n`)],
  ])('%s', async (_what, bytes) => {
    await refusal(bytes(), 400);
  });

  it('headers of more than 16 KiB', async () => {
    await refusal(get(`${served.host}X-A: ${'x'.repeat(20_000)}\r\n`), 431);
  });

  it('counts them', async () => {
    const { malformed } = served.limits.counters;
    await served.raw('nonsense\r\n\r\n');
    expect(served.limits.counters.malformed).toBe(malformed + 1);
  });
});

describe('A request that can be read in one way only is answered once', () => {
  const statuses = async (bytes: string) => answersIn(await served.raw(bytes)).map(({ status }) => status);

  it('of HTTP/1.0, and the connection is closed', async () => {
    expect(await statuses(`GET /things/v1/things HTTP/1.0\r\n${served.host}\r\n`)).toEqual([200]);
  });

  it('of HTTP/1.0 that asks to keep the connection, and it is kept', async () => {
    const once = (more: string) => `GET /things/v1/things HTTP/1.0\r\n${served.host}${more}\r\n`;
    const text = await served.raw(once('Connection: keep-alive\r\n') + once(''));
    expect(answersIn(text).map(({ status }) => status)).toEqual([200, 200]);
    expect(text).toMatch(/connection: keep-alive/i);
  });

  it('with its target as a whole URL', async () => {
    expect(await statuses(`GET ${served.url}/things/v1/things HTTP/1.1\r\n${served.host}Connection: close\r\n\r\n`)).toEqual([
      200,
    ]);
  });

  it('with a body that stays unread', async () => {
    const bytes = `GET /things/v1/things HTTP/1.1\r\n${served.host}Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`;
    expect(await statuses(bytes + served.get('/things/1', 'Connection: close\r\n'))).toEqual([200, 200]);
  });

  it('when many come at once, in their order', async () => {
    const paths = ['/things', '/things/2', '/things/1', '/nothing'];
    const all = Array.from({ length: 100 }, (_, at) => served.get(paths[at % 4] ?? '')).join('');
    const expected = Array.from({ length: 100 }, (_, at) => [200, 404, 200, 404][at % 4]);
    expect(await statuses(all + served.get('/things', 'Connection: close\r\n'))).toEqual([...expected, 200]);
  });

  it('before the refusal of what comes behind it on the same connection', async () => {
    const text = await served.raw(`${served.get('/things/1')}nonsense\r\n\r\n${served.get('/things')}`);
    const answers = answersIn(text);
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    expect(answers[1]?.headers).toMatch(/application\/problem\+json/);
  });

  it('although its client says no more after it', async () => {
    const socket = await served.connect();
    socket.end(served.get('/things'));
    expect(answersIn(await rest(socket)).map(({ status }) => status)).toEqual([200]);
  });
});
