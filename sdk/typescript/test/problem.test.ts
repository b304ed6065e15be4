import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { connect, ok, Problem, problemOf } from 'umec-client';
import { connected, credentials, url } from './gateway.js';
import { serve } from './server.js';

/** What an operation is refused with by a server that answers like this. */
async function refusal(listener: RequestListener): Promise<Problem> {
  await using server = await serve(listener);
  const gateway = connect({ url: server.url, token: 'its-token' });
  return await problemOfAsking(gateway.api.GET('/sensors/v1/readings/arrivals', { params: { query: { after: 'its-query' } } }));
}

function problemOfAsking(asked: Parameters<typeof ok>[0]): Promise<Problem> {
  return ok(asked).then(
    () => assert.fail('nothing was wrong'),
    (thrown: unknown) => (thrown instanceof Problem ? thrown : Promise.reject(thrown)),
  );
}

describe('A Problem', () => {
  it('says what was asked, and what was wrong with it', async () => {
    const problem = await problemOfAsking(
      connected().api.GET('/camera/v1/cameras/{cameraId}', { params: { path: { cameraId: 'no-such' } } }),
    );
    assert.match(problem.message, /^GET \/camera\/v1\/cameras\/no-such: 404 notFound: .*no-such/);
    assert.equal(problem.message, `GET /camera/v1/cameras/no-such: 404 ${problem.title}: ${problem.detail}`);
  });

  it('shows no query, no header and no secret, however it is printed', async () => {
    const problem = await refusal((_request, response) => response.writeHead(502).end('<html>'));
    assert.equal(problem.message, 'GET /sensors/v1/readings/arrivals: 502 Bad Gateway');
    assert.deepEqual([problem.title, problem.detail, problem.isTemporary], ['Bad Gateway', '', true]);
    for (const text of [inspect(problem, { depth: 9, showHidden: true }), JSON.stringify(problem), String(problem)])
      assert.doesNotMatch(text, /its-query|its-token/);
    assert.match(problem.response.url, /its-query/); // for who wants it
  });

  it('of a page or a camera says the same', async () => {
    await using server = await serve((_request, response) => response.writeHead(403).end());
    const response = await connect({ url: server.url }).fetch(new Request(`${server.url}/a/b?signature=secret`));
    assert.equal((await problemOf(response)).message, 'GET /a/b: 403 Forbidden');
  });

  it('is not read to its end when it has none', async () => {
    const endless: RequestListener = (_request, response) => {
      response.writeHead(500);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    };
    assert.equal((await refusal(endless)).status, 500);
    await using server = await serve(endless);
    const response = await connect({ url: server.url }).fetch(new Request(server.url));
    assert.equal((await response.text()).length, 65_536);
  });

  it('says how long to wait, in seconds or until when, and never more than an hour', async () => {
    const date = 'Sun, 06 Nov 1994 08:49:37 GMT'; // the gateway's clock is that which its date is of
    for (const [retryAfter, expected] of [
      ['7', 7000],
      ['Sun, 06 Nov 1994 08:49:46 GMT', 9000],
      ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
      ['99999999999', 3_600_000],
      ['Mon, 06 Nov 2094 08:49:37 GMT', 3_600_000],
      ['soon', undefined],
      ['', undefined],
    ] as const) {
      const headers = { Date: date, 'Retry-After': retryAfter };
      const problem = await refusal((_request, response) => response.writeHead(503, headers).end());
      assert.equal(problem.retryAfterMs, expected, retryAfter);
    }
  });
});

describe('Credentials', () => {
  it('are not shown when they are printed', async () => {
    const tokens = credentials({ clientSecret: process.env['UMEC_CLIENT_SECRET'] ?? '' });
    const token = await tokens.token();
    const gateway = connect({ url, token: tokens });
    for (const printed of [tokens, gateway])
      for (const text of [inspect(printed, { depth: 9, showHidden: true }), JSON.stringify(printed)])
        for (const secret of [token, process.env['UMEC_CLIENT_SECRET'] ?? '']) assert.ok(!text.includes(secret), text);
  });
});
