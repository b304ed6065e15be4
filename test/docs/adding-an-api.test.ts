import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { type Block, blocksOf, readPage } from './blocks.js';
import { Checkout } from './checkout.js';

describe('docs/adding-an-api.md, followed word for word,', () => {
  const blocks = blocksOf(readPage('docs/adding-an-api.md'));
  let checkout: Checkout;
  let url: string;
  let headers: Record<string, string> = {};
  beforeAll(() => {
    checkout = new Checkout();
  });
  afterAll(() => checkout[Symbol.asyncDispose]());

  it('leads to a gateway that answers, past the error that a missing handler is', async () => {
    for (const [index, block] of blocks.entries()) {
      if (block.info === 'sh fails') expect(failure(block)).toContain(blocks[index + 1]?.text.trim());
      else if (block.text === 'npm start\n') url = await checkout.serve(block.text);
      else if (block.text.includes('curl ')) await answers(block, JSON.parse(blocks[index + 1]?.text ?? '') as object);
      else if (block.info === 'sh') expect(checkout.run(block.text)).toMatchObject({ status: 0 });
      else if (!['text', 'json'].includes(block.info)) checkout.apply(block);
    }
    expect(url).toBeDefined();
  }, 120_000);

  it('has all that nobody wrote', async () => {
    expect((await fetch(`${url}/climate/v1/mean`)).status).toBe(401);
    const get = (path: string, init: RequestInit = {}) =>
      fetch(url + path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
    const refused = await get('/climate/v1/mean?colour=red');
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('colour')]);
    const posted = await get('/climate/v1/mean', { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await get('/climate/v1/mean', { headers: { Accept: 'text/html' } })).status).toBe(406);
    const head = await get('/climate/v1/mean', { method: 'HEAD' });
    expect(head.headers.get('etag')).toMatch(/^".+"$/);
    expect(await (await get('/openapi/climate.yaml')).text()).toContain('ClimateMean_GET');
    expect(await (await get('/mec_service_mgmt/v1/services?ser_name=umec-climate')).json()).toMatchObject([
      { state: 'ACTIVE', transportInfo: { endpoint: { uris: [`${url}/climate/v1`] } } },
    ]);
  });

  function failure({ text }: Block): string {
    const { status, output } = checkout.run(text);
    expect(status).not.toBe(0);
    return output;
  }

  /** The figures are of the tags, and no tag is heard in the first instant. */
  async function answers({ text }: Block, shown: object): Promise<void> {
    const [assignment = '', curl = ''] = text.trim().split('\n');
    const path = curl.replace('curl -H "$AUTH" http://127.0.0.1:8080', '');
    const { output } = checkout.run(`${assignment}; echo "$AUTH"`);
    headers = { Authorization: /Bearer \S+/.exec(output)?.[0] ?? '' };
    const readings = new WebSocket(`${url.replace('http', 'ws')}/events/v1?topic=sensors/**`, { headers });
    await once(readings, 'open');
    let response = await fetch(url + path, { headers });
    for (; response.status === 503; response = await fetch(url + path, { headers })) {
      expect(await response.json()).toMatchObject({ detail: 'no tag with a temperature was heard yet' });
      await once(readings, 'message');
    }
    readings.close();
    const answer = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(Object.keys(shown));
    for (const value of Object.values(answer)) expect(value).toEqual(expect.any(Number));
  }
});
