import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { TestGateway } from '../../gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ http: { maxEventReaders: 2 } });
});
afterAll(() => gateway.stop());

const url = (query = '') => `${gateway.url.replace('http', 'ws')}/events/v1${query}`;

/** How a handshake that is refused is answered. */
async function refusal(
  query: string,
  headers: Record<string, string> = {},
): Promise<[number | undefined, string, ProblemDetails]> {
  const socket = new WebSocket(url(query), { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, import('node:http').IncomingMessage];
  let body = '';
  for await (const part of response) body += String(part);
  return [response.statusCode, response.headers['content-type'] ?? '', JSON.parse(body) as ProblemDetails];
}

async function open(query = ''): Promise<WebSocket> {
  const socket = new WebSocket(url(query));
  await once(socket, 'open');
  return socket;
}

async function closed(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

describe('The events of a gateway', () => {
  it('are CloudEvents, each with an identifier of its own', async () => {
    const socket = await open('?topic=sensors/**');
    const ids = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const [data] = (await once(socket, 'message')) as [Buffer];
      const event = JSON.parse(data.toString()) as CloudEvent;
      expect(event).toMatchObject({
        specversion: '1.0',
        type: 'org.umec.sensors.reading.v1',
        source: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
        subject: expect.stringMatching(/^sensors\/([0-9A-F]{2}:){5}[0-9A-F]{2}\/reading$/),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        datacontenttype: 'application/json',
        data: expect.objectContaining({ receiver: 'simulated-town' }),
      });
      ids.add(event.id);
    }
    expect(ids.size).toBe(20);
    socket.close();
    expect(await closed(socket)).toBe(1005);
  });

  it.each(['?topic=a%20b', '?topic=', '?topic=a//b', '?colour=red', `?${'topic=a&'.repeat(17)}`])(
    'are refused to who asks with %s',
    async (query) => {
      const [status, type, { detail }] = await refusal(query);
      expect([status, type]).toEqual([400, 'application/problem+json']);
      expect(detail).not.toBe('');
    },
  );

  it('are not for the pages of other sites', async () => {
    expect((await refusal('', { Origin: 'https://evil.example' })).slice(0, 2)).toEqual([403, 'application/problem+json']);
    const socket = new WebSocket(url(), { origin: gateway.url });
    await once(socket, 'open');
    socket.close();
    await closed(socket);
  });

  it('are told by WebSocket only', async () => {
    const response = await gateway.get('/events/v1?topic=sensors/**');
    expect([response.status, response.headers.get('content-type')]).toEqual([426, 'application/problem+json']);
  });

  it('are for no more readers than there may be', async () => {
    const readers = [await open(), await open()];
    expect((await refusal('')).slice(0, 2)).toEqual([503, 'application/problem+json']);
    for (const reader of readers) {
      reader.close();
      await closed(reader);
    }
  });
});

describe('A gateway that stops', () => {
  it('says goodbye to readers with 1001, and waits for nobody for ever', async () => {
    await using other = await TestGateway.start();
    const address = new URL(other.url);
    const socket = new WebSocket(`ws://${address.host}/events/v1`);
    await once(socket, 'open');
    const saysNothing = connect(Number(address.port), address.hostname);
    saysNothing.on('error', () => {});
    // asks for a WebSocket where there is none, and then never closes its own half
    const halfOpen = connect({ port: Number(address.port), host: address.hostname, allowHalfOpen: true });
    halfOpen.on('error', () => {});
    halfOpen.write(`GET /healthz HTTP/1.1\r\nHost: ${address.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    const [answer] = (await once(halfOpen, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 200 /);
    const began = performance.now();
    const [code] = await Promise.all([closed(socket), other.stop()]);
    expect(code).toBe(1001);
    expect(performance.now() - began).toBeLessThan(3_000);
    saysNothing.destroy();
    halfOpen.destroy();
  });
});
