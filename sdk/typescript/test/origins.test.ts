import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { ClientCredentials, connect, pages, Problem } from 'umec-client';
import { serve } from './server.js';

/** A server that somebody else has, and who asked it what. */
async function other() {
  const seen: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]');
  });
  return Object.assign(server, { seen });
}

function json(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

describe('Another origin', () => {
  it('gets no token, asked or redirected to', async () => {
    await using stranger = await other();
    await using redirecting = await serve((_request, response) => response.writeHead(307, { Location: stranger.url }).end());
    const gateway = connect({ url: redirecting.url, token: 'secret' });
    await gateway.fetch(new Request(stranger.url));
    await gateway.fetch(new Request(`${redirecting.url}/sensors/v1/tags`));
    assert.deepEqual(stranger.seen, ['GET / undefined', 'GET / undefined']);
  });

  it('gets no secret, and the redirect is a Problem', async () => {
    await using stranger = await other();
    await using redirecting = await serve((_request, response) => response.writeHead(307, { Location: stranger.url }).end());
    const token = new ClientCredentials({ url: redirecting.url, clientId: 'me', clientSecret: 'secret' });
    await assert.rejects(token.token(), (thrown) => thrown instanceof Problem && thrown.status === 307);
    assert.deepEqual(stranger.seen, []);
  });

  it('has no page of a list', async () => {
    await using stranger = await other();
    const link = { Link: `<${stranger.url}/next?signature=1>; rel="next"` };
    await using gateway = await serve((_request, response) => json(response, [], link));
    const list = pages(connect({ url: gateway.url, token: 'secret' }), '/sensors/v1/tags', {});
    await list.next();
    await assert.rejects(list.next(), (thrown) => {
      assert.ok(thrown instanceof TypeError);
      assert.equal(thrown.message, `${stranger.url}/next is not at the gateway ${gateway.url}/`);
      return true;
    });
    assert.deepEqual(stranger.seen, []);
  });
});

describe('The gateway', () => {
  it("gets a caller's own Authorization as it is", async () => {
    await using gateway = await other();
    const { fetch } = connect({ url: gateway.url, token: 'secret' });
    await fetch(new Request(gateway.url, { headers: { Authorization: 'Basic own' } }));
    assert.deepEqual(gateway.seen, ['GET / Basic own']);
  });

  it('that is behind a prefix is followed to the next page there', async () => {
    const asked: IncomingMessage['url'][] = [];
    await using gateway = await serve(({ url }, response) => {
      asked.push(url);
      json(response, [], asked.length === 1 ? { Link: '</umec/sensors/v1/tags?page=2>; rel="next"' } : {});
    });
    for await (const _ of pages(connect({ url: `${gateway.url}/umec` }), '/sensors/v1/tags', {}));
    assert.deepEqual(asked, ['/umec/sensors/v1/tags', '/umec/sensors/v1/tags?page=2']);
  });

  it('that is behind a prefix gives tickets for paths without it', async () => {
    const asked: string[] = [];
    await using gateway = await serve((request, response) => {
      void text(request).then((body) => {
        asked.push(`${request.url} ${body}`);
        json(response, { ticket: 't', expires_in: 30 });
      });
    });
    const global = globalThis as { WebSocket?: unknown };
    const before = global.WebSocket;
    global.WebSocket = class {
      constructor(address: string) {
        asked.push(address);
      }
    };
    try {
      const { openWebSocket } = connect({ url: `${gateway.url}/umec`, token: 'secret' });
      await openWebSocket('/events/v1?topic=lines/**', new AbortController().signal);
    } finally {
      global.WebSocket = before;
    }
    const address = `${gateway.url.replace('http', 'ws')}/umec/events/v1?topic=lines/**&ticket=t`;
    assert.deepEqual(asked, ['/umec/tickets {"path":"/events/v1"}', address]);
  });
});
